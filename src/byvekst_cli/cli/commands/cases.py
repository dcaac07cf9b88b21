"""`byvekst cases`: the plan of cases, most pressing first; or one case's whole way."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Final

import typer
from typer.core import TyperCommand

from byvekst_cli.area import Area, Record
from byvekst_cli.cli.exits import CLEAN
from byvekst_cli.cli.opening import Opened, case_of, opened
from byvekst_cli.cli.options import argument, console, flags, maker, one_of
from byvekst_cli.cli.usage import WrongUse
from byvekst_cli.cli.words import Words
from byvekst_cli.governance.wanted import WantedCases
from byvekst_cli.language import LANGUAGES
from byvekst_cli.model.case import Case, CaseState

FORMATS: Final = ("text", "markdown", "json")
KINDS: Final = {"--body": "mandate", "--meeting": "meeting", "--party": "organisation"}
STATES: Final = tuple(state.value for state in CaseState)


def add(app: typer.Typer, words: Words, command: type[TyperCommand]) -> None:
    """Add the command to the app, with help in one language."""
    option, flag = maker(words), flags(words)

    @app.command("cases", cls=command, help=words("cases"), epilog=words("cases-examples"))
    def cases(
        area: Annotated[str | None, argument(words, "one-area", "AREA")] = None,
        case_id: Annotated[str | None, argument(words, "cases-case", "CASE")] = None,
        case: Annotated[str | None, option("case", "ID", says="cases-case")] = None,
        body: Annotated[str | None, option("body", "BODY", says="cases-body")] = None,
        meeting: Annotated[str | None, option("meeting", "MEETING")] = None,
        party: Annotated[str | None, option("party", "PARTY", says="cases-party")] = None,
        state: Annotated[str | None, option("state", "STATE", STATES, says="cases-state")] = None,
        all: Annotated[bool, flag("all")] = False,
        format: Annotated[str, option("format", "FORMAT", FORMATS)] = FORMATS[0],
        as_of: Annotated[str | None, option("as-of", "DATE")] = None,
        language: Annotated[str | None, option("language", "LANGUAGE", LANGUAGES)] = None,
    ) -> int:
        folder, id = _placed(area, case_id, case, words)
        asked = {"--body": body, "--meeting": meeting, "--party": party}
        if id is not None and (all or state is not None or any(asked.values())):
            raise WrongUse(words("cases-not-together"))
        reached = _state(state, words)
        found = opened(folder, format, FORMATS, as_of, language, words)
        if id is not None:
            return _card(case_of(found.loaded.area, id, words), found, format)
        _must_exist(asked, found.loaded.area, words)
        return _list(WantedCases(body, meeting, party, reached), found, format, show_all=all)


def _placed(
    area: str | None, second: str | None, case: str | None, words: Words
) -> tuple[str | None, str | None]:
    """The folder and the case: a word that is no folder can be a case, where one stands in an area."""
    if second is not None and case is not None:
        raise WrongUse(words("two-cases", one=second, other=case))
    id = case if second is None else second
    is_word = area is not None and not set(area) & {"/", os.sep, "."} and not Path(area).exists()
    if is_word and id is None and Path("byvekst.yaml").is_file():
        return None, area
    return area, id


def _state(text: str | None, words: Words) -> CaseState | None:
    """As it stands in files, also with spaces. Raises WrongUse."""
    if text is None:
        return None
    return CaseState(one_of("--state", text.strip().lower().replace(" ", "-"), STATES, words))


def _must_exist(asked: Mapping[str, str | None], area: Area, words: Words) -> None:
    """Raises WrongUse."""
    for option, id in asked.items():
        kinds = (KINDS[option],)
        if id is not None and not any(record.kind in kinds for record in area.named(id)):
            raise WrongUse(words("no-such-record", id=id, option=option, near=area.near(id, kinds)))


def _list(wanted: WantedCases, found: Opened, format: str, *, show_all: bool) -> int:
    from byvekst_cli.report.case_lines import lines
    from byvekst_cli.report.cases import Listed, cases_markdown, print_cases
    from byvekst_cli.report.cases_json import cases_json

    area, say = found.loaded.area, found.say
    fitting = tuple(line for line in lines(area) if wanted.fits(line.story, line.way, line.step))
    shown = fitting
    if not (show_all or wanted.state):
        shown = tuple(line for line in fitting if line.step is not None)
    listed = Listed(area, shown, len(fitting) - len(shown))
    if format == "json":
        sys.stdout.write(cases_json(listed))
    elif format == "markdown":
        sys.stdout.write(cases_markdown(listed, say))
    else:
        print_cases(listed, say, console())
    return CLEAN


def _card(record: Record[Case], found: Opened, format: str) -> int:
    from byvekst_cli.report.case_card import card_grids, card_notes
    from byvekst_cli.report.case_lines import line
    from byvekst_cli.report.cases_json import card_json
    from byvekst_cli.report.grid import markdown_grids, print_grids
    from byvekst_cli.report.roles import area_name

    area, say = found.loaded.area, found.say
    one = line(area, record)
    title = f"{area_name(area)}: {one.case.title} ({one.case.id})"
    if format == "json":
        sys.stdout.write(card_json(one))
    elif format == "markdown":
        sys.stdout.write(markdown_grids(title, card_grids(one, say), card_notes(one, say)))
    else:
        print_grids(title, card_grids(one, say), card_notes(one, say), console())
    return CLEAN
