"""Agendas, notes and labels that must fit each other."""
