"""`byvekst`: check and document Norwegian urban growth agreements kept as files in git."""

__version__ = "0.1.0"
