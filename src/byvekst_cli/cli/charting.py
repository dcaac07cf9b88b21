"""Pictures of figures: which file they go to, and what is needed to draw them."""

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

from byvekst_cli.area import Area
from byvekst_cli.cli.opening import Opened
from byvekst_cli.cli.saving import save_bytes
from byvekst_cli.cli.usage import WrongUse
from byvekst_cli.cli.words import Words
from byvekst_cli.goals.compare import main_figure
from byvekst_cli.goals.invented import has_invented_values
from byvekst_cli.goals.standing import Standing
from byvekst_cli.language import Say
from byvekst_cli.language.compared import name_of
from byvekst_cli.pack.names import names
from byvekst_cli.pack.organisation import organisation as gathered
from byvekst_cli.portfolio.flows import flows
from byvekst_cli.portfolio.groups import grouped
from byvekst_cli.portfolio.invented import has_invented_estimates, has_invented_money
from byvekst_cli.report.portfolio import View, title_of

if TYPE_CHECKING:
    from byvekst_cli.draw.picture import Picture

ENDINGS: Final = (".svg", ".png")


def chart_file(text: str, words: Words) -> Path:
    """The file that was asked for, before anything is read. Raises WrongUse where it cannot be a picture."""
    path = Path(text)
    if path.suffix.lower() not in ENDINGS:
        raise WrongUse(words("bad-chart", file=text, allowed=ENDINGS))
    if find_spec("matplotlib") is None:
        raise WrongUse(words("no-matplotlib"))
    return path


def save_chart(path: Path, view: View, found: Opened, words: Words) -> None:
    """Draw what the view shows. Raises WrongUse where the file cannot or must not be written."""
    _save(path, _of_money(view, found.say), [found], words)


def save_organisation(path: Path, found: Opened, words: Words) -> None:
    """Draw the bodies of the area. Raises WrongUse where the file cannot or must not be written."""
    from byvekst_cli.draw.organisation import organisation

    _save(path, organisation(gathered(found.loaded.area), found.say), [found], words)


def save_picture(path: Path, picture: "Picture", found: Opened, words: Words) -> None:
    """Write a picture of one area. Raises WrongUse where the file cannot or must not be written."""
    _save(path, picture, [found], words)


def _save(path: Path, picture: "Picture", areas: Sequence[Opened], words: Words) -> None:
    from byvekst_cli.draw.picture import png, svg

    data = png(picture) if path.suffix.lower() == ".png" else svg(picture)
    save_bytes(path, data, [each.root / name for each in areas for name in each.loaded.documents], words)


def save_goal_chart(
    path: Path, asked: Sequence[tuple[Opened, Sequence[Standing]]], of_goal: bool, say: Say, words: Words
) -> None:
    """Draw the course of one goal, the goals of one area, or several areas. Raises WrongUse as above."""
    picture = _of_goals([(each.loaded.area, own) for each, own in asked], of_goal, say)
    _save(path, picture, [each for each, _ in asked], words)


def _of_goals(asked: Sequence[tuple[Area, Sequence[Standing]]], of_goal: bool, say: Say) -> "Picture":
    from byvekst_cli.draw.goal_areas import goal_areas
    from byvekst_cli.draw.goal_overview import goal_overview
    from byvekst_cli.draw.goal_series import goal_series

    invented = any(has_invented_values(area, (s for each in own for s in each.seen)) for area, own in asked)
    marks = [say("chart-invented")] if invented else []
    area, own = asked[0]
    if len(asked) > 1:
        return goal_areas([(area, main_figure(area, own)) for area, own in asked], marks, say)
    if of_goal:
        return goal_series(name_of(area), own[0], marks, say)
    return goal_overview(name_of(area), area.as_of, own, marks, say)


def _of_money(view: View, say: Say) -> "Picture":
    from byvekst_cli.draw import by_group, by_year, history
    from byvekst_cli.draw.subject import Subject

    if view.with_history:
        invented = has_invented_estimates(view.area, view.lines)
        subject = Subject(names(view.area), title_of(view), invented, _common(view, say))
        found = history.histories(view.lines, view.index, view.price_year)
        return history.history(subject, found, say)
    invented = has_invented_money(view.area, view.programme, view.lines)
    subject = Subject(names(view.area), title_of(view), invented, tuple(view.level_notes(say)))
    if view.by is not None:
        return by_group.by_group(subject, grouped(view.lines, view.by), view.by, say)
    return by_year.by_year(subject, flows(view.lines, view.years), say)


def _common(view: View, say: Say) -> tuple[str, ...]:
    if view.price_year is None or view.index is None:
        return ()
    return (say("chart-common-note", year=str(view.price_year), index=view.index.name),)
