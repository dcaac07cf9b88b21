"""An area with something exempt of every kind, each with a word of its own that must stand nowhere."""

import base64
from pathlib import Path
from zipfile import ZipFile

from conftest import put

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAYAAACNMs+9AAAAFUlEQVR42mNk+M9Qz0AEYBxVSF+FABJADveWkH6oAAAAAElFTkSuQmCC"
)
SECRETS = (
    "hemmeligtittel",
    "hemmelig-sak",
    "hemmeligvedtak",
    "hemmeligforbehold",
    "hemmelignotat",
    "hemmeligdel",
    "hemmeligunderdel",
    "hemmeligforslag",
    "hemmeligoppgave",
    "hemmeligvedlegg",
    "hemmeligbilde",
    "hemmeliggrunn",
    "hemmelighistorie",
    "hemmeligmerknad",
    "hemmeligkommentar",
    "hemmelignavn",
    "hemmeliganbud",
    "hemmeligfotnote",
    "hemmelignummerto",
    "hemmeligavvik",
    "4711,2",
    "4712,2",
    "4713,2",
    "4714,2",
)
MEETING = """id: 2027-03-10-ku
organ: ku
dato: 2027-03-10
tilstand: planlagt
illustrasjon: true
saksliste:
  - {nummer: 1/27, sak: åpen, behandling: vedtak, omfang: {beløp: 4714.2, prisår: 2026}}
  - {nummer: 2/27, sak: hemmelig-sak, tittel: Hemmeligtittel om forhandlingen, behandling: vedtak, skjermet: true, offentlig_tittel: Forhandlinger, hjemmel: offl. § 23 første ledd, innstilling: [Hemmeligforslag.]}
  - {nummer: 3/27, sak: lukket, behandling: drøfting, innstilling: [Hemmeligforslag om lukket sak.]}
  - {nummer: 6/27, sak: avtalen, behandling: drøfting}
  - {nummer: 5/27, sak: delvis, behandling: drøfting}
  - {nummer: 4/27, sak: unntatt-sak, behandling: orientering}
ettersending:
  - {sak: hemmelig-sak, dato: 2027-03-08, grunn: Hemmeliggrunn.}
  - {sak: åpen, dato: 2027-03-09, versjon: 2, grunn: Nytt punkt.}
merknad: Hemmeligmerknad om møtet.
"""
BEFORE = """id: 2026-09-10-ku
organ: ku
dato: 2026-09-10
tilstand: holdt
illustrasjon: true
saksliste:
  - {nummer: 11/26, sak: hemmelig-sak, behandling: drøfting, vedtak: [Hemmeligvedtak.], utfall: vedtatt}
  - nummer: 12/26
    sak: lukket
    behandling: drøfting
    utfall: vedtatt
    vedtak: [Hemmeligvedtak i lukket sak.]
    unntak_fra_enighet: [{organisasjon: bergen, hva: forbehold, tekst: Hemmeligforbehold.}]
  - {nummer: 14/26, sak: delvis, behandling: drøfting, utfall: vedtatt, vedtak: [Hemmeligvedtak i delvis sak.]}
  - {nummer: 13/26, sak: åpen, behandling: drøfting, utfall: tatt-til-orientering}
referat: {tilstand: godkjent}
"""
FOLLOW = """illustrasjon: true
oppfølging:
  a: {hva: Hemmeligoppgave i skjermet sak., møte: 2026-09-10-ku, sak: hemmelig-sak, tilstand: åpen, organ: ku}
  b: {hva: Hemmeligoppgave etter nummer., møte: 2026-09-10-ku, sak_nummer: 12/26, tilstand: åpen, organ: ku}
  c: {hva: Lage en oversikt., møte: 2026-09-10-ku, sak_nummer: 13/26, tilstand: åpen, organ: ku}
"""
CASES = {
    "åpen": "id: åpen\ntittel: Åpen sak\nslag: annet\ntilstand: utkast\nprosjekter: [p-1, p-2]\n",
    "hemmelig-sak": "id: hemmelig-sak\ntittel: Hemmeligtittel\nslag: annet\ntilstand: utkast\nprosjekter: [p-1]\n"
    "behandlinger: [{organ: ku, dato: 2026-01-10, behandling: drøfting, vedtak: [Hemmelighistorie.]}]\n",
    "lukket": "id: lukket\ntittel: Sak med lukket notat\nslag: annet\ntilstand: utkast\nprosjekter: [p-1]\n"
    "behandlinger: [{organ: ku, møte: 2026-09-10-ku, behandling: drøfting, vedtak: [Hemmelighistorie.]}]\n"
    "merknad: Hemmeligmerknad.\n",
    "delvis": "id: delvis\ntittel: Sak med ett lukket notat\nslag: annet\ntilstand: utkast\nprosjekter: [p-1]\n"
    "behandlinger: [{organ: ku, møte: 2026-09-10-ku, behandling: drøfting, vedtak: [Hemmelighistorie.]}]\n",
    "avtalen": "id: avtalen\ntittel: Hemmeligtittel i saken\noffentlig_tittel: Om avtalen\nslag: annet\n"
    "tilstand: utkast\npunkter: [{punkt: '1', tekst: Hemmeligforslag.}]\n",
    "unntatt-sak": "id: unntatt-sak\ntittel: Sak som er unntatt\nslag: annet\ntilstand: utkast\n"
    "unntatt: {hjemmel: offl. § 13}\nprosjekter: [p-1]\npunkter: [{punkt: '1', tekst: Hemmeligforslag.}]\n",
}
OPEN_NOTE = """---
sak: åpen
tittel: Åpen sak
behandling: vedtak
organ: ku
møte: 2027-03-10-ku
vedlegg: [kart.pdf, hemmeligvedlegg.pdf]
unntatt: {hjemmel: offl. § 14, gjelder: priser, deler: [Økonomi og hemmelignavn], vedlegg: [hemmeligvedlegg.pdf]}
---

# Åpen sak

Innledning. Se [hele vedlegget](hemmeligvedlegg.pdf) og [notatet](../lukket/notat-ku.md).

<!-- Hemmeligkommentar. -->

## Økonomi og hemmelignavn

Hemmeligdel koster 4712,2 millioner.

![Tegning](hemmeligbilde.png)

### Nærmere

Hemmeligunderdel[^2] og[^3]. Kostnaden er {{ p-2.kostnad }}.

## Vurdering

Med fotnote.[^1] Se `[^2]` og[^3].

Dette er åpent.

## Forslag til vedtak

1. Saken er åpen.

[^1]: Åpen fotnote.
[^2]: Hemmeligfotnote om del to.

    Hemmelignummerto i samme fotnote.

[^3]: Fotnote til begge.
"""
CLOSED_NOTE = """---
sak: {case}
tittel: {title}
behandling: drøfting
organ: ku
vedlegg: [hemmeligvedlegg-b.pdf]
{withheld}---

# {title}

Hemmelignotat om 4713,2 millioner.

![](hemmeligbilde-b.png)

## Forslag til vedtak

1. Hemmeligforslag.
"""
REPORT = """periode: 2027-T1
navn: Tertialrapport
status: vedtatt
illustrasjon: true
prosjekter:
  - prosjekt: p-2
    sluttkostnad: {beløp: 4711.2, prisår: 2026}
    avvik: [{gjelder: kostnad, kostnad: {beløp: 4711.2, prisår: 2026}, årsak: Hemmeligavvik.}]
    merknad: Hemmeliganbud i rapporten.
"""
BUDGET = """år: 2027
navn: Budsjettet
status: vedtatt
illustrasjon: true
poster:
  - {prosjekt: p-2, midler: bompenger, beløp: 4711.2, prisår: løpende, merknad: Hemmeliganbud.}
avvik:
  - {prosjekt: p-2, gjelder: kostnad, status: meldt, kostnad: {beløp: 4711.2, prisår: løpende}, årsak: Hemmeligavvik.}
omdisponeringer:
  - {fra: {prosjekt: p-2, midler: bompenger}, til: {prosjekt: p-1, midler: bompenger}, beløp: 4711.2, prisår: løpende}
"""
MANDATE = "id: ku\nnavn: Kontaktutvalget\nrolle: koordineringsgruppe\nformål: ukjent\nillustrasjon: true\n"
SHEETS = {
    "p-1": "id: p-1\nnavn: Sykkelveg\nkommuner: {bergen: 100}\ntiltak: [sykkel]\nillustrasjon: true\n",
    "p-2": "id: p-2\nnavn: Bru\nkommuner: {bergen: 100}\ntiltak: [sykkel]\nillustrasjon: true\n"
    "anslag:\n  - {dato: 2024, prisår: 2026, beløp: 4711.2}\n  - {dato: 2025, prisår: 2026, beløp: 4711.2, merknad: Hemmeliganbud.}\nmerknad: Hemmeliganbud på brua.\n"
    "finansiering: {sum: {beløp: 4711.2, prisår: 2026}}\nunntatt: {hjemmel: offl. § 23 tredje ledd}\n",
}


def plant(area: Path) -> Path:
    """Everything that is exempt, in an area that is otherwise open."""
    put(area, "mandat/ku.yaml", MANDATE)
    put(area, "moete/2027-03-10-ku/moete.yaml", MEETING)
    put(area, "moete/2026-09-10-ku/moete.yaml", BEFORE)
    put(area, "oppfoelging.yaml", FOLLOW)
    for id, text in SHEETS.items():
        put(area, f"prosjekt/{id}.yaml", text)
    for id, text in CASES.items():
        put(area, f"sak/{id.replace('å', 'aa')}/sak.yaml", text)
    put(area, "rapport/2027-t1.yaml", REPORT)
    put(area, "budsjett/2027.yaml", BUDGET)
    put(area, "sak/aapen/notat-ku.md", OPEN_NOTE)
    put(area, "sak/aapen/hemmeligbilde.png", PNG)
    put(area, "sak/aapen/kart.pdf", b"%PDF")
    put(area, "sak/aapen/hemmeligvedlegg.pdf", b"%PDF")
    for case, title in (("hemmelig-sak", "Hemmeligtittel"), ("lukket", "Hemmelignavn på notatet")):
        withheld = "unntatt: {hjemmel: offl. § 13, gjelder: alt}\n" if case == "lukket" else ""
        text = CLOSED_NOTE.replace("{case}", case).replace("{title}", title).replace("{withheld}", withheld)
        put(area, f"sak/{case}/notat-ku.md", text)
        put(area, f"sak/{case}/hemmeligbilde-b.png", PNG)
        put(area, f"sak/{case}/hemmeligvedlegg-b.pdf", b"%PDF")
    for meeting, withheld, text in (
        ("2026-09-10-ku", "unntatt: {hjemmel: offl. § 15}\n", "Hemmelignotat."),
        ("2027-03-10-ku", "", "Dette notatet er åpent for alle, også om avtalen."),
    ):
        note = DELVIS.replace("{meeting}", meeting).replace("{withheld}", withheld).replace("{text}", text)
        put(area, f"sak/delvis/notat-{meeting[:4]}.md", note)
    return area


DELVIS = """---
sak: delvis
tittel: Sak med ett lukket notat
behandling: drøfting
organ: ku
møte: {meeting}
{withheld}---

# Sak med ett lukket notat

{text}
"""


def found_in(data: bytes) -> set[str]:
    """The secrets that stand in a file: plain, as UTF-16, escaped for XML, or written by number.

    The amounts have one decimal, as documents show them.
    """
    folded = data.decode("utf-8", "replace").casefold()
    wide = data.decode("utf-16-le", "replace").casefold()
    odd = data[1:].decode("utf-16-le", "replace").casefold()
    spaceless = folded.replace("\u00a0", "").replace("\u202f", "").replace(" ", "").replace("\\", "")
    found = (
        {"hemmeligbilde"}
        if PNG in data or base64.b64encode(PNG).decode() in data.decode("latin-1")
        else set()
    )
    for secret in SECRETS:
        forms = {
            secret,
            secret.replace(",", "."),
            "".join(f"&#{ord(c)};" for c in secret),
            "".join(f"\\u{ord(c):04x}" for c in secret),
        }
        if any(form in text for form in forms for text in (folded, wide, odd, spaceless)):
            found.add(secret)
    return found


def found_inside(path: Path) -> set[str]:
    """The same, and in the names and contents of every part where the file is a package."""
    found = found_in(path.read_bytes())
    if path.suffix == ".docx":
        with ZipFile(path) as package:
            for name in package.namelist():
                found |= found_in(name.encode()) | found_in(package.read(name))
    return found
