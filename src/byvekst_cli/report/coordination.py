"""The coordination table: how far each party has come, the points side by side, and the agreed text."""

from byvekst_cli.language import Say
from byvekst_cli.language.values import value_words
from byvekst_cli.language.yearly import time_of
from byvekst_cli.model.treatment import Outcome
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.pack.coordination import CoordinationTable, Party, Said
from byvekst_cli.report.cells import NOTHING, capital, filled, in_parts
from byvekst_cli.report.grid import Grid

_MOST = 6
"""Parties beside each other that have room for their names on a page."""
_MARKS = {True: "local-mark-differs", False: "local-mark-as-proposed", None: "local-mark-untold"}


def parties(table: CoordinationTable, say: Say) -> Grid:
    """How far each party has come."""
    head = [say(f"local-{name}") for name in ("party", "council", "day", "due", "outcome")]
    rows = [_party(each, say) for each in table.parties]
    return filled(Grid(say("local-title"), head, rows, numbers=()), say)


def _party(each: Party, say: Say) -> list[str]:
    council = value_words(each.council, say)
    if each.on_behalf_of:
        council = say("local-behalf", council=council, other=each.on_behalf_of)
    outcome = _outcome(each.outcome, say) if each.is_registered else say("local-not-registered")
    due = "" if each.is_registered else value_words(each.due, say)
    return [short(each.name), council, value_words(each.dated, say), due, capital(outcome)]


def _outcome(outcome: Outcome | Unknown | None, say: Say) -> str:
    return say(f"outcome-{outcome.value}") if isinstance(outcome, Outcome) else say("unknown")


def short(name: str) -> str:
    """`Bergen kommune` is Bergen here, and a county its own name."""
    return name.removesuffix(" kommune").removesuffix(" fylkeskommune")


def additions(table: CoordinationTable, say: Say) -> Grid:
    """What the parties added, in their own words."""
    rows = [[short(each.name), each.additions] for each in table.parties if each.additions]
    return Grid(say("local-remarks"), [say("local-party"), say("local-text")], rows, numbers=())


def points(table: CoordinationTable, say: Say) -> list[Grid]:
    """A column for each party, and for each point whether it agrees with what was proposed."""
    names = [answer.party for answer in table.points[0].answers] if table.points else []
    parts = in_parts(names, _MOST)
    grids = []
    for at, own in enumerate(parts):
        title = say("local-points")
        if len(parts) > 1:
            title = say.doc("doc-part", title=title, part=str(at + 1), of=str(len(parts)))
        rows = []
        for point in table.points:
            by_party = {answer.party: answer for answer in point.answers}
            rows.append([point.point, *(capital(say(_MARKS[by_party[name].deviates])) for name in own)])
        grids.append(Grid(title, [say("local-point"), *map(short, own)], rows, numbers=()))
    return grids


def deviations(table: CoordinationTable, say: Say) -> Grid:
    """The points that a party wants otherwise."""
    rows = [
        [point.point, point.proposal or NOTHING, short(answer.party), _said(answer, say)]
        for point in table.points
        for answer in point.answers
        if answer.deviates
    ]
    head = [say(f"local-{name}") for name in ("point", "proposal", "party", "text")]
    return Grid(say("local-deviations"), head, rows, numbers=())


def _said(answer: Said, say: Say) -> str:
    outcome = capital(_outcome(answer.outcome, say))
    return f"{outcome}: {answer.text}" if answer.text else outcome


def agreed(table: CoordinationTable, say: Say) -> Grid:
    """The text to agree on, point by point."""
    rows = [[point.point, point.agreed or say("local-to-agree")] for point in table.points]
    return Grid(say("local-agreed-title"), [say("local-point"), say("local-text")], rows, numbers=())


def common(table: CoordinationTable, say: Say) -> Grid:
    """When the case is in the common bodies."""
    head = [say("local-day"), say("roles-body")]
    rows = [[value_words(each.dated, say), each.body] for each in table.common]
    return Grid(say.doc("samordning-common-title"), head, rows, numbers=())


def rounds(table: CoordinationTable, say: Say) -> Grid:
    """What the wheel says of local treatment, and of what it comes between."""
    head = [say("wheel-when-head"), say("wheel-what"), say.doc("wheel-who"), say.doc("samordning-treated")]
    rows = [
        [
            capital(time_of(each.step.activity, say)),
            each.step.activity.name,
            each.who,
            say.doc("samordning-locally" if each.step.activity.local else "samordning-together"),
        ]
        for each in table.local
    ]
    return filled(Grid(say.doc("samordning-wheel-title", year=table.year), head, rows, numbers=()), say)
