"""`byvekst lint`: notes one by one, each in the area it belongs to or else by itself."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from byvekst_cli.area import Area
from byvekst_cli.cli.areas import shown
from byvekst_cli.cli.mailed import Mailed
from byvekst_cli.lint import Selection, lint
from byvekst_cli.model.case import Case
from byvekst_cli.model.kinds import AREA, kind_at
from byvekst_cli.model.mandate import Mandate
from byvekst_cli.model.spot import Spot
from byvekst_cli.model.text import file_stem
from byvekst_cli.pack.history import History, history
from byvekst_cli.prose.readability import Reading
from byvekst_cli.report.checked import Checked, CheckedArea
from byvekst_cli.source.load import Loaded, load
from byvekst_cli.source.lone import WORD, Lone, alone, beside, read_lone
from byvekst_cli.source.tree import Folder

TEXT_RULES = ("accessibility", "notes", "prose", "table-sum-wrong", "claim-without-basis")
"""Rules that need nothing but a note."""


@dataclass(frozen=True, slots=True)
class File:
    """A note as it was named, and what it holds."""

    name: str
    data: bytes


def lint_files(
    files: list[File], as_of: date, selection: Selection, given: Mapping[str, str], mailed: Mailed | None
) -> tuple[Checked, list[str]]:
    """What was found in each note, and the languages that their areas want."""
    if mailed is not None:
        language = mailed.loaded.area.language
        found = [_as_if_inside(file, mailed, selection, given) for file in files]
        return Checked(_together(found), as_of), [language] if language else []
    areas: dict[Path, Loaded] = {}
    found, languages = [], []
    for file in files:
        place = _place(Path(file.name))
        if place is None:
            found.append(_alone(file, as_of, selection, given))
            continue
        root, path = place
        loaded = areas.setdefault(root, load(Folder(root), as_of)) if root not in areas else areas[root]
        found.append(_inside(root, path, file, loaded, selection, given))
        languages += [loaded.area.language] if loaded.area.language else []
    return Checked(_together(found), as_of), list(dict.fromkeys(languages))


def histories(files: list[File], as_of: date, mailed: Mailed | None) -> list[History]:
    """What the section on earlier treatment should hold, for each case that the notes lie with."""
    if mailed is not None:
        return [history(mailed.loaded.area, mailed.case.model)]
    found: dict[tuple[Path, str], History] = {}
    for file in files:
        place = _place(Path(file.name))
        if place is None:
            continue
        root, path = place
        area = load(Folder(root), as_of).area
        case = area.one(Case, _belongs(path, area).get("sak"))
        if case is not None and (root, case.id) not in found:
            found[root, case.id] = history(area, case)
    return list(found.values())


def _together(found: list[CheckedArea]) -> tuple[CheckedArea, ...]:
    """Notes of one area as one, but those that would lie in one place each by itself."""
    made: list[CheckedArea] = []
    for each in found:
        at = next((at for at, before in enumerate(made) if before.is_beside(each)), len(made))
        made[at : at + 1] = [made[at].and_also(each) if at < len(made) else each]
    return tuple(made)


def _place(file: Path) -> tuple[Path, str] | None:
    """The area whose case a note lies with, and its path there; None where there is none."""
    try:
        whole = file.resolve()
    except (OSError, RuntimeError):
        return None
    root = whole.parent.parent.parent
    path = whole.relative_to(root).as_posix()
    is_in_case = path.startswith("sak/") and (root / AREA.pattern).is_file()
    return (root, path) if is_in_case else None


def _inside(
    root: Path, path: str, file: File, loaded: Loaded, selection: Selection, given: Mapping[str, str]
) -> CheckedArea:
    """The area's rules on one of its notes; what they find elsewhere is for `check` to tell."""
    spots: dict[str, tuple[Spot, ...]] = {}
    if kind_at(path) is None:
        lone = read_lone(path, file.data)
        loaded = beside(loaded, lone, {**_belongs(path, loaded.area), **given})
        spots = _spots(lone)
    return _found(root, path, loaded, spots, selection)


def _as_if_inside(file: File, mailed: Mailed, selection: Selection, given: Mapping[str, str]) -> CheckedArea:
    """The same for a note that lies elsewhere, told of by its own path."""
    path = mailed.path(file.name)
    lone = read_lone(path, file.data)
    known = {**_belongs(path, mailed.loaded.area), **mailed.known, **given}
    checked = _found(mailed.root, path, beside(mailed.loaded, lone, known), _spots(lone), selection)
    return replace(checked, elsewhere={path: shown(Path(file.name))})


def _found(
    root: Path, path: str, loaded: Loaded, spots: Mapping[str, tuple[Spot, ...]], selection: Selection
) -> CheckedArea:
    found = tuple(finding for finding in lint(loaded, selection) if finding.path == path)
    note = loaded.area.notes.get(path)
    return CheckedArea(
        loaded.area.id,
        loaded.area.name,
        shown(root),
        {path: loaded.documents[path]},
        found,
        spots,
        {path: Reading.of(note)} if note else {},
    )


def _alone(file: File, as_of: date, selection: Selection, given: Mapping[str, str]) -> CheckedArea:
    path = shown(Path(file.name))
    lone = read_lone(path, file.data)
    loaded = alone(lone, as_of, given)
    found = lint(loaded, selection.within(TEXT_RULES))
    documents, readings = {path: lone.document}, {path: Reading.of(lone.text)}
    return CheckedArea("", "", ".", documents, found, _spots(lone), readings)


def _spots(lone: Lone) -> dict[str, tuple[Spot, ...]]:
    """Where the lines of a Word note are; there are none in one that could not be read."""
    path = lone.document.path
    return {path: lone.spots} if path.lower().endswith(WORD) else {}


def _belongs(path: str, area: Area) -> dict[str, str]:
    """The case and the body that a file lies with, by its folder and its name."""
    folder, _, name = path.rpartition("/")
    cases = [record.id for record in area.of(Case) if record.path == f"{folder}/sak.yaml"]
    stem = file_stem(name.rpartition(".")[0]).removeprefix("notat-").removeprefix("utkast-")
    bodies = [record.id for record in area.of(Mandate) if file_stem(record.id) == stem]
    found = {"sak": next(iter(cases), None), "organ": next(iter(bodies), None)}
    return {key: id for key, id in found.items() if id is not None}
