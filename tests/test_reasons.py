"""Why a file could not be read or written, in the user's own language."""

import errno
import os
from pathlib import Path

import pytest

from byvekst_cli.cli.app import run
from byvekst_cli.cli.reasons import KNOWN, not_written, reason_of
from byvekst_cli.cli.words import Words
from byvekst_cli.language import LANGUAGES, Say
from conftest import EXAMPLES

COMMON = (
    "ENOENT", "ENOTDIR", "EISDIR", "EACCES", "EPERM", "EEXIST", "ENOSPC", "EDQUOT", "EROFS", "ENAMETOOLONG",
    "EINVAL", "ELOOP", "EBUSY", "ETXTBSY", "EMFILE", "ENFILE", "EFBIG", "EIO", "ETIMEDOUT", "ESTALE", "ENXIO",
    "ENODEV", "EHOSTDOWN", "ENOMEM",
)  # fmt: skip
DOCUMENT = ("document", "portfolio", str(EXAMPLES / "trondheim"), "--as-of", "2026-11-23", "--language", "nb")


@pytest.mark.parametrize("name", COMMON)
def test_common_reasons_have_words_in_each_language(name: str) -> None:
    """None of the machine's own, and not the same in bokmål and English."""
    error = OSError(getattr(errno, name), os.strerror(getattr(errno, name)))
    told = {language: reason_of(error, Words(Say(language))) for language in LANGUAGES}

    assert all(os.strerror(getattr(errno, name)) not in text for text in told.values())
    assert "maskinen svarer «" not in told["nb"]
    assert told["nb"] != told["en"]


def test_no_known_reason_is_untested() -> None:
    """The list above is all of them."""
    assert set(KNOWN) == {getattr(errno, name) for name in COMMON}


def test_a_rare_reason_is_told_as_the_machine_tells_it() -> None:
    """In quotes, since its words are not ours; also where it has a text and no number."""
    words = Words(Say("nb"))
    assert reason_of(OSError(errno.EPIPE, "Broken pipe"), words) == "maskinen svarer «Broken pipe»"
    assert reason_of(OSError("alone"), words) == "maskinen svarer «alone»"
    assert reason_of(ValueError("embedded null byte"), words) == "navnet kan ikke brukes på en fil"
    assert reason_of(RuntimeError("Symlink loop"), words) == "lenkene fører tilbake til seg selv"


def test_what_is_missing_for_a_file_to_be_written_is_its_folder() -> None:
    """And not the file, which is to be made."""
    told = str(not_written("a/b.md", FileNotFoundError(errno.ENOENT, "No such file"), Words(Say("nb"))))
    assert told == "Kan ikke skrive til «a/b.md»: mappen finnes ikke."


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--output", "{dir}/fil/ark.md"], "det ligger en fil der mappen skulle vært."),
        (["--output", "{dir}/mappe.md"], "det er en mappe."),
        (["--output", "{dir}/" + 300 * "a" + ".md"], "navnet er for langt."),
        (["--output", "{dir}/ut.docx", "--template", "{dir}/borte.docx"], "filen finnes ikke."),
    ],
    ids=["file-for-folder", "folder", "long", "template"],
)
def test_a_document_that_cannot_be_written_says_why(
    options: list[str], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 2, and a whole sentence in Norwegian."""
    (tmp_path / "fil").write_text("")
    (tmp_path / "mappe.md").mkdir()

    assert run([*DOCUMENT, *(each.format(dir=tmp_path) for each in options)]) == 2
    assert " ".join(capsys.readouterr().err.split()).endswith(told)
