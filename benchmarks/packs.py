"""How long a meeting pack takes, from files to a file: `python benchmarks/packs.py BIN-OF-BYVEKST`.

Twelve cases with a note each, forty projects of which twenty have a picture of their cost, and a picture in
every note; then twice as many of everything, and half as many.
"""

import argparse
import statistics
import struct
import tempfile
import zlib
from pathlib import Path

from speed import seconds

ROUNDS = 3
AREA = """id: prøve
navn: Prøveområdet
område: Prøveområdet
språk: nb
avtaler: {}
organisasjoner:
  bergen: {navn: Bergen kommune, type: kommune}
parter: []
"""
BODY = "id: ku\nnavn: Kontaktutvalget\nrolle: styringsgruppe\nformål: ukjent\nillustrasjon: true\n"
SHEET = """id: p-{n}
navn: Prosjekt {n}
kommuner: {{bergen: 100}}
tiltak: [sykkel]
illustrasjon: true
anslag:
{estimates}
finansiering:
  poster:
    - {{midler: bompenger, formål: bygging, prisår: 2026, år: {{2026: 10, 2027: 20, 2028: 30}}}}
"""
NOTE = """---
sak: s-{n}
tittel: Sak {n}
behandling: vedtak
organ: ku
illustrasjon: true
---

# Sak {n}

## Saken

{text}

![Kart over tiltaket](kart.png)

## Forslag til vedtak

1. Kontaktutvalget slutter seg til forslaget i sak {n}.
2. Kontaktutvalget ber sekretariatet legge fram en ny sak innen 1. juni 2027.
"""


def make_area(root: Path, cases: int, projects: int, pictures: int) -> None:
    """A meeting with cases that share the projects between them."""
    put(root, "byvekst.yaml", AREA)
    put(root, "mandat/ku.yaml", BODY)
    rows = "\n".join(f"  - {{nummer: {n}/27, sak: s-{n}, behandling: vedtak}}" for n in range(1, cases + 1))
    head = "id: m-1\norgan: ku\ndato: 2027-03-10\ntilstand: planlagt\nillustrasjon: true\nsaksliste:\n"
    put(root, "moete/m-1/moete.yaml", f"{head}{rows}\n")
    for n in range(1, projects + 1):
        years = (2018, 2022) if n <= pictures else (2022,)
        estimates = "\n".join(
            f"  - {{dato: {year}, prisår: 2026, p50: {100 + year % 7 * n}}}" for year in years
        )
        put(root, f"prosjekt/p-{n}.yaml", SHEET.format(n=n, estimates=estimates))
    for n in range(1, cases + 1):
        own = ", ".join(f"p-{at}" for at in range(1, projects + 1) if at % cases == n % cases)
        about = f"id: s-{n}\ntittel: Sak {n}\nslag: prosjekt\ntilstand: utkast\nprosjekter: [{own}]\n"
        put(root, f"sak/s-{n}/sak.yaml", about)
        text = "\n\n".join(["Partene har behandlet forslaget hver for seg, og svarene er samlet her."] * 12)
        put(root, f"sak/s-{n}/notat-ku.md", NOTE.format(n=n, text=text))
        (root / f"sak/s-{n}/kart.png").write_bytes(picture(n))


def picture(n: int) -> bytes:
    """A PNG of one colour, which no other case has."""
    rows = b"".join(b"\x00" + bytes((n, 90, 120)) * 600 for _ in range(400))
    head = struct.pack(">IIBBBBB", 600, 400, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    chunks = (struct.pack(">I", len(d)) + t + d + struct.pack(">I", zlib.crc32(t + d)) for t, d in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def put(root: Path, path: str, text: str) -> None:
    """A file of the area."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def main() -> None:
    """The median of some rounds, in each format and at three sizes."""
    parser = argparse.ArgumentParser(description="How long a meeting pack takes.")
    parser.add_argument("own", type=Path, metavar="BIN-OF-BYVEKST", help="the folder that byvekst is in")
    byvekst = str(parser.parse_args().own / "byvekst")
    with tempfile.TemporaryDirectory() as folder:
        for cases, projects, pictures in ((6, 20, 10), (12, 40, 20), (24, 80, 40)):
            area = Path(folder, str(cases))
            make_area(area, cases, projects, pictures)
            for format in ("md", "html", "docx"):
                out = Path(folder, f"{cases}.{format}")
                command = [byvekst, "pack", "m-1", str(area), "--output", str(out), "--force"]
                took = statistics.median(seconds([*command, "--as-of", "2027-03-01"]) for _ in range(ROUNDS))
                print(f"{cases} cases, {projects} projects, {pictures} pictures, {format}: {took:.1f} s")


if __name__ == "__main__":
    main()
