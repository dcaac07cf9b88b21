"""A new programme's file, made from the one before: amounts that go on, and a word on what slipped."""

import json
import textwrap
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from byvekst_cli.language import Say
from byvekst_cli.model.block import Sourced
from byvekst_cli.model.funding import Post
from byvekst_cli.model.project import Milestone, Project
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.portfolio.rolled import From, Rolled, RolledLine
from byvekst_cli.source.small_yaml import read

WIDTH: Final = 96


def rolled_file(rolled: Rolled, id: str, name: str, say: Say) -> str:
    """The text of the file. Amounts keep the source they had; what must be looked at is a comment."""
    lines = [
        *_comment(say("rolled-from", before=rolled.before.name)),
        f"id: {_yaml(id)}",
        f"navn: {_yaml(name)}",
        *([f"avtale: {rolled.before.agreement}"] if rolled.before.agreement else []),
        f"periode: {{fra: {rolled.first}, til: {rolled.last}}}",
        "status: utkast",
        f"erstatter: {_yaml(rolled.before.id)}",
        *_income(rolled.income),
        *_lines(rolled, say),
        *_left_out(rolled, say),
    ]
    return "\n".join(lines) + "\n"


def _income(income: tuple[From, ...]) -> Iterator[str]:
    if income:
        yield "inntekter:"
    for each in income:
        yield f"  - {_row(each)}"


def _lines(rolled: Rolled, say: Say) -> Iterator[str]:
    if rolled.ended:
        yield from _comment(say("roll-ended", projects=_named(rolled.ended)))
    if rolled.lines:
        yield "linjer:"
    for line in rolled.lines:
        yield from _line(line, rolled, say)


def _line(line: RolledLine, rolled: Rolled, say: Say) -> Iterator[str]:
    if line.sheet is not None:
        yield from _comment(line.sheet.name, "  ")
    for milestone in line.slipped:
        yield from _comment(_slip(milestone, say), "  ")
    for year, left in line.unspent:
        yield from _comment(say("roll-unspent", year=str(year), left=left.moneys[0].in_mnok), "  ")
    if line.had_money and not line.posts:
        yield from _comment(say("roll-no-money", first=str(rolled.first), last=str(rolled.last)), "  ")
    yield f"  - prosjekt: {_yaml(line.project)}"
    if line.binding:
        yield f"    binding: {line.binding}"
    if line.posts:
        yield "    poster:"
    for post in line.posts:
        yield f"      - {_row(post)}"


def _left_out(rolled: Rolled, say: Say) -> Iterator[str]:
    if rolled.unfunded:
        yield "uten_midler:"
    for row in rolled.unfunded:
        reason = f", grunn: {_yaml(row.reason)}" if row.reason else ""
        yield f"  - {{prosjekt: {_yaml(row.project)}{reason}}}"
    if rolled.candidates:
        yield from _comment(say("roll-candidates", projects=_named(rolled.candidates)))


def _slip(milestone: Milestone, say: Say) -> str:
    event = milestone.event.value
    if milestone.slipped_to is None:
        return say("roll-passed", event=event, planned=milestone.due)
    return say("roll-slipped", event=event, planned=milestone.planned, now=milestone.slipped_to[1])


def _named(sheets: tuple[Project, ...]) -> str:
    return ", ".join(f"{sheet.id} ({sheet.name})" for sheet in sheets)


def _row(each: From) -> str:
    """A post or an income as one line of YAML, with where its figures come from."""
    row = each.row
    purpose = row.purpose if isinstance(row, Post) else None
    fields: dict[str, object] = {
        "midler": row.means,
        "formål": purpose,
        "prisår": row.price_year,
        "år": {str(when): amount for when, amount in row.years.items()},
        **_provenance(each.provenance),
    }
    return _flow({key: value for key, value in fields.items() if value is not None})


def _provenance(said: Sourced | None) -> Mapping[str, object]:
    if said is None:
        return {}
    return {"kilde": said.source} if said.source else {"illustrasjon": True}


def _flow(fields: Mapping[str, object]) -> str:
    return "{" + ", ".join(f"{key}: {_value(value)}" for key, value in fields.items()) + "}"


def _value(value: object) -> str:
    match value:
        case Mapping():
            return _flow({str(key): each for key, each in value.items()})
        case Decimal():
            return f"{value:f}"
        case True:
            return "true"
        case Unknown():
            return str(value)
    return _yaml(str(value)) if not str(value).isdigit() else str(value)


def _yaml(text: str) -> str:
    """Text as YAML inside braces, in quotes wherever it would be read as anything but itself."""
    small = read(f"x: {{y: {text}}}\n")
    same = not small.flaws and small.data == {"x": {"y": text}}
    return text if same else json.dumps(text, ensure_ascii=False)


def _comment(text: str, indent: str = "") -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=f"{indent}# ", subsequent_indent=f"{indent}# ")
