"""`byvekst export`: an area as workbooks, to be edited by people who never see the files."""

from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text
from typer.core import TyperCommand

from byvekst_cli import __version__
from byvekst_cli.area.outgoing import Status
from byvekst_cli.cli.areas import shown
from byvekst_cli.cli.exits import CLEAN
from byvekst_cli.cli.opening import Opened, opened
from byvekst_cli.cli.options import argument, console, flags, maker
from byvekst_cli.cli.reasons import not_written
from byvekst_cli.cli.usage import WrongUse
from byvekst_cli.cli.words import Words
from byvekst_cli.finding.faults import FAULTS
from byvekst_cli.language import LANGUAGES
from byvekst_cli.model.near import near
from byvekst_cli.model.organisation import Organisation
from byvekst_cli.model.when import When


def add(app: typer.Typer, words: Words, command: type[TyperCommand]) -> None:
    """Add the command to the app, with help in one language."""
    option, flag = maker(words), flags(words)

    @app.command("export", cls=command, help=words("export"), epilog=words("export-examples"))
    def export(
        area: Annotated[str | None, argument(words, "one-area", "AREA")] = None,
        to: Annotated[str | None, option("to", "FILE")] = None,
        forms: Annotated[str | None, option("forms", "FOLDER")] = None,
        owner: Annotated[str | None, option("owner", "ORGANISATION")] = None,
        period: Annotated[str | None, option("period", "PERIOD", says="export-period")] = None,
        replace: Annotated[bool, flag("replace")] = False,
        as_of: Annotated[str | None, option("as-of", "DATE")] = None,
        language: Annotated[str | None, option("language", "LANGUAGE", LANGUAGES)] = None,
    ) -> int:
        if (to is None) == (forms is None):
            raise WrongUse(words("export-where"))
        if owner is not None and forms is None:
            raise WrongUse(words("export-owner-forms"))
        if period is not None and forms is None:
            raise WrongUse(words("export-period-forms"))
        at = opened(area, "text", ("text",), as_of, language, words)
        _left_out(at)
        if forms is not None:
            files = _forms(at, Path(forms), owner, _statuses(at, period, words), words)
        else:
            files = {_xlsx(Path(str(to)), words): _portfolio(at)}
        _save(files, replace, words)
        for path in files:
            console().print(Text(at.say("export-made", file=shown(path))), soft_wrap=True)
        return CLEAN


def _portfolio(at: Opened) -> bytes:
    from byvekst_cli.report.workbook import portfolio_workbook

    return portfolio_workbook(at.loaded.area, at.say, __version__)


def _statuses(at: Opened, period: str | None, words: Words) -> dict[str, Status]:
    """What each project that reports in a period has to tell, by id. Raises WrongUse."""
    from byvekst_cli.edit.owner_status import BrokenReport, statuses

    if period is None:
        return {}
    if not When.fits(period):
        raise WrongUse(words("export-bad-period", period=period))
    try:
        return statuses(at.loaded, When.parse(period), at.say)
    except BrokenReport as error:
        raise WrongUse(words("export-broken-report", file=f"{shown(at.root)}/{error.path}")) from None


def _forms(
    at: Opened, folder: Path, owner: str | None, statuses: dict[str, Status], words: Words
) -> dict[Path, bytes]:
    """A workbook for each owner, or for the one named. Raises WrongUse."""
    from byvekst_cli.report.owner_forms import form_workbook, owners

    found = owners(at.loaded.area)
    if owner is not None:
        known = {each.casefold(): each for each in found if each}
        if owner.casefold() not in known:
            known_ids = [*known.values(), *at.loaded.area.all_of(Organisation)]
            raise WrongUse(words("export-no-owner", owner=owner, near=near(owner, known_ids)))
        found = {known[owner.casefold()]: found[known[owner.casefold()]]}
    elif ownerless := found.pop(None, []):
        told = _some([record.id for record in ownerless])
        console().print(Text(at.say("export-ownerless", n=len(ownerless), projects=told)))
    if not found:
        raise WrongUse(words("export-no-forms"))
    silent = [record.id for records in found.values() for record in records if record.id not in statuses]
    if statuses and silent:
        console().print(Text(at.say("export-silent", n=len(silent), projects=_some(silent))))
    return {
        folder / f"{file_name(name)}.xlsx": form_workbook(
            at.loaded.area, name or "", records, statuses, at.say, __version__
        )
        for name, records in found.items()
    }


def _some(ids: list[str]) -> str:
    return ", ".join(ids[:8]) + (" …" if len(ids) > 8 else "")


def file_name(owner: str | None) -> str:
    """An owner's id as the name of a file."""
    from byvekst_cli.model.text import file_stem

    return file_stem(owner or "")


def _left_out(at: Opened) -> None:
    """Say which files could not be read and are therefore not in the workbook."""
    faulty = {f.path for f in at.loaded.findings if f.slug in FAULTS and f.severity.value == "error"}
    for path in sorted(faulty):
        console().print(Text(at.say("export-left-out", file=f"{shown(at.root)}/{path}")), soft_wrap=True)


def _xlsx(path: Path, words: Words) -> Path:
    if path.suffix.lower() != ".xlsx":
        raise WrongUse(words("export-ending", file=str(path)))
    return path


def _save(files: dict[Path, bytes], replace: bool, words: Words) -> None:
    """Whole files or none; one that is there is left unless it may be replaced. Raises WrongUse."""
    for path in files:
        if path.exists() and not replace:
            raise WrongUse(words("export-there", file=str(path)))
    for path, data in files.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            part = path.with_name(f".{path.name}.part")
            part.write_bytes(data)
            part.replace(path)
        except (OSError, ValueError) as error:
            raise not_written(str(path), error, words) from None
