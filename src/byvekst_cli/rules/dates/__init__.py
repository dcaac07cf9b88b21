"""Dates that cannot both be true, and dates that have passed."""
