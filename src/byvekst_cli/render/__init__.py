"""What is gathered for a document → Word, Markdown and HTML, by way of one tree of blocks."""
