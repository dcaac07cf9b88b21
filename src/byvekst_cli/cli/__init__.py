"""The command line: read options and the clock, call one room, choose a report, exit."""

import os
import sys

from byvekst_cli import __version__


def main() -> None:
    """Run `byvekst`. The version is answered before anything else is imported."""
    if sys.argv[1:] == ["--version"]:
        try:
            print(f"byvekst {__version__}", flush=True)
        except OSError:
            os._exit(4)
        return
    from byvekst_cli.cli.app import run

    sys.exit(run(sys.argv[1:]))
