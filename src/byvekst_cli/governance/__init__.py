"""Who decides what, who sits where, and what is to be followed up: pure functions."""
