"""Exit codes, the same for every command and with every format."""

from typing import Final

CLEAN: Final = 0
FOUND: Final = 1
"""Findings at or above the level asked for."""
WRONG: Final = 2
"""The command cannot be run as it was written."""
NOTHING: Final = 3
"""There was nothing to check."""
INTERNAL: Final = 4
"""The program, or the machine it runs on, is at fault."""
