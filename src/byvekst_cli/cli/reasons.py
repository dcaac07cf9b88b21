"""Why a file could not be read or written, in the user's language where the reason is a common one."""

import errno
from collections.abc import Mapping
from typing import Final

from byvekst_cli.cli.usage import WrongUse
from byvekst_cli.cli.words import Words

KNOWN: Final[Mapping[int, str]] = {
    errno.ENOENT: "missing",
    errno.ENOTDIR: "missing",
    errno.EISDIR: "folder",
    errno.EACCES: "denied",
    errno.EPERM: "denied",
    errno.EEXIST: "exists",
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EROFS: "read-only",
    errno.ENAMETOOLONG: "long-name",
    errno.EINVAL: "bad-name",
    errno.ELOOP: "loop",
    errno.EBUSY: "busy",
    errno.ETXTBSY: "busy",
    errno.EMFILE: "many-files",
    errno.ENFILE: "many-files",
    errno.EFBIG: "large",
    errno.EIO: "disk",
    errno.ETIMEDOUT: "away",
    errno.ESTALE: "away",
    errno.ENXIO: "away",
    errno.ENODEV: "away",
    errno.EHOSTDOWN: "away",
    errno.ENOMEM: "memory",
}
"""The system's numbers, and the ends of the words for them."""


def reason_of(error: OSError | ValueError | RuntimeError, words: Words) -> str:
    """Why something could not be read; a rare reason is told as the machine tells it, and marked so."""
    if isinstance(error, ValueError):
        return words("reason-bad-name")
    if isinstance(error, RuntimeError):  # pathlib, of links that lead to themselves
        return words("reason-loop")
    known = KNOWN.get(error.errno or 0)
    if known is None:
        return words("reason-other", said=error.strerror or str(error) or type(error).__name__)
    return words(f"reason-{known}")


def not_written(file: str, error: OSError | ValueError | RuntimeError, words: Words) -> WrongUse:
    """That a file could not be written, and why: what is missing is then the folder."""
    match error:
        case FileNotFoundError():
            reason = words("reason-no-folder")
        case NotADirectoryError() | FileExistsError():
            reason = words("reason-not-folder")
        case _:
            reason = reason_of(error, words)
    return WrongUse(words("cannot-write", file=file, reason=reason))
