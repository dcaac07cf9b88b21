"""GOV010: a body is named by a word that another area uses, and no mandate here knows."""

import re
from collections.abc import Iterator

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Place, Problem, Severity
from byvekst_cli.model.block import Sheet
from byvekst_cli.model.case import Case
from byvekst_cli.model.mandate import Mandate
from byvekst_cli.model.meeting import Meeting
from byvekst_cli.model.vocabulary import Role
from byvekst_cli.model.wheel import Activity
from byvekst_cli.rules.rule import Problems, rule


@rule("GOV010", about=Sheet, severity=Severity.ADVICE)
def body_of_another_area(record: Record[Sheet], area: Area) -> Problems:
    """Judged where the area has mandates; a body's other names count as its own."""
    said = tuple(_said(record))
    mandates = [each.model for each in area.of(Mandate)] if said else []
    if not mandates or "mandate" in area.unread.some:
        return
    own = {name.casefold() for body in mandates for name in (body.name, *body.other_names)}
    known = dict.fromkeys(local.word for role in area.all_of(Role).values() for local in role.local)
    for text, place in said:
        for word in known:
            if word.casefold() not in own and re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE):
                yield Problem(place, {"word": word})


def _said(record: Record[Sheet]) -> Iterator[tuple[str, Place]]:
    """Where somebody who does something here is named freely; guests at a meeting may be from anywhere."""
    sheet = record.model
    if isinstance(sheet, Activity) and sheet.others:
        yield sheet.others, record.at("others")
    if isinstance(sheet, Meeting):
        for index, item in enumerate(sheet.agenda):
            if item.sender:
                yield item.sender, record.at("agenda", index, "sender")
        for index, late in enumerate(sheet.late):
            if late.approved_by:
                yield late.approved_by, record.at("late", index, "approved_by")
    if isinstance(sheet, Case):
        for index, local in enumerate(sheet.local):
            if isinstance(local.council, str):
                yield local.council, record.at("local", index, "council")
