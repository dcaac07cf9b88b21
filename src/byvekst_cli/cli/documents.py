"""What the commands that make documents share: the kind, the format, and the way to a file."""

import os
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rich.text import Text

from byvekst_cli.cli.areas import shown
from byvekst_cli.cli.opening import Opened
from byvekst_cli.cli.options import console
from byvekst_cli.cli.reasons import not_written, reason_of
from byvekst_cli.cli.usage import WrongUse
from byvekst_cli.cli.words import Words
from byvekst_cli.model.near import near
from byvekst_cli.pack.asked import NotThere
from byvekst_cli.pack.plan_document import Lacking
from byvekst_cli.render.faults import BadTemplate, Unmade
from byvekst_cli.render.kinds import ALIASES, KINDS, DocumentKind
from byvekst_cli.render.tree import Document

if TYPE_CHECKING:
    from byvekst_cli.render.make import Finished


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user asked for; `output` is None or `-` for the screen."""

    kind: DocumentKind
    asked: Mapping[str, str]
    format: str
    output: str | None
    template: str | None
    force: bool
    public: bool = False
    pdf: bool = False


def find_kind(name: str, words: Words) -> DocumentKind:
    """The kind of document by its name in English or Norwegian. Raises WrongUse."""
    found = KINDS.get(ALIASES.get(name.casefold(), name.casefold()))
    if found is None:
        likely = near(name, [*KINDS, *ALIASES])
        raise WrongUse(words("document-no-kind", kind=name, near=likely, kinds=tuple(KINDS)))
    return found


def print_kinds(words: Words) -> None:
    """Each kind on a line, with what it is and what it needs."""
    for kind in KINDS.values():
        needs = " ".join(f"--{name}" for name in kind.needs)
        print(f"{kind.name:<20} {words(f'document-kind-{kind.name}')}{f' ({needs})' if needs else ''}")


def format_of(to: str | None, output: str | None, formats: tuple[str, ...], words: Words) -> str:
    """As said, or by the ending of the file, or Markdown on the screen. Raises WrongUse."""
    if to is not None:
        if to not in formats:
            raise WrongUse(words("bad-value", option="--to", allowed=formats))
        return to
    if output in (None, "-"):
        return "md"
    ending = Path(str(output)).suffix.lower().lstrip(".")
    ending = {"htm": "html", "markdown": "md"}.get(ending, ending)
    if ending not in formats:
        raise WrongUse(words("document-ending", file=str(output), allowed=formats))
    return ending


def deliver(wanted: Wanted, opening: Opened, words: Words) -> None:
    """Make a document and write it. Raises WrongUse."""
    from byvekst_cli.cli.public import public_area, published, stands_on
    from byvekst_cli.render.make import Ordered, make
    from byvekst_cli.source.revision import revision

    found = public_area(opening.loaded.area, words) if wanted.public else None
    at = revision(opening.root, opening.loaded.documents)
    order = Ordered(found.area if found else opening.loaded.area, opening.root, opening.say, at)
    try:
        progress(words("document-gathering"))
        finished = make(wanted.kind, wanted.asked, order)
        tell_of_lacks(finished, words)
        document = finished.document
        if found is not None:
            paths = stands_on(opening.loaded.area, document, wanted.asked)
            document = published(document, found, paths, opening.say, words)
        write(document, wanted, opening, words)
    except NotThere as error:
        option = f"--{error.option}"
        raise WrongUse(
            words("document-not-there", option=option, value=error.value, near=error.near)
        ) from None
    except Lacking as error:
        raise WrongUse(words.say(f"choice-lacks-{error.lack.value}", about=error.about)) from None
    except BadTemplate as error:
        raise WrongUse(template_fault(error, words)) from None
    except Unmade as error:
        raise WrongUse(words(error.says, **error.facts)) from None
    finally:
        progress("")


def tell_of_lacks(finished: "Finished", words: Words) -> None:
    """On stderr: what will be missed in the document."""
    progress("")
    if not finished.is_drawn:
        print(words("document-not-drawn"), file=sys.stderr)
    if finished.unseen:
        print(words("document-unseen", n=len(finished.unseen), files=finished.unseen), file=sys.stderr)
    if finished.mistyped:
        print(
            words("document-mistyped", file=finished.mistyped, kind=finished.document.kind), file=sys.stderr
        )


def template_fault(error: BadTemplate, words: Words) -> str:
    """What is wrong with a template, where, and what was probably meant."""
    place = f"{error.file}:{error.line}" if error.line else error.file
    told = words(
        error.says,
        asked=error.asked,
        near=near(error.asked, error.there),
        there=", ".join(sorted(error.there)),
    )
    return words("template-fault", place=place, what=told)


def write(document: Document, wanted: Wanted, opening: Opened, words: Words) -> None:
    """To the screen or to a file, whole or not at all, and say which. Raises WrongUse."""
    path = None if wanted.output in (None, "-") else Path(str(wanted.output))
    if path is None and wanted.format == "docx":
        raise WrongUse(words("document-needs-file"))
    if wanted.pdf and wanted.format != "docx":
        raise WrongUse(words("document-pdf-word"))
    if wanted.template is not None and wanted.format != "docx":
        raise WrongUse(words("document-template-word"))
    progress(words("document-writing"))
    try:
        files = _files(document, wanted, path, words)
    finally:
        progress("")
    if path is None:
        sys.stdout.write(files[Path("-")].decode())
        return
    own = [opening.root / name for name in opening.loaded.area.files]
    save_files(files, own, words, force=wanted.force)
    made = [each for each in files if each in (path, path.with_suffix(".pdf"))]
    for each in made:
        console().print(Text(opening.say("export-made", file=shown(each))), soft_wrap=True)
    if len(made) < len(files):
        console().print(Text(opening.say("pictures-made", n=len(files) - len(made))))


def _files(document: Document, wanted: Wanted, path: Path | None, words: Words) -> dict[Path, bytes]:
    place = path or Path("-")
    if wanted.format == "md":
        from byvekst_cli.render.as_markdown import markdown

        written = markdown(document, place.stem if path else document.kind)
        beside = {place.parent / name: data for name, data in written.pictures.items()} if path else {}
        return {place: written.text.encode(), **beside}
    if wanted.format == "html":
        from byvekst_cli.render.as_html import html

        return {place: html(document).encode()}
    data = _word(document, wanted.template, words)
    return {place: data, **({place.with_suffix(".pdf"): _pdf(data, words)} if wanted.pdf else {})}


def _word(document: Document, template: str | None, words: Words) -> bytes:
    from byvekst_cli.render.word.write import word

    try:
        return word(document, Path(template).read_bytes() if template else None)
    except OSError as error:
        raise WrongUse(words("cannot-read", file=str(template), reason=reason_of(error, words))) from None


def _pdf(data: bytes, words: Words) -> bytes:
    from byvekst_cli.render.word.pdf import pdf

    progress(words("document-pdf"))
    return pdf(data)


def progress(text: str) -> None:
    """What goes on, on one line that the next takes the place of; only where somebody watches."""
    if sys.stderr is not None and sys.stderr.isatty():
        print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)


def save_files(files: Mapping[Path, bytes], own: list[Path], words: Words, *, force: bool) -> None:
    """Write files, each whole or not at all. Raises WrongUse where that cannot or must not be done."""
    try:
        mine = {file.resolve() for file in own}
        for path in files:
            if path.resolve() in mine:
                raise WrongUse(words("own-file", file=str(path)))
        first = next(iter(files))
        strange = _strange(first, list(files))
        if strange is not None and not force:
            raise WrongUse(words("document-changed", file=str(strange)))
        for path, data in files.items():
            _replace(path, data)
    except (OSError, ValueError, RuntimeError) as error:
        raise not_written(str(next(iter(files))), error, words) from None


def _strange(first: Path, files: list[Path]) -> Path | None:
    """A file in the way that was not made here, or was changed since; those beside belong to the first."""
    from byvekst_cli.render.read_back import was_changed

    if first.exists():
        return first if was_changed(first.read_bytes()) else None
    return next((path for path in files if path.exists()), None)


def _replace(path: Path, data: bytes) -> None:
    """Beside its place first, and then into it in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".byvekst-")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
        umask = os.umask(0)
        os.umask(umask)
        Path(name).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~umask)
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)
