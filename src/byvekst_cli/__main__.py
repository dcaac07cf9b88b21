"""`python -m byvekst_cli` is the same as `byvekst`."""

from byvekst_cli.cli import main

if __name__ == "__main__":
    main()
