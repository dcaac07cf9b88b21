"""Amounts, price years and estimates."""
