"""How a note is written: sentences, words, and where they could be plainer. Pure: no files, no clock."""
