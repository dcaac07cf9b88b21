"""Letters for paper: what must not be parted is held together, ids and minus signs too."""

import re
from typing import Final

from byvekst_cli.render.holding import held

_HYPHEN: Final = "\u2011"
_ID: Final = re.compile(
    r"(?<![\w/.:@-])(?=[\w-]*\d)(?:[A-ZÆØÅ][A-ZÆØÅ0-9]{0,7}|\d{1,4})(?:-[A-ZÆØÅ0-9]{1,8}){1,3}(?![\w/@-])"
)
_MINUS: Final = re.compile(r"(?<![\w)-])-(?=\d)")
_ADDRESS: Final = re.compile(r"https?://|www\.|\w@\w")


def unbroken(text: str) -> str:
    """The same words, with `BG-SYK-002`, `2026-11-23`, `-5` and `214,9 mill. kr` each on one line.

    Addresses are left as they are.
    """
    if _ADDRESS.search(text):
        return text
    text = _ID.sub(lambda match: match[0].replace("-", _HYPHEN), held(text))
    return _MINUS.sub(_HYPHEN, text)
