"""Rules on what makes a note readable for all: headings, pictures, tables, links and languages."""
