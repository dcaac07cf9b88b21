"""The command line: read options and the clock, call one room, choose a report, exit."""

import sys

from byvekst_cli import __version__


def main() -> None:
    """Run `byvekst`. The version is answered before anything else is imported."""
    if sys.argv[1:] == ["--version"]:
        print(f"byvekst {__version__}")
        return
    from byvekst_cli.cli.app import run

    sys.exit(run(sys.argv[1:]))
