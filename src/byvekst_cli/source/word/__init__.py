"""Word notes: a file's bytes → what it says, its text with places, and what is wrong with it."""
