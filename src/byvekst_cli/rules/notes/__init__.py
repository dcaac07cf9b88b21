"""Rules on what a note should hold: its parts, its proposed decision, and who may read it."""
