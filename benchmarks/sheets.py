"""Make an area of many project sheets, of the size and shape that real ones have.

`python benchmarks/sheets.py FOLDER SHEETS`.
"""

import argparse
from pathlib import Path

AREA = """id: benkeområdet
navn: Benkeområdet
område: Benk
språk: nb
avtaler:
  avtale-2019: {{navn: Byvekstavtale, type: byvekstavtale, periode: {{fra: 2019, til: 2029}}}}
organisasjoner:
  staten: {{navn: Staten, type: stat}}
  statens-vegvesen: {{navn: Statens vegvesen, type: statlig-etat, del_av: staten}}
  fylket: {{navn: Fylkeskommunen, type: fylkeskommune}}
{municipalities}
parter:
  - {{organisasjon: staten, avtale: avtale-2019, samtykke: kreves}}
"""
SHEET = """# Prosjekt {n} av mange, med oppdiktede tall.
id: P-{n:05}
navn: Sykkelveg delstrekning {n}, Nesttun–Skjold
kilde: hp-2022-25              # for alt under som ikke har egen kilde
avtale: avtale-2019
vegnummer: [Fv{road}]
lengde: {length}
kommuner: {{kommune-{municipality}: 100}}        # prosent
tiltak: [sykkel, gange]
ansvar: {{eier: statens-vegvesen, byggherre: statens-vegvesen, vegeier: fylket, drift: fylket}}
fase: {{status: planlegging, lokalt: Planleggingsfasen}}
plan: {{nivå: reguleringsplan, status: vedtatt, dato: 2021-06}}
portefølje: {{status: i-handlingsprogram, siden: 2022}}
mål: [nullvekst]
anslag:                        # mill. kr, eldste først
  - {{dato: 2018-05, prisår: 2018, nivå: forprosjekt, p50: {p50}.9, usikkerhet: 40}}
  - {{dato: 2021, prisår: ukjent, nivå: reguleringsplan, lav: {p50}, høy: {high}}}
finansiering:
  bevilget_før: {{beløp: 75, prisår: 2022}}
  poster:
    - {{midler: belønningsmidler, formål: planlegging, prisår: 2022, år: {{2022: 9.9}}}}
    - {{midler: programområde, formål: bygging, prisår: 2022, år: {{2022: 20, 2023: 60, 2024: 50}}}}
milepæler: [{{hva: åpning, plan: 2025, prognose: ukjent}}]
andre_oppgir: [{{felt: vegnummer, verdi: Fv{road}, kilde: prosjektlista}}]
"""


def make_area(root: Path, sheets: int) -> None:
    """Write an area with so many project sheets; it has no errors."""
    (root / "prosjekt").mkdir(parents=True, exist_ok=True)
    names = "\n".join(f"  kommune-{m}: {{navn: Kommune {m}, type: kommune}}" for m in range(9))
    _write(root / "byvekst.yaml", AREA.format(municipalities=names))
    _write(
        root / "kilder.yaml",
        "kilder:\n  hp-2022-25: {tittel: Handlingsprogram}\n  prosjektlista: {tittel: Prosjektliste}\n",
    )
    goal = "{navn: Nullvekstmålet, nivå: nasjonalt, ordlyd: [{tekst: Nullvekst., fra: 2012}]}"
    _write(root / "maal.yaml", f"mål:\n  nullvekst: {goal}\n")
    for n in range(sheets):
        road, p50 = 100 + n % 5000, 20 + n % 400
        _write(
            root / "prosjekt" / f"p-{n:05}.yaml",
            SHEET.format(n=n, road=road, length=200 + n % 3000, municipality=n % 9, p50=p50, high=p50 + 30),
        )


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def main() -> None:
    """The area, where the command line says."""
    parser = argparse.ArgumentParser(description="Make an area of many project sheets.")
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("sheets", type=int, metavar="SHEETS", help="how many")
    asked = parser.parse_args()
    make_area(asked.folder, asked.sheets)


if __name__ == "__main__":
    main()
