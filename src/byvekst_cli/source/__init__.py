"""A folder of files → records, documents with positions, and findings; never raises for user data."""
