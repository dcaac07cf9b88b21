"""What `byvekst import` can bring in; each form is a file here."""
