"""Rules on the figures and facts in notes: that they agree with the records, and with each other."""
