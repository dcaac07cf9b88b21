"""PRO002: a short form in capitals is not explained where it first stands."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Hint, Severity
from byvekst_cli.model.block import Sheet
from byvekst_cli.model.mandate import Mandate
from byvekst_cli.model.organisation import Organisation
from byvekst_cli.model.paper import Paper
from byvekst_cli.model.wording import ShortForm
from byvekst_cli.prose.abbreviations import initials, unexplained
from byvekst_cli.prose.found import grouped
from byvekst_cli.prose.passages import language_of
from byvekst_cli.rules.rule import Problems, rule


@rule("PRO002", about=Paper, severity=Severity.ADVICE)
def unexplained_abbreviation(note: Record[Paper], area: Area) -> Problems:
    """What all know, ids of the area's own and names of its bodies and organisations need no explanation."""
    short_forms = area.all_of(ShortForm)
    known = {id for id, each in short_forms.items() if each.known or each.off}
    known |= {record.id.upper() for record in area.of(Sheet)}
    known |= {initials(each.name) for each in area.all_of(Organisation).values()}
    known |= {word for record in area.of(Mandate) for word in _names(record.model)}
    meanings = {id: tuple((each.stands_for or {}).values()) for id, each in short_forms.items()}
    language = language_of(note, area) or "nb"
    for group in grouped(unexplained(area.text_of(note), known, meanings)):
        names = short_forms[group.name].stands_for if group.name in short_forms else None
        meant = Hint((names or {}).get(language))  # type: ignore[call-overload]
        yield group.problem(note.path, {"short": group.name, "meant": meant})


def _names(body: Mandate) -> list[str]:
    """The words that a body is called by."""
    return " ".join((body.name, *body.other_names)).split()
