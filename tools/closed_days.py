"""Write the table of Norwegian holidays that ships with the tool, from the library `holidays`.

`--check` only compares. Weekends are not in the table; 24 and 31 December are working days by law, and
an area that closes then says so in a table of its own.
"""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

import holidays

YEARS: Final = range(2015, 2041)
TABLE: Final = Path(__file__).resolve().parent.parent / "src/byvekst_cli/catalogue/fridager/norge.yaml"
NAMES: Final = {
    "Første nyttårsdag": ("første-nyttårsdag", "første nyttårsdag", "første nyttårsdag", "New Year's Day"),
    "Skjærtorsdag": ("skjærtorsdag", "skjærtorsdag", "skjærtorsdag", "Maundy Thursday"),
    "Langfredag": ("langfredag", "langfredag", "langfredag", "Good Friday"),
    "Første påskedag": ("første-påskedag", "første påskedag", "første påskedag", "Easter Sunday"),
    "Andre påskedag": ("andre-påskedag", "andre påskedag", "andre påskedag", "Easter Monday"),
    "Arbeidernes dag": ("første-mai", "1. mai", "1. mai", "1 May"),
    "Grunnlovsdag": ("grunnlovsdagen", "17. mai", "17. mai", "17 May"),
    "Kristi himmelfartsdag": (
        "kristi-himmelfartsdag", "Kristi himmelfartsdag", "Kristi himmelfartsdag", "Ascension Day",
    ),
    "Første pinsedag": ("første-pinsedag", "første pinsedag", "første pinsedag", "Whit Sunday"),
    "Andre pinsedag": ("andre-pinsedag", "andre pinsedag", "andre pinsedag", "Whit Monday"),
    "Første juledag": ("første-juledag", "første juledag", "første juledag", "Christmas Day"),
    "Andre juledag": ("andre-juledag", "andre juledag", "andre juledag", "Boxing Day"),
}  # fmt: skip
"""The library's name → id, and the name in bokmål, nynorsk and English."""
HEAD: Final = """# Made by tools/closed_days.py from the library holidays (MIT); do not edit.
id: norge
navn: Helligdager og offentlige høytidsdager i Norge
gjelder: {{fra: {first}, til: {last}}}
merknad: Faste helligdager, påske og pinse, 1. og 17. mai. 24. og 31. desember er ikke helligdager.
fridager:
"""


def found() -> dict[str, list[date]]:
    """The library's name → its dates; one day may have two names."""
    dates: dict[str, list[date]] = {name: [] for name in NAMES}
    for day, names in sorted(holidays.country_holidays("NO", years=YEARS, language="no").items()):
        for name in names.split("; "):
            dates[name].append(day)
    return dates


def table() -> str:
    """The text of the file."""
    return HEAD.format(first=YEARS[0], last=YEARS[-1]) + "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    for name, dates in found().items():
        id, nb, nn, en = NAMES[name]
        yield f'  {id}:\n    navn: {{nb: {nb}, nn: {nn}, en: "{en}"}}\n    datoer:'
        yield from (f"      - {day.isoformat()}" for day in dates)


def main() -> int:
    """Write or compare; 1 when they differ."""
    if "--check" in sys.argv[1:]:
        return 0 if TABLE.read_text(encoding="utf-8") == table() else 1
    TABLE.parent.mkdir(parents=True, exist_ok=True)
    TABLE.write_text(table(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
