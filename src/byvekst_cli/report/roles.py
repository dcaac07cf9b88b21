"""Who does what in words: names, limits and the way of a task."""

from byvekst_cli.area import Area
from byvekst_cli.governance.tasks import Cell, Row, Step, matrix, path
from byvekst_cli.language import Say
from byvekst_cli.language.amounts import amount
from byvekst_cli.model.mandate import Authority, Mandate, TaskPart
from byvekst_cli.model.money import PriceBasis, PriceYear
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.model.vocabulary import Concept
from byvekst_cli.report.grid import Grid


def area_name(area: Area) -> str:
    return area.file.name if area.file else area.name


def meaning(concept: Concept, say: Say) -> str:
    """What a word means, in the language spoken or in one it has; empty where nothing is said."""
    texts = concept.meaning or {}
    return texts.get(say.language) or next(iter(texts.values()), "")  # type: ignore[call-overload]


def named(concept: Concept | None, id: str, say: Say) -> str:
    """A word in the language spoken, or in one it has."""
    names = concept.names if concept else {}
    return names.get(say.language) or next(iter(names.values()), id)  # type: ignore[call-overload]


def task_name(row: Row, area: Area, say: Say) -> str:
    """The common name, and in brackets what the area calls it where that is something else."""
    name = named(row.task, row.id, say)
    users = row.task.local if row.task else []
    local = next((each.word for each in users if each.user.casefold() == area.id.casefold()), name)
    return name if local.casefold().startswith(name.casefold()) else f"{name} ({local})"


def limits(cell: Cell, area: Area, say: Say) -> str:
    """Within what a body may decide itself, and to whom it must tell it."""
    return "; ".join(limit(each, area, say) for each in cell.authority)


def limit(authority: Authority, area: Area, say: Say) -> str:
    """One authority in words."""
    parts = [authority.condition.rstrip(".")] if authority.condition else []
    if isinstance(authority.limit, Unknown):
        parts.append(say("limit-unknown"))
    elif authority.limit is not None:
        level = say_level(authority.price_year or PriceYear(PriceBasis.UNKNOWN), say)
        parts.append(say("limit-amount", amount=amount(authority.limit, say), level=level))
    if authority.reports_to:
        above = area.one(Mandate, authority.reports_to)
        parts.append(say("limit-report", body=above.name if above else authority.reports_to))
    return ", ".join(parts)


def say_level(year: PriceYear, say: Say) -> str:
    """`2020-kr`, `løpende kr`."""
    return say("level-year", year=str(year)) if isinstance(year.basis, int) else say(f"level-{year}")


def path_grid(area: Area, row: Row, say: Say) -> Grid:
    """The way of a task: a line for each body, in order."""
    names = {each.id.casefold(): named(each.task, each.id, say) for each in matrix(area)}
    steps = path(area, row.id)
    several = len({step.task for step in steps}) > 1
    first = {step.task: at for at, step in reversed(list(enumerate(steps)))}
    lines = [
        [str(at + 1), names[step.task] if several and first[step.task] == at else "", *_step(step, area, say)]
        for at, step in enumerate(steps)
    ]
    head = [say("path-step"), *(say(f"roles-{name}") for name in ("task", "body", "does", "limit"))]
    return Grid(say("path-title"), head, lines, numbers=()).without_empty()


def path_notes(row: Row, say: Say) -> list[str]:
    """What the word means, and what no mandate says."""
    notes = [meaning(row.task, say)] if row.task and row.task.meaning else []
    if not row.cells:
        return [*notes, say("path-empty")]
    decided = any(cell.part is TaskPart.DECIDES and not cell.authority for cell in row.cells.values())
    return notes if decided else [*notes, say("path-undecided")]


def _step(step: Step, area: Area, say: Say) -> list[str]:
    if step.body is None or step.cell is None:
        names = ", ".join(area.name_of(each) for each in step.councils)
        return [say("path-councils"), say("path-local", parties=names), ""]
    return [step.body.name, say(f"part-{step.cell.part.value}"), limits(step.cell, area, say)]
