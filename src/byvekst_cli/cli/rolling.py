"""`byvekst new handlingsprogram --roll 2026-2029`: the next programme, from the one before."""

import re
from dataclasses import dataclass

from byvekst_cli.area import Area, Record
from byvekst_cli.cli.usage import WrongUse
from byvekst_cli.cli.words import Words
from byvekst_cli.edit.roll import rolled_file
from byvekst_cli.language import Say
from byvekst_cli.model.programme import Programme
from byvekst_cli.model.text import ID_PATTERN, file_stem
from byvekst_cli.model.when import When
from byvekst_cli.portfolio.rolled import rolled


@dataclass(frozen=True, slots=True)
class Asked:
    """The years of the new programme as written, its id, and the programme to roll from."""

    years: str
    id: str | None
    programme: str | None


def rolled_programme(area: Area, asked: Asked, say: Say, words: Words) -> tuple[str, str]:
    """The path and the text of the new file. Raises WrongUse."""
    first, last = _years(asked.years, words)
    before = _before(area, asked.programme, first, words)
    usual = f"{last % 100:02}" if re.search(r"\d{4}-\d{2}$", before.id) else str(last)
    id = asked.id or f"{first}-{usual}"
    path = f"handlingsprogram/{file_stem(id)}.yaml"
    if not re.fullmatch(ID_PATTERN, id):
        raise WrongUse(words("bad-name", given=id))
    if taken := next(iter(area.named(id)), None):
        raise WrongUse(words("id-taken", id=taken.id, file=taken.path))
    name = say("rolled-name", first=str(first), last=str(last))
    return path, rolled_file(rolled(area, before, first, last), id, name, say)


def _years(text: str, words: Words) -> tuple[int, int]:
    """`2026-2029` or `2026-29`, both included."""
    match = re.fullmatch(r"(\d{4})[-–](\d{4}|\d{2})", text)
    if match:
        first = int(match.group(1))
        last = int(text[: 4 - len(match.group(2))] + match.group(2))
        if 1950 <= first <= last <= min(first + 20, 2199):
            return first, last
    raise WrongUse(words("bad-roll", value=text))


def _before(area: Area, id: str | None, first: int, words: Words) -> Record[Programme]:
    """The programme asked for, else the last one with lines that begins before the new years."""
    known = area.of(Programme)
    if id is not None:
        found = next((record for record in known if record.id.casefold() == id.casefold()), None)
        if found is None:
            raise WrongUse(words("no-programme", id=id, near=area.near(id, ("programme",))))
        return found
    earlier = [record for record in known if record.model.lines and _start(record) < first]
    if not earlier:
        raise WrongUse(words("nothing-to-roll", year=str(first)))
    return max(earlier, key=_start)


def _start(record: Record[Programme]) -> int:
    since = record.model.period.since
    return since.first.year if isinstance(since, When) else 9999
