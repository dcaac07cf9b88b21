"""A Word file as PDF, by LibreOffice where that is installed: tagged, with real page numbers."""

import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from byvekst_cli.render.faults import Unmade
from byvekst_cli.render.word.package import repacked

LONGEST: Final = 180
"""Seconds; 200 pages take about ten."""
_NAMES: Final = ("soffice", "libreoffice")
_PLACES: Final = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
)
_FILTER: Final = (
    'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"},"ExportBookmarks":{"type":"boolean","value":"true"}}'
)
"""PDF/A-2b, tagged, with the headings as bookmarks."""
_PAGE: Final = "word/document.xml"


def office() -> str | None:
    """Where LibreOffice is, or None."""
    found = (shutil.which(name) for name in _NAMES)
    places = (place for place in _PLACES if Path(place).exists())
    return next((path for path in (*found, *places) if path), None)


def pdf(word: bytes) -> bytes:
    """A Word file that was made here, as PDF. Raises Unmade where LibreOffice is missing or fails.

    LibreOffice gets a profile of its own, so that it neither meets nor changes the user's. It puts the
    time and chance into a PDF: only the Word file is the same bytes each time.
    """
    program = office()
    if program is None:
        raise Unmade("pdf-no-office")
    with tempfile.TemporaryDirectory(prefix="byvekst-") as folder:
        place = Path(folder)
        (place / "document.docx").write_bytes(with_counted_pages(word))
        _convert(program, place)
        made = place / "document.pdf"
        if not made.exists():
            raise Unmade("pdf-failed")
        return made.read_bytes()


def _convert(program: str, place: Path) -> None:
    profile = f"-env:UserInstallation={(place / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--norestore", "--convert-to", _FILTER, "--outdir"]
    try:
        subprocess.run(  # noqa: S603  # the program is LibreOffice, and the only words are our own
            [*command, str(place), str(place / "document.docx")],
            check=True,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=LONGEST,
        )
    except subprocess.TimeoutExpired:
        raise Unmade("pdf-too-slow", n=LONGEST) from None
    except (subprocess.CalledProcessError, OSError):
        raise Unmade("pdf-failed") from None


def with_counted_pages(word: bytes) -> bytes:
    """The same file with its table of contents as ordinary lines.

    LibreOffice counts the pages of references anew, but not those within a table of contents.
    """
    with zipfile.ZipFile(BytesIO(word)) as archive:
        page = parse_xml(archive.read(_PAGE))
    for run in list(_marks(page)):
        run.getparent().remove(run)
    from docx.opc.oxml import serialize_part_xml

    return repacked(word, {_PAGE: bytes(serialize_part_xml(page))})


def _marks(page: Any) -> Iterator[Any]:
    """The runs that begin and end the field of a table of contents; those of its entries are in links."""
    for contents in page.iter(qn("w:sdt")):
        if next(contents.iter(qn("w:docPartGallery")), None) is None:
            continue
        for run in contents.iter(qn("w:r")):
            is_mark = run.find(qn("w:fldChar")) is not None or run.find(qn("w:instrText")) is not None
            if is_mark and run.getparent().tag == qn("w:p"):
                yield run
