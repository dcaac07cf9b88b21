"""The picture on a project sheet: how its cost estimates have moved."""

from byvekst_cli.draw.history import History, of
from byvekst_cli.draw.picture import Picture
from byvekst_cli.language import Say
from byvekst_cli.language.say import safe
from byvekst_cli.pack.project_sheet import Sheet


def cost_history(sheet: Sheet, say: Say) -> Picture:
    """A row an estimate, in the kroner that it stands in."""
    found = (
        [History(safe(f"{sheet.id} {sheet.name}"), sheet.points, sheet.steps)]
        if len(sheet.points) > 1
        else []
    )
    return of(sheet.name, found, [say("chart-invented")] if sheet.invented else [], say)
