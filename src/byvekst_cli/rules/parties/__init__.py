"""Who must agree, and whether they sit where it is decided."""
