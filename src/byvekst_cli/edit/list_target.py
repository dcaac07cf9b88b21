"""The fields of a project sheet that a map of a list can name, by their paths."""

from collections.abc import Iterator
from dataclasses import dataclass

from byvekst_cli.finding import Route
from byvekst_cli.model.near import near
from byvekst_cli.model.project import Event
from byvekst_cli.model.tables import BY_NAME, PARTS, Column


class BadMap(Exception):
    """The map does not fit the list, or the fields; `why` names the sentence."""

    def __init__(self, why: str, **facts: object) -> None:
        super().__init__(why)
        self.why, self.facts = why, facts


@dataclass(frozen=True, slots=True)
class Target:
    """A field that a column or a fixed value fills: its route in a sheet, and what it takes."""

    route: Route
    column: Column


def target(path: str) -> Target:
    """The field at a path: `navn`, `anslag.beløp`, `milepæler.åpning.plan`, `finansiering.sum.beløp`."""
    first, *rest = path.split(".")
    table, name = "projects", path
    route: Route = ()
    if first == "anslag":
        table, route, name = "estimates", ("anslag", 0), ".".join(rest)
    elif first == "milepæler" and rest[:1] and rest[0] in set(Event):
        at = [event.value for event in Event].index(rest[0])
        table, route, name = "milestones", ("milepæler", at), ".".join(rest[1:])
    elif first == "finansiering" and rest[:1] == ["poster"]:
        table, route, name = "posts", ("finansiering", "poster", 0), ".".join(rest[1:])
    elif first == "finansiering" and rest[:1] and rest[0] in PARTS:
        table, route, name = "sums", ("finansiering", rest[0]), ".".join(rest[1:])
    column = BY_NAME[table].find(name)
    if column is None:
        known = [*_paths(), *(f"milepæler.{event}.plan" for event in Event)]
        raise BadMap("map-no-field", field=path, near=near(path, known))
    return Target((*route, *column.keys), column)


def _paths() -> Iterator[str]:
    starts = {"projects": "", "estimates": "anslag.", "posts": "finansiering.poster."}
    for table, start in starts.items():
        yield from (start + column.name for column in BY_NAME[table].columns)
    yield from (f"finansiering.{part}.{column.name}" for part in PARTS for column in BY_NAME["sums"].columns)
