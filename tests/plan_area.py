"""An area made up so that the right programme can be argued by hand.

Tolls are 100 and a grant tied to cycling is 50, in one year. A (60) is worth most by any weighting. B
and C cost 40 each, so one of them fits beside A: B is worth 60 for climate alone, C 60 for safety alone.
D (60) is worth 20 by both, and is beaten by A with B or C at any weighting. E (50) is the only one that
cycles, so the grant goes to it or to nobody. Hence A and E are in whatever the weights, D is out, and B or C depends.
In the middle: 80 + 30 + 20 = 130. Were the grant free, A, B and C would fit for 140: the tie costs 10/140.
"""

from pathlib import Path

from conftest import AREA, put

PROJECTS = {
    "P-A": (60, 80, 80, "kollektiv"),
    "P-B": (40, 60, 0, "kollektiv"),
    "P-C": (40, 0, 60, "gange"),
    "P-D": (60, 20, 20, "kollektiv"),
    "P-E": (50, 20, 20, "sykkel"),
}
"""Cost, climate, safety, measure."""


def sheet(id: str, cost: int, measure: str, more: str = "") -> str:
    return (
        f"id: {id}\nnavn: Prosjekt {id}\nkommuner: {{bergen: 100}}\ntiltak: [{measure}]\nillustrasjon: true\n"
        f"prioritering:\n  prisår: 2026\n  oppstart:\n    - {{navn: '2027', år: {{2027: {cost}}}}}\n{more}"
    )


def criterion(name: str, theme: str) -> str:
    return (
        f"    navn: {name}\n    mål: [nullvekst]\n    tema: {theme}\n    enhet: poeng\n    ingen_tiltak: 0\n"
        "    ankere: [{nivå: 0, verdi: 0}, {nivå: 100, verdi: 100}]\n"
    )


def weighting(name: str, climate: int, safety: int) -> str:
    return (
        f"navn: {name}\nvekter:\n"
        f"  - {{kriterium: klima, fra: 0, til: 100, poeng: {climate}}}\n"
        f"  - {{kriterium: trygghet, fra: 0, til: 100, poeng: {safety}}}\n"
    )


def make(root: Path) -> Path:
    """Write the area."""
    put(root, "byvekst.yaml", AREA)
    put(
        root,
        "maal.yaml",
        "mål:\n  nullvekst:\n    navn: Nullvekst\n    nivå: nasjonalt\n    ordlyd: [{tekst: Nullvekst, fra: 2019}]\n",
    )
    none = "{prosent: 0, poeng: 0}"
    put(
        root,
        "kriterium.yaml",
        "navn: Kriterier\nversjon: '1'\nillustrasjon: true\n"
        f"usikkerhet: {{målt: {none}, modell: {none}, skjønn: {none}, påstand: {none}}}\n"
        "ukjent_regnes_som: {lav: 0, sannsynlig: 0, høy: 0}\nkriterier:\n"
        f"  klima:\n{criterion('Klima', 'klimagass')}  trygghet:\n{criterion('Trygghet', 'trafikksikkerhet')}",
    )
    put(root, "vekting/klimaet.yaml", weighting("Klimaet", 100, 50))
    put(root, "vekting/tryggheten.yaml", weighting("Tryggheten", 50, 100))
    put(
        root,
        "finansiering.yaml",
        "illustrasjon: true\nordninger:\n  sykkelpotten:\n    navn: Sykkelpotten\n    midler: belønningsmidler\n"
        "    periode: {fra: 2019, til: 2029}\n    prisår: 2026\n    øremerket_til: {tiltak: [sykkel]}\n"
        "    formål: Sikrer at sykkelnettet blir bygd\n",
    )
    put(
        root,
        "handlingsprogram/2027-30.yaml",
        "id: 2027-30\nnavn: Handlingsprogram 2027–2030\nillustrasjon: true\nperiode: {fra: 2027, til: 2030}\nstatus: utkast\n"
        "inntekter:\n  - {midler: bompenger, prisår: 2026, år: {2027: 100}}\n"
        "  - {midler: belønningsmidler, prisår: 2026, år: {2027: 50}}\n",
    )
    for id, (cost, climate, safety, measure) in PROJECTS.items():
        stem = id.lower()
        put(root, f"prosjekt/{stem}.yaml", sheet(id, cost, measure))
        put(
            root,
            f"vurdering/{stem}.yaml",
            f"prosjekt: {id}\nillustrasjon: true\nvurdert: {{av: bergen, rolle: fagperson}}\nlest: {{av: bergen, rolle: kvalitetssikrer}}\n"
            "vurderinger:\n"
            f"  klima: {{sannsynlig: {climate}, evidens: skjønn}}\n  trygghet: {{sannsynlig: {safety}, evidens: skjønn}}\n",
        )
    return root
