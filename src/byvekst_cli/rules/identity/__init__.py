"""Ids: one record each, and the file named after it."""
