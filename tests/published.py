"""Every published total that has published parts: as its source writes it, and worked out by hand."""

from dataclasses import dataclass
from decimal import Decimal
from math import prod
from typing import Final

AGREES, CANNOT, CONTRADICTS = "stemmer", "kan ikke sies", "går ikke opp"
SUM, REST, GROWTH, SHARE = "sum", "rest", "vekst", "andel"
CHAIN, MEAN, APART = "kjede", "snitt", "hver for seg"


@dataclass(frozen=True, slots=True)
class Published:
    """`stated` and `parts` as the source writes them, in its own unit; `stated` is empty where it has none.

    `spoil` turns one part into another in the example's file `where`; then `caught` must be found.
    `finding` is what stands there as the example is.
    """

    what: str
    how: str
    parts: str
    stated: str
    unit: str
    source: str
    verdict: str = AGREES
    where: str = ""
    finding: str = ""
    spoil: tuple[str, str] = ("", "")
    caught: str = ""
    remark: str = ""

    @property
    def found(self) -> Decimal | None:
        """By plain arithmetic, without the tool; None where the figures cannot be put together."""
        numbers = [Decimal(part) for part in self.parts.split()]
        first, last = numbers[0], numbers[-1]
        ways = {
            SUM: lambda: sum(numbers, Decimal(0)),
            REST: lambda: first - sum(numbers[1:], Decimal(0)),
            GROWTH: lambda: (last / first - 1) * 100,
            SHARE: lambda: first / last * 100,
            CHAIN: lambda: (prod((1 + each / 100 for each in numbers), start=Decimal(1)) - 1) * 100,
            MEAN: lambda: sum(numbers, Decimal(0)) / len(numbers),
            APART: lambda: None,
        }
        return ways[self.how]()

    @property
    def slack(self) -> Decimal:
        """Half of the last place that is printed: of the total, and of each part of a chain."""
        rounded = [self.stated, *(self.parts.split() if self.how == CHAIN else [])]
        return sum((_half(number) for number in rounded), Decimal(0))

    @property
    def fits(self) -> bool:
        return self.found is not None and abs(self.found - Decimal(self.stated)) <= self.slack


def _half(number: str) -> Decimal:
    return Decimal(1).scaleb(int(Decimal(number).as_tuple().exponent)) / 2


# fmt: off
PLAN: Final = "finansiering.yaml"
NO_SUM: Final = "Kilden oppgir ingen sum å prøve mot."
OSLO: Final = (
    Published("Bompengene, Oslo og Akershus", SUM, "60 40", "100", "%", "kunnskapsrapport-2023", where=PLAN,
              spoil=("oslo: 60", "oslo: 65"), caught="MON009"),
    Published("Tilskudd som falt ut i 2020", SUM, "554 50", "604", "mill.", "prop-47-s-2020", where=PLAN,
              spoil=("beløp: 554", "beløp: 654"), caught="MON008"),
    Published("Endring i post 66 i 2020, Oslo og Nord-Jæren", SUM, "-604 6", "-598", "mill.",
              "prop-47-s-2020", where=PLAN, spoil=("beløp: 6}", "beløp: 60}"), caught="MON008"),
    Published("Fornebubanen, delt på kommunene", SUM, "43 57", "100", "%", "tu-fornebubanen-2022",
              where="prosjekt/os-kol-001.yaml", spoil=("oslo: 43", "oslo: 53"), caught="VAL003"),
    Published("Fornebubanen, stasjoner i Oslo og Bærum", SUM, "3 4", "7", "stasjoner",
              "aftenposten-fornebubanen-2018", where="prosjekt/os-kol-001.yaml",
              remark="Står bare i beskrivelsen."),
    Published("Fornebubanen, dyrere enn i 2013", GROWTH, "4.5 26.4", "500", "%",
              "nettavisen-fornebubanen-2022", CONTRADICTS, "prosjekt/os-kol-001.yaml",
              remark="Kilden skriver «mer enn 500». Prisårene er ikke oppgitt. Står som merknad."),
    Published("Fornebubanen, over rammen (2018-kroner)", REST, "23.2 18.5", "4.7", "mrd.",
              "dagsavisen-fornebubanen-2022-04", CANNOT, "prosjekt/os-kol-001.yaml", "MON026",
              ("beløp: 18500", "beløp: 23200"), "",
              "Rammen på 18,5 er utledet av de to andre tallene. Funnet gjengir 4700."),
    Published("Fornebubanen, fra 2018-kroner til 26,4 mrd.", GROWTH, "23.2 26.4", "", "%",
              "nettavisen-fornebubanen-2022", CANNOT, "prosjekt/os-kol-001.yaml",
              remark="Prisåret til 26,4 er ikke oppgitt, og indeksen slutter i 2012."),
    Published("Fornebubanen, reell vekst 2019–2022 (2018-kroner)", GROWTH, "13.8 23.2", "", "%",
              "dagsavisen-fornebubanen-2022-04", CANNOT, "prosjekt/os-kol-001.yaml", remark=NO_SUM),
    Published("Fornebubanen, statens del (8,1 av 16–17 mrd.)", SHARE, "8.1 16.5", "50", "%",
              "byvekstavtale-tekst", CANNOT, PLAN,
              remark="8,1 er 2020-kroner; prisåret til 16–17 er ikke oppgitt. Regnet ut av midten."),
    Published("Byindeksen, kjedet 2018–2025", CHAIN, "-0.26 -6.86 2.37 5.49 0.04 0.07 2.67", "3.11", "%",
              "svv-byindeks-959", where="indikator/byindeks.yaml"),
)
BERGEN: Final = (
    Published("Øygarden i alt, 2019–2029", SUM, "425.7 35.4", "461", "mill.", "oeygarden-moete-2023",
              where=PLAN, spoil=("beløp: 425.7", "beløp: 452.7"), caught="MON008"),
    Published("Programområdetiltak til fire kommuner", SUM, "324.5 326.7 275.0 425.7", "", "mill.",
              "min-kommune-alver", CANNOT, PLAN, remark="Bergens del og rammen er ikke funnet."),
    Published("Belønningsmidler til fire kommuner", SUM, "27.1 27.2 22.9 35.4", "", "mill.",
              "min-kommune-alver", CANNOT, PLAN, remark="Bergens del og rammen er ikke funnet."),
    Published("Bybanen 4, uten det som var bevilget før", REST, "7508 4341", "", "mill.",
              "min-kommune-bergen", CANNOT, "prosjekt/bg-kol-004.yaml",
              remark="Resten er ikke delt på år eller kilder."),
    Published("Bybanen 5, uten det som var bevilget før", REST, "223.9 89.9", "", "mill.",
              "min-kommune-bergen", CANNOT, "prosjekt/bg-kol-005.yaml",
              remark="Resten er ikke delt på år eller kilder."),
    Published("Sykkelstamveg DS1, med restbehov", SUM, "126.9 140.8", "", "mill.", "min-kommune-bergen",
              CANNOT, "prosjekt/bg-syk-001.yaml", remark=NO_SUM),
    Published("Sykkelstamveg DS2, uten det som var bevilget før", REST, "214.9 75", "", "mill.",
              "min-kommune-bergen", CANNOT, "prosjekt/bg-syk-002.yaml",
              remark="Resten er ikke delt på år eller kilder."),
    Published("Handlingsprogram 2021–2024, ikke prioritert", REST, "10470 7885", "", "mill.",
              "byraadet-hp-2021-24", CANNOT, "handlingsprogram/2021-24.yaml", remark=NO_SUM),
    Published("Avtalens ramme: 25, mer enn 16 og nesten 30 mrd.", APART, "25 16 30", "", "mrd.",
              "miljoloftet-framside", CANNOT, "byvekst.yaml", "MON007",
              remark="Tre summer med ulikt omfang og ulik periode."),
    Published("Partene i avtalen", SUM, "5 1 2 1", "9", "parter", "hp-2022-25", where="byvekst.yaml"),
    Published("Byindeksen, kjedet 2018–2025", CHAIN, "-1.7 -8.0 5.6 3.5 1.2 0.0 2.1", "2.2", "%",
              "svv-byindeks-8952", where="indikator/byindeks.yaml"),
    Published("Byindeksen 2020 i årsmeldingen", CHAIN, "-1.7 -8.0", "-9.8", "%",
              "miljoloftet-aarsmelding-2020", CONTRADICTS, "indikator/byindeks.yaml",
              remark="Verdiene blir revidert; den eldre står i samme fil."),
    Published("Byindeksen 2022–2023 i årsmeldingen", SUM, "1.2", "1.1", "%", "miljoloftet-aarsmelding-2023",
              CONTRADICTS, "indikator/byindeks.yaml",
              remark="Verdiene blir revidert; den eldre står i samme fil."),
)
TRONDHEIM: Final = (
    Published("Rammen 2010–2025", SUM, "7 5.6 1.9 0.6 0.25 0.2 0.1", "15.6", "mrd.", "finansiering-2017",
              where=PLAN, spoil=("beløp: 5600", "beløp: 6600"), caught="MON008"),
    Published("Rammen 2010–2025, lenger opp på samme side", SUM, "7 5.6 1.9 0.6 0.25 0.2 0.1", "15.4", "mrd.",
              "finansiering-2017", CONTRADICTS, PLAN, "CON001", remark="Siden oppgir både 15,4 og 15,6."),
    Published("Rammen med belønningsmidler og momskompensasjon", SUM, "15.6 2.4 0.24", "", "mrd.",
              "finansiering-2017", CANNOT, PLAN, remark=NO_SUM),
    Published("Statens andel uten riksveg", REST, "8 3.6", "", "mrd.", "troenderbladet-2019", CANNOT,
              "byvekst.yaml", "MON007", remark="Prisåret mangler, og resten er ikke oppgitt."),
    Published("Nydalsbrua, kostnadsramme mindre styringsramme", REST, "1380 1220", "", "mill.", "innst-416-s",
              CANNOT, "prosjekt/tr-veg-001.yaml", remark=NO_SUM),
    Published("Nydalsbrua, uten statens del", REST, "1220 855", "", "mill.", "innst-416-s", CANNOT,
              "prosjekt/tr-veg-001.yaml", remark="Hvem som betaler resten, er ikke delt opp."),
    Published("Saupstadbrua, fra avsatt til åpning", GROWTH, "120 200", "", "%",
              "heimdalsbladet-saupstadbrua", CANNOT, "prosjekt/tr-syk-001.yaml",
              remark="Prisårene er ikke oppgitt."),
    Published("Isdamvegen, utvidet kostnadsramme", REST, "16 15", "", "mill.", "ku-innkalling-2017", CANNOT,
              "prosjekt/tr-ts-003.yaml", remark=NO_SUM),
    Published("Udbyes gate, Miljøpakken og riksvegmidler", SUM, "3.8 4.1", "", "mill.", "udbyes-gate", CANNOT,
              "prosjekt/tr-syk-009.yaml", remark=NO_SUM),
    Published("Fjellsetervegen, uten Miljøpakkens del", REST, "3.8 2.1", "", "mill.", "fjellsetervegen",
              CANNOT, "prosjekt/tr-syk-010.yaml", remark="Hvem som betalte resten, er ikke oppgitt."),
    Published("Snarveger i Melhus", SUM, "265690 280000 185054", "", "kr", "melhus-snarveier", CANNOT,
              "prosjekt/tr-ga-000.yaml", remark=NO_SUM),
    Published("Omdisponerte belønningsmidler 2020", SUM, "2.5 1.3 1.1", "", "mill.", "ku-innkalling-2020",
              CANNOT, "budsjett/2020.yaml", remark=NO_SUM),
    Published("Kontaktutvalget, seks kommuner", SUM, "6 1 1 2", "10", "deltakere", "aktoerer",
              where="byvekst.yaml"),
    Published("Kontaktutvalget, fire kommuner", SUM, "4 1 1 2", "8", "deltakere", "ku-siden-eldre",
              where="byvekst.yaml"),
    Published("Grønne reiser og bilreiser 2019", SUM, "43 57", "100", "%", "forside",
              where="indikator/reisevaner.yaml"),
    Published("Grønne reiser og bilreiser 2023", SUM, "48 50", "", "%", "rvu-2023", CANNOT,
              "indikator/reisevaner.yaml",
              remark="To prosent er verken grønne eller bil; kilden sier ikke hva."),
    Published("Byindeksen, kjedet 2019–2025", CHAIN, "-6.73 3.16 4.78 1.58 -1.56 1.21", "2.03", "%",
              "svv-byindeks-960", where="indikator/byindeks.yaml"),
)
NORD_JAEREN: Final = (
    Published("Bussveien, statens del (2016-kroner)", SHARE, "5.1 10.2", "50", "%",
              "aftenbladet-avtalen-2017", where=PLAN, remark="Kilden skriver om lag halvparten."),
    Published("Delrammene i pakken", SUM, "1 1 3 1", "", "mrd.", "rogfk-bymiljoepakken", CANNOT, PLAN,
              remark="Bare noen av delene av de «over 30» milliardene er oppgitt."),
    Published("Pakkens ramme: 32,1 og mer enn 30 mrd.", APART, "32.1 30", "", "mrd.", "bmp-ramme", CANNOT,
              "byvekst.yaml", "MON007", remark="Periode og prisår er ikke oppgitt."),
    Published("Statens midler: 8, 11 og 17 mrd.", APART, "8 11 17", "", "mrd.", "ferde-nord-jaeren", CANNOT,
              "byvekst.yaml", "MON007", remark="Tre summer med ulikt omfang."),
    Published("Sykkelstamvegen, to av etappene", SUM, "1050 300", "", "mill.", "stortinget-vedtak-543",
              CANNOT, "prosjekt/nj-syk-001.yaml",
              remark="Helheten er nær 1,4 mrd. Prisårene er ulike, og etapper mangler."),
    Published("Fortau i Figgenveien, før økningen", REST, "1980000 550000", "", "kr",
              "sandnes-perioderapport", CANNOT, "prosjekt/nj-ts-001.yaml", remark=NO_SUM),
    Published("Fagområdene for faggruppene", SUM, "1 1 1 1 1", "6", "fagområder", "kunnskapsrapport-2023",
              CONTRADICTS, "mandat/faggruppene.yaml",
              remark="Rapporten sier seks og lister opp fem. Står som merknad."),
    Published("Partene i pakken", SUM, "1 4 2", "7", "parter", "rogfk-bymiljoepakken", where="byvekst.yaml"),
    Published("Byindeksen, kjedet 2017–2025", CHAIN, "-2.01 -2.61 -5.14 3.35 3.30 2.80 1.29 1.90", "2.55",
              "%", "svv-byindeks-952", where="indikator/byindeks.yaml"),
    Published("Byindeksen 2017–2019 på pakkens side", CHAIN, "-2.01 -2.61", "-4.4", "%", "bmp-nullvekst",
              CONTRADICTS, "indikator/byindeks.yaml",
              remark="Verdiene blir revidert; den eldre står i samme fil."),
)
BUDGET_2019: Final = (
    "https://www.statsbudsjettet.no/Statsbudsjettet-2019/Statsbudsjettet-fra-A-til-A/"
    "Belonningsordningen-bymiljo--og-byvekstavtaler/"
)
BUDGET_2020: Final = (
    "https://www.statsbudsjettet.no/Statsbudsjettet-2020/Statsbudsjettet-fra-A-til-A/"
    "Belonningsordningen---bymiljo--og-byvekstavtaler/"
)
BUDGET_2023: Final = "https://www.bygg.no/vil-bruke-6-5-milliarder-pa-byutvikling/1508892!/"
SSB: Final = "https://ssb.no/a/static/bkianl/tab-2008-04-24-01.html"
IN_OSLO: Final = "examples/oslo/finansiering.yaml"
COUNTRY: Final = (
    Published("Store kollektivprosjekter 2019", SUM, "391 5 962 174", "1532", "mill.", BUDGET_2019,
              where=IN_OSLO, spoil=("beløp: 962", "beløp: 926"), caught="MON008"),
    Published("Byområdene i NTP 2022–2033", SUM, "23.1 13.5 10 13.4 10", "80", "mrd.",
              "https://9pdf.net/document/yr38w56j-oversikt-over-sp%C3%B8rm%C3%A5l-og-svar-vedr-ntp.html",
              CONTRADICTS, IN_OSLO, "CON001", remark="Ti milliarder av «om lag 80» er ikke fordelt."),
    Published("De fire områdene i budsjettet for 2023", SUM, "2.15 2.8 0.7 0.3", "6", "mrd.", BUDGET_2023,
              remark="Står ikke i eksemplene: modellen har ikke «om lag»."),
    Published("Tre poster i budsjettet for 2019", SUM, "659.7 771 1532", "", "mill.", BUDGET_2019, CANNOT,
              remark=NO_SUM),
    Published("To poster av om lag 5 mrd. i budsjettet for 2020", SUM, "2.1 0.85", "", "mrd.", BUDGET_2020,
              CANNOT, remark="De andre postene er ikke oppgitt."),
    Published("Byggekostnadsindeksen, året 2006", MEAN, "109.0 110.4 111.7 113.3", "111.1", "poeng", SSB),
    Published("Byggekostnadsindeksen, året 2007", MEAN, "114.4 116.8 118.9 122.2", "118.1", "poeng", SSB),
    Published("Byggekostnadsindeksen, 1. kvartal 2007–2008", GROWTH, "114.4 124.3", "8.7", "%", SSB),
    Published("Byggekostnadsindeksen, 4. kvartal 2007 til 1. kvartal 2008", GROWTH, "122.2 124.3", "1.7", "%",
              SSB),
)
# fmt: on
AREAS: Final = {
    "oslo": ("Oslo-området", OSLO),
    "bergen": ("Bergensområdet", BERGEN),
    "trondheim": ("Trondheimsområdet", TRONDHEIM),
    "nord-jaeren": ("Nord-Jæren", NORD_JAEREN),
    "": ("Hele landet", COUNTRY),
}
INTRO: Final = """# Tall som er publisert, regnet ut på nytt

Her er hver sum, andel, vekst og forskjell som kildene oppgir sammen med delene,
og det delene gir når de regnes ut for hånd. Beløpene står i den enheten kilden bruker.

- **stemmer**: innenfor avrundingen av det som er trykt.
- **går ikke opp**: kilden sier imot seg selv eller en annen.
- **kan ikke sies**: kilden oppgir ingen sum å prøve mot, deler mangler, eller prisårene er ulike.

«Funn» er det `byvekst check` melder i eksemplet slik det står.
Tallene prøves av `tests/test_published_totals.py`; siden lages av `python tests/published.py`.
"""


def page() -> str:
    """The page of `docs/published-totals.md`."""
    parts = [INTRO]
    for name, (title, totals) in AREAS.items():
        rows = "".join(_row(name, total) for total in totals)
        parts.append(f"## {title}\n\n{_HEAD}{rows}")
    return "\n".join(parts)


_COLUMNS: Final = "Hva | Deler | Oppgitt | Regnet ut | Vurdering | Kilde | I eksemplet | Funn | Merknad"
_HEAD: Final = f"| {_COLUMNS} |\n|---|---|--:|--:|---|---|---|---|---|\n"


def _row(area: str, total: Published) -> str:
    parts = f"{total.how}: {'; '.join(_printed(Decimal(part)) for part in total.parts.split())}"
    source = f"[kilde]({total.source})" if total.source.startswith("http") else f"`{total.source}`"
    where = total.where if total.where.startswith("examples/") else f"examples/{area}/{total.where}"
    linked = f"[{where.rsplit('/', 1)[-1]}](../{where})" if total.where else ""
    stated = f"{_printed(Decimal(total.stated))} {total.unit}" if total.stated else ""
    found = f"{_printed(_short(total.found))} {total.unit}" if total.found is not None else ""
    cells = (total.what, parts, stated, found, total.verdict, source, linked, total.finding, total.remark)
    return f"| {' | '.join(cells)} |\n"


def _short(number: Decimal) -> Decimal:
    """At most two decimals, none that says nothing."""
    rounded = round(number, 2)
    return rounded.quantize(Decimal(1)) if rounded == rounded.to_integral_value() else rounded.normalize()


def _printed(number: Decimal) -> str:
    grouped = f"{number:,f}" if abs(number) >= 10000 else f"{number:f}"
    return grouped.replace(",", " ").replace(".", ",").replace("-", "−")


if __name__ == "__main__":
    import sys

    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    print(page(), end="")
