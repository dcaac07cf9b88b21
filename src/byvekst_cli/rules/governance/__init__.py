"""Who may decide what, whether it was told and followed up, and whether all parties are accounted for."""
