"""FIG016: a note gives a payer or a party another share than the records have."""

from collections.abc import Iterator
from decimal import Decimal

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Clue, Hint, On, Place, Problem, Severity
from byvekst_cli.model.funding_plan import Split
from byvekst_cli.model.organisation import Organisation
from byvekst_cli.model.paper import Paper
from byvekst_cli.model.rounding import rounds_to
from byvekst_cli.model.vocabulary import Means
from byvekst_cli.portfolio.stated import most_of, share_of, sheet_of
from byvekst_cli.prose.sentences import same_word
from byvekst_cli.prose.shares import ShareOfCost, ShareOfSource, shares_of_cost, shares_of_source, written
from byvekst_cli.rules.rule import Problems, rule

_Known = tuple[Decimal, Place]


@rule("FIG016", about=Paper, severity=Severity.WARNING)
def share_unlike_data(note: Record[Paper], area: Area) -> Problems:
    """Rounding is no difference. Where two places differ, one that agrees is enough."""
    text = area.text_of(note)
    said: list[tuple[ShareOfCost | ShareOfSource, tuple[_Known, ...]]] = [
        *((each, tuple(_of_cost(each, area))) for each in shares_of_cost(text, area)),
        *((each, tuple(_of_source(each, area))) for each in shares_of_source(text)),
    ]
    for each, known in said:
        if known and not any(rounds_to(share, each.percent) for share, _ in known):
            share, place = known[0]
            known_share = round(share, 1).normalize() + Decimal(0)
            facts = {"words": each.words, "known": known_share, "years": Hint(written(each.years))}
            stretch = Place(note.path, stretch=(each.start, each.end))
            yield Problem(stretch, facts, (Clue(place, "the-figure-here"),))


def _of_cost(said: ShareOfCost, area: Area) -> Iterator[_Known]:
    sheet = sheet_of(area, said.project)
    found = share_of(area, sheet, said.payer, said.years) if sheet else None
    yield from [found] if found else []
    yield from most_of(area, sheet, said.payer, said.years) if sheet else []


def _of_source(said: ShareOfSource, area: Area) -> Iterator[_Known]:
    """The agreed shares of the source that is named, for the party that is named."""
    means, organisations = area.all_of(Means), area.all_of(Organisation)
    for record in area.of(Split):
        source = means.get(str(record.model.means))
        names = [name for each in (source.names.values() if source else ()) for name in each.split()]
        if not any(same_word(name.casefold(), said.what.casefold()) for name in names):
            continue
        if said.years is not None and not record.model.holds_for(said.years):
            continue
        for party, share in record.model.shares.items():
            named = organisations.get(party)
            if said.who.casefold() in {party.casefold(), named.name.casefold() if named else ""}:
                yield share, record.at("shares", party, on=On.KEY)
