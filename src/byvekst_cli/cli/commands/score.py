"""`byvekst score`: what projects are worth for the goals, beside what they cost."""

import json
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Annotated, Final

import typer
from typer.core import TyperCommand

from byvekst_cli.area import Area
from byvekst_cli.cli.charting import chart_file
from byvekst_cli.cli.exits import CLEAN, FOUND
from byvekst_cli.cli.opening import opened
from byvekst_cli.cli.options import argument, console, flags, maker, one_of
from byvekst_cli.cli.score_chart import save_score_chart
from byvekst_cli.cli.status import print_tables
from byvekst_cli.cli.usage import WrongUse
from byvekst_cli.cli.words import Words
from byvekst_cli.language import LANGUAGES, Say
from byvekst_cli.model.near import near
from byvekst_cli.pack.scores import BY, Row, Scores, grouped, in_programme, scores, unread
from byvekst_cli.report.grid import Grid
from byvekst_cli.report.score_sensitive import Sensitivity, sensitivity_grids, sensitivity_notes
from byvekst_cli.report.score_why import why_grids, why_notes
from byvekst_cli.report.scores import (
    common_notes,
    group_grid,
    left_out_notes,
    price_notes,
    score_grid,
    score_notes,
    title_of,
)
from byvekst_cli.report.scores_json import VERSION, scores_json
from byvekst_cli.value.smaa import acceptability, ahead
from byvekst_cli.value.told import Unusable, model_of

FORMATS: Final = ("text", "markdown", "json")
DRAWS: Final = 10_000
SEED: Final = 1
_FEWEST, _MOST = 100, 100_000


@dataclass(frozen=True, slots=True)
class Asked:
    """What was written on the command line of `score`."""

    profile: str | None
    why: str | None
    by: str | None
    sensitivity: bool
    seed: str | None
    draws: str | None


def add(app: typer.Typer, words: Words, command: type[TyperCommand]) -> None:
    """Add the command to the app, with help in one language."""
    option, flag = maker(words), flags(words)

    @app.command("score", cls=command, help=words("score"), epilog=words("score-examples"))
    def score(
        area: Annotated[str | None, argument(words, "one-area", "AREA")] = None,
        profile: Annotated[str | None, option("profile", "PROFILE")] = None,
        why: Annotated[str | None, option("why", "ID", says="score-why")] = None,
        by: Annotated[str | None, option("by", "GROUP", BY, says="score-by")] = None,
        sensitivity: Annotated[bool, flag("sensitivity")] = False,
        seed: Annotated[str | None, option("seed", "NUMBER")] = None,
        draws: Annotated[str | None, option("draws", "NUMBER")] = None,
        chart: Annotated[str | None, option("chart", "FILE", says="score-chart")] = None,
        format: Annotated[str, option("format", "FORMAT", FORMATS)] = FORMATS[0],
        as_of: Annotated[str | None, option("as-of", "DATE")] = None,
        language: Annotated[str | None, option("language", "LANGUAGE", LANGUAGES)] = None,
    ) -> int:
        one_of("--by", by or BY[0], BY, words)
        asked = Asked(profile, why, by, sensitivity, seed, draws)
        _must_fit(asked, chart, words)
        picture = chart_file(chart, words) if chart is not None else None
        found = opened(area, format, FORMATS, as_of, language, words)
        loaded, say = found.loaded.area, found.say
        model = model_of(loaded)
        if model is None and unread(loaded, ("value-model",)):
            print(words("model-unread"), file=sys.stderr)
            return FOUND
        if model is None or not model.model.criteria:
            return _nothing(loaded, format, [say("no-criteria" if model else "no-value-model")])
        try:
            told = _scores(loaded, profile, words)
        except Unusable as error:
            listed = found.say.listed(error.criteria, "and")
            print(words("score-unusable-model", criteria=listed), file=sys.stderr)
            return FOUND
        if not told.sets or not told.rows:
            what = say("no-profiles" if not told.sets else "no-assessments")
            return _nothing(loaded, format, [what, *left_out_notes(told, say)])
        if picture is not None:
            save_score_chart(picture, told, profile, found, words)
        written = [say("chart-written", file=chart)] if chart and format == "text" else []
        return _print(loaded, told, asked, format, written, say, words)


def _must_fit(asked: Asked, chart: str | None, words: Words) -> None:
    views = [asked.why is not None, asked.by is not None, asked.sensitivity]
    if sum(views) > 1:
        raise WrongUse(words("not-together-score"))
    if (asked.seed is not None or asked.draws is not None) and not asked.sensitivity:
        raise WrongUse(words("only-for-draws"))
    if chart is not None and any(views):
        raise WrongUse(words("no-score-chart-of"))
    if asked.sensitivity and find_spec("numpy") is None:
        raise WrongUse(words("no-numpy"))
    if asked.draws is not None and not _FEWEST <= _number(asked.draws, words) <= _MOST:
        raise WrongUse(words("bad-draws", low=_FEWEST, high=_MOST))


def _number(text: str, words: Words) -> int:
    if not text.isdecimal() or len(text) > 9:
        raise WrongUse(words("bad-number", value=text))
    return int(text)


def _scores(area: Area, profile: str | None, words: Words) -> Scores:
    """Raises Unusable, and WrongUse where the profile is not there or has no weights."""
    found = scores(area, None)
    if profile is None:
        return found
    named = next((each for each in found.values.profiles if each.casefold() == profile.casefold()), None)
    if named is not None:
        return scores(area, named)
    if profile.casefold() in {each.casefold() for each in found.values.refused}:
        raise WrongUse(words("profile-refused", id=profile))
    known = [*found.values.profiles]
    raise WrongUse(words("no-profile", id=profile, near=near(profile, known), known=tuple(known)))


def _print(
    area: Area, told: Scores, asked: Asked, format: str, written: list[str], say: Say, words: Words
) -> int:
    why = _project(told, asked.why, area, words) if asked.why is not None else None
    groups = grouped(area, told, asked.by) if asked.by is not None else ()
    drawn = _drawn(area, told, asked, words) if asked.sensitivity else None
    if format == "json":
        sys.stdout.write(scores_json(area, told, why, groups, drawn))
        return CLEAN
    width = console().width if format == "text" else None
    title, common = title_of(area, told, say), common_notes(told, say)
    if why is not None:
        name = why.scored.project.name if why.scored.project else ""
        grids, notes = why_grids(area, told, why, say), why_notes(told, why, say) + common
        title = f"{why.scored.id} {name}".strip()
    elif asked.by is not None:
        grids, notes = [group_grid(area, told, groups, asked.by, say, width)], [say("score-groups-note")]
        notes += price_notes(told, say) + common
    elif drawn is not None:
        drawn_in = [told.values.names[each] for each in told.sets] if asked.profile else []
        grids, notes = sensitivity_grids(drawn, say), [*sensitivity_notes(drawn, drawn_in, say), *common]
    else:
        grids, notes = [score_grid(told, say, width)], score_notes(told, say)
    print_tables(title, grids, notes + written, format)
    return CLEAN


def _project(told: Scores, id: str, area: Area, words: Words) -> Row:
    found = next((row for row in told.rows if row.scored.id.casefold() == id.casefold()), None)
    if found is not None:
        return found
    if any(each.casefold() == id.casefold() for each in told.not_assessed):
        raise WrongUse(words("not-assessed", id=id))
    raise WrongUse(words("no-such-project", id=id, near=area.near(id, ("project",))))


def _drawn(area: Area, told: Scores, asked: Asked, words: Words) -> Sensitivity:
    """Weights from the profile that was asked for, or else from all weights there are."""
    model = told.values.model
    draws = int(model.draws or DRAWS) if asked.draws is None else _number(asked.draws, words)
    seed = int(model.seed if model.seed is not None else SEED)
    seed = seed if asked.seed is None else _number(asked.seed, words)
    sets = list(told.sets.values()) if asked.profile else []
    projects = [row.scored.judged for row in told.rows]
    criteria = len(told.values.measures)
    drawn = acceptability(projects, sets, criteria, draws, seed)
    pairs = ahead(projects, sets, criteria, draws, seed)
    return Sensitivity(told, drawn, pairs, *in_programme(area, told))


def _nothing(area: Area, format: str, notes: list[str]) -> int:
    if format == "json":
        empty = {"version": VERSION, "as_of": area.as_of.isoformat(), "area": area.id, "projects": []}
        sys.stdout.write(json.dumps(empty, ensure_ascii=False) + "\n")
    else:
        grids: list[Grid] = []
        print_tables(area.file.name if area.file else area.name, grids, notes, format)
    return CLEAN
