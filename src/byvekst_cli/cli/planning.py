"""What `byvekst plan` makes of its options: the question, the answer, its picture, and its file."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from byvekst_cli.area import Area
from byvekst_cli.cli.charting import save_picture
from byvekst_cli.cli.documents import progress
from byvekst_cli.cli.opening import Opened
from byvekst_cli.cli.reasons import not_written
from byvekst_cli.cli.usage import WrongUse
from byvekst_cli.cli.words import Words
from byvekst_cli.edit.programme_choice import choice_file
from byvekst_cli.edit.write import AlreadyThere, make_files
from byvekst_cli.model.programme import Programme
from byvekst_cli.model.project import Project
from byvekst_cli.model.text import ID_PATTERN
from byvekst_cli.pack.plan import placed_otherwise
from byvekst_cli.pack.plan_document import Lacking, ready, reckoned_on, worked_out
from byvekst_cli.pack.planned import Asked, NoPlan, Plan
from byvekst_cli.pack.plans import plan_programme

_YEARS: Final = re.compile(r"(\d{4})[-–](\d{2}|\d{4})")
_PERCENT: Final = re.compile(r"([+-]?)(\d{1,3}(?:[.,]\d+)?)\s*%?")
_MOST_INCOME: Final = 900
_LEAST_INCOME: Final = -90


@dataclass(frozen=True, slots=True)
class Wish:
    """What was written on the command line."""

    programme: str | None
    profile: str | None
    inside: list[str]
    outside: list[str]
    income: str | None
    horizon: str | None
    gap: str | None
    seed: str | None


@dataclass(frozen=True, slots=True)
class Question:
    """The same, read."""

    programme: Programme | None
    years: tuple[int, int] | None
    asked: Asked


def asked_of(wish: Wish, area: Area, words: Words) -> Question:
    """Raises WrongUse for what cannot be read or is not there."""
    programme = plan_programme(area, wish.programme)
    if programme is None and wish.programme is not None:
        near = area.near(wish.programme, ("programme",))
        raise WrongUse(words("no-programme", id=wish.programme, near=near))
    asked = Asked(
        wish.profile,
        frozenset(_project(id, area, words) for id in wish.inside),
        frozenset(_project(id, area, words) for id in wish.outside),
        _income(wish.income, words),
        _gap(wish.gap, words),
        _seed(wish.seed, words),
    )
    return Question(programme, _horizon(wish.horizon, words), asked)


def reckoned(area: Area, question: Question, words: Words) -> Plan | NoPlan:
    """The answer. Raises WrongUse where the area does not have what it takes, and says what lacks."""
    try:
        model = ready(area)
        profile = question.asked.profile
        if profile is not None and profile not in model.profiles:
            raise WrongUse(words("plan-no-profile", id=profile, known=tuple(model.profiles)))
        found = reckoned_on(area, model, question.programme, question.years)
        here = set(found.instance.ids)
        for id in sorted((question.asked.inside | question.asked.outside) - here):
            raise WrongUse(words("plan-not-in", id=id, near=None))
        progress(words("plan-working", n=len(here)))
        return worked_out(area, model, found, question.asked)
    except Lacking as error:
        raise WrongUse(words.say(f"choice-lacks-{error.lack.value}", about=error.about)) from None
    finally:
        progress("")


def draw(path: Path, answer: Plan, found: Opened, words: Words) -> None:
    """The prices and the frontier in a file. Raises WrongUse where it cannot be written."""
    from byvekst_cli.draw.programme_plan import programme_plan

    area = found.loaded.area
    name = area.file.name if area.file else area.name
    save_picture(path, programme_plan(name, answer, found.say), found, words)


def adopted(answer: Plan, id: str, reasons: list[str], found: Opened, words: Words) -> str:
    """Freeze the answer as a file of the area, and say so. Raises WrongUse, then nothing is written."""
    if not re.match(ID_PATTERN, id):
        raise WrongUse(words("bad-name", given=id))
    taken = next((each for each in found.loaded.area.records if each.id.casefold() == id.casefold()), None)
    if taken is not None:
        raise WrongUse(words("id-taken", id=taken.id, file=taken.path))
    given = dict(_reason(each, words) for each in reasons)
    turned = sorted(placed_otherwise(answer))
    for project in turned:
        if project.casefold() not in given:
            raise WrongUse(words("plan-needs-reason", id=project))
    path, text = choice_file(
        answer, id, {each: given[each.casefold()] for each in turned}, found.loaded.area, found.say
    )
    try:
        make_files({found.root / path: text})
    except AlreadyThere:
        raise WrongUse(words("already-there", file=path)) from None
    except OSError as error:
        raise not_written(path, error, words) from None
    return words("plan-adopted", file=path)


def _reason(text: str, words: Words) -> tuple[str, str]:
    id, equals, why = text.partition("=")
    if not equals or not why.strip():
        raise WrongUse(words("plan-bad-reason", value=text))
    return id.strip().casefold(), why.strip()


def _project(id: str, area: Area, words: Words) -> str:
    found = area.one(Project, id)
    if found is None:
        raise WrongUse(words("plan-not-in", id=id, near=area.near(id, ("project",))))
    return found.id


def _income(text: str | None, words: Words) -> int:
    if text is None:
        return 0
    match = re.fullmatch(r"([+-]?\d{1,3})\s*%?", text.replace("−", "-"))
    value = int(match.group(1)) if match else _MOST_INCOME + 1
    if not _LEAST_INCOME <= value <= _MOST_INCOME:
        raise WrongUse(words("plan-bad-income", value=text))
    return value


def _gap(text: str | None, words: Words) -> float | None:
    match = _PERCENT.fullmatch(text) if text is not None else None
    if text is None:
        return None
    if match is None or match.group(1) == "-" or float(match.group(2).replace(",", ".")) > 50:
        raise WrongUse(words("plan-bad-gap", value=text))
    return float(match.group(2).replace(",", ".")) / 100


def _seed(text: str | None, words: Words) -> int:
    if text is None:
        return 1
    if not text.isdecimal() or len(text) > 9:
        raise WrongUse(words("plan-bad-seed", value=text))
    return int(text)


def _horizon(text: str | None, words: Words) -> tuple[int, int] | None:
    if text is None:
        return None
    match = _YEARS.fullmatch(text)
    if match:
        first = int(match.group(1))
        last = int(match.group(2)) if len(match.group(2)) == 4 else first // 100 * 100 + int(match.group(2))
        if 0 <= last - first < 20:
            return first, last
    raise WrongUse(words("bad-roll", value=text))
