"""What each kind of record is: fields, types and units; knows no files and no language."""
