"""GOV010: the annual wheel names a body by a word that another area uses, and no mandate here knows."""

import re

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.mandate import Mandate
from byvekst_cli.model.vocabulary import Role
from byvekst_cli.model.wheel import Activity
from byvekst_cli.rules.rule import Problems, rule


@rule("GOV010", about=Activity, severity=Severity.ADVICE)
def body_of_another_area(activity: Record[Activity], area: Area) -> Problems:
    """Judged where the area has mandates; a body's other names count as its own."""
    mandates = [record.model for record in area.of(Mandate)]
    own = {name.casefold() for body in mandates for name in (body.name, *body.other_names)}
    text = activity.model.others
    if text is None or not own or "mandate" in area.unread.some:
        return
    known = dict.fromkeys(local.word for role in area.all_of(Role).values() for local in role.local)
    for word in known:
        if word.casefold() not in own and re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE):
            yield Problem(activity.at("others"), {"word": word})
