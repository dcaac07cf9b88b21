"""The forms of `byvekst import`, one file each: what it takes, and what it does with an area."""
