"""`byvekst import notat.docx`: a note from Word into a case of an area, or to a file by itself."""

from collections.abc import Callable
from pathlib import Path

from rich.text import Text

from byvekst_cli.area import Area
from byvekst_cli.area.facts import Fact, ask
from byvekst_cli.cli.areas import find_areas, shown
from byvekst_cli.cli.asking import fit, missing_fields, pairs
from byvekst_cli.cli.exits import CLEAN
from byvekst_cli.cli.incoming.asked import Asked
from byvekst_cli.cli.opening import body_of, case_of
from byvekst_cli.cli.options import console, day
from byvekst_cli.cli.reasons import not_written, reason_of
from byvekst_cli.cli.usage import NothingChecked, WrongUse
from byvekst_cli.cli.words import Words
from byvekst_cli.edit.new_file import path_of
from byvekst_cli.edit.word_file import files_of, handling_in
from byvekst_cli.edit.word_markdown import Made, as_markdown
from byvekst_cli.edit.write import AlreadyThere, make_files, must_be_free
from byvekst_cli.language import Say
from byvekst_cli.model.case import Case
from byvekst_cli.model.kinds import KINDS, Kind
from byvekst_cli.report.imported import print_imported, said
from byvekst_cli.source.load import load
from byvekst_cli.source.tree import Folder
from byvekst_cli.source.word.note import WordNote
from byvekst_cli.source.word.outline import with_headings
from byvekst_cli.source.word.package import LARGEST
from byvekst_cli.source.word.text import WordFile, read_word


def bring_in(asked: Asked, words: Words) -> int:
    """Make the note and say what is not as it was. Raises WrongUse, NothingChecked; never overwrites."""
    if asked.own.get("output") is not None and asked.area is not None:
        raise WrongUse(words("output-or-area"))
    root, area = (None, None) if asked.own.get("output") is not None else _area(asked, words)
    say = Say(asked.language or (area.language if area else None) or words.say.language)
    file = _read(asked.file, words)
    if file.note is None:
        raise WrongUse(f"{asked.file}: {' '.join(said(flaw, say) for flaw in file.document.flaws)}")
    note = with_headings(file.note)
    values = _given(asked, note, area, words, say)
    path = asked.own.get("output") or path_of(_paper(), values, None)
    made = as_markdown(note, Path(path).stem, _is_fact(area))
    values.setdefault("tittel", fit(_paper(), "tittel", made.title, words, say))
    _complete(values, asked, words)
    where = Path(path).parent if root is None else root / Path(path).parent
    _make(where, Path(path).name, made, values, asked, say)
    print_imported(made.lost, file.document.flaws, say, console())
    return CLEAN


def _area(asked: Asked, words: Words) -> tuple[Path, Area]:
    try:
        (root,) = find_areas([Path(asked.area)] if asked.area else [], words)
    except NothingChecked:
        if asked.area is not None:
            raise
        raise NothingChecked(words("import-no-area")) from None
    return root, load(Folder(root), day(None, words)).area


def _is_fact(area: Area | None) -> Callable[[str], bool]:
    """Outside an area nobody knows which facts there are."""
    return lambda asks: area is not None and isinstance(ask(asks, area), Fact)


def _read(name: str, words: Words) -> WordFile:
    try:
        with Path(name).open("rb") as file:
            data = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise WrongUse(words("no-file", file=name, reason=reason_of(error, words))) from None
    return read_word(name, data)


def _given(asked: Asked, note: WordNote, area: Area | None, words: Words, say: Say) -> dict[str, str]:
    """The facts that are known before the text is made, as YAML by field. Raises WrongUse."""
    kind = _paper()
    told = {"behandling": handling_in(note), "sak": asked.own.get("case"), "organ": asked.own.get("body")}
    plain = {key: text for key, text in told.items() if text}
    plain |= dict(pairs(list(asked.settings), kind, words))
    if area is not None:
        plain |= _known(plain, area, words)
    return {key: fit(kind, key, text, words, say) for key, text in plain.items()}


def _known(plain: dict[str, str], area: Area, words: Words) -> dict[str, str]:
    """The case and the body by the ids that they have in the area."""
    if "sak" not in plain:
        known = tuple(record.id for record in area.of(Case))
        raise WrongUse(words("import-needs-case", known=known))
    found = {"sak": case_of(area, plain["sak"], words).id}
    return {**found, **({"organ": body_of(area, plain["organ"], words).id} if "organ" in plain else {})}


def _complete(values: dict[str, str], asked: Asked, words: Words) -> None:
    """A note in an area needs all its facts; one by itself has those that are known."""
    if asked.own.get("output") is None and (missing := missing_fields(_paper(), values)):
        raise WrongUse(words("new-needs", fields=missing))


def _make(where: Path, name: str, made: Made, values: dict[str, str], asked: Asked, say: Say) -> None:
    files = {where / path: data for path, data in files_of(name, made, values).items()}
    try:
        must_be_free(files)
        if not asked.dry_run:
            make_files(files)
    except AlreadyThere as there:
        raise WrongUse(say.cli("already-there", file=shown(there.path))) from None
    except OSError as error:
        raise not_written(shown(where / name), error, Words(say)) from None
    for path in files:
        console().print(
            Text(say.cli("would-make" if asked.dry_run else "imported", file=shown(path))), soft_wrap=True
        )


def _paper() -> Kind:
    return next(kind for kind in KINDS if kind.name == "paper")
