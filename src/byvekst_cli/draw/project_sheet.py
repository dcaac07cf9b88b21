"""The picture on a project sheet: how its cost estimates have moved."""

from byvekst_cli.draw.history import History, history_alt, of
from byvekst_cli.draw.picture import Picture
from byvekst_cli.language import Say
from byvekst_cli.language.say import safe
from byvekst_cli.pack.project_sheet import Sheet


def cost_history(sheet: Sheet, say: Say) -> Picture:
    """A row an estimate, in the kroner that it stands in."""
    return of(sheet.name, _found(sheet), _closing(sheet, say), say)


def cost_history_alt(sheet: Sheet, say: Say) -> str:
    """The same in words."""
    return history_alt(sheet.name, _found(sheet), _closing(sheet, say), say)


def _found(sheet: Sheet) -> list[History]:
    name = safe(f"{sheet.id} {sheet.name}")
    return [History(name, sheet.points, sheet.steps)] if len(sheet.points) > 1 else []


def _closing(sheet: Sheet, say: Say) -> list[str]:
    return [say("chart-invented")] if sheet.invented else []
