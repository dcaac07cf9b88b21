"""Rules on how notes are written: plain words, one standard, sentences that can be read."""
