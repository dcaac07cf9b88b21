"""The way of a case through bodies."""
