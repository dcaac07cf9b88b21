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
    try:
        from byvekst_cli.cli.app import run
    except ImportError as error:
        if error.name != "_ruamel_yaml":
            raise
        sys.exit(_no_parser())
    sys.exit(run(sys.argv[1:]))


def _no_parser() -> int:
    """Said here and not in the catalogues, for without the parser these cannot be read either."""
    print("YAML-leseren mangler / YAML-lesaren manglar / the YAML parser is missing:", file=sys.stderr)
    print("    pip install ruamel.yaml.clib", file=sys.stderr)
    return 4
