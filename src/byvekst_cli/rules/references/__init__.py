"""Names of other records and fields that must exist."""
