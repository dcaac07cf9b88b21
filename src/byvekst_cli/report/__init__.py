"""Findings and figures → the screen, JSON and other formats."""
