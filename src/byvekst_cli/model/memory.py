"""What a workbook remembers of the area that it came from, on a sheet that nobody sees."""

from typing import Final

MEMORY: Final = "byvekst"
"""The name of the hidden sheet."""
FORMAT: Final = "byvekst-1"
"""The first cell there: the version of the layout. Another layout is another number."""
CHUNK: Final = 8_000
"""A long memory of one row is cut over several cells, each well within what a cell can hold."""
