"""A document as Word: written into the secretariat's own template, or into the one that ships."""
