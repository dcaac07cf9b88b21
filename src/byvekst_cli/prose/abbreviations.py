"""Short forms in capitals that a note does not explain where they first stand."""

import re
from collections.abc import Container, Iterator, Mapping
from typing import Final

from byvekst_cli.model.note_text import NoteText, TextBlock
from byvekst_cli.prose.found import Found
from byvekst_cli.prose.passages import body, unquoted

_SHORT: Final = re.compile(
    r"(?<![\w/.§-])([A-ZÆØÅ]{2,5})s?(?![\w/.]?[\wæøå])(?!(?:-\w+)*-\w*\d)(?!(?:-sak)?\s+\d+/\d)"
    r"(?!\s+(?:AS|ASA|SA|HF|KF|IKS|BA)\b)"
)
_NEAR: Final = 200
"""Code points on either side in which an explanation is looked for."""
_ROMAN: Final = re.compile(r"[IVXLC]+")
_NAMED: Final = re.compile(
    r"(?:selskapet|firmaet|byrået|foreningen|foreininga|systemet|programmet)\s+$", re.IGNORECASE
)
"""What comes after one of these is what somebody or something is called."""
_INTRODUCED: Final = re.compile(r"[a-zæøå]{3}[\w»”\"-]*(?:\s+[\w-]+){0,2}\s*\($")
_EXPLAINS: Final = re.compile(
    r"(?:-\w+)?\s*(?:\([^()]*[a-zæøå]{3}|,?\s*(?:som\s+)?(?:står\s+for|betyr|tyder|det\s+vil\s+s))"
)


def unexplained(
    note: NoteText, known: Container[str], meanings: Mapping[str, tuple[str, ...]]
) -> Iterator[Found]:
    """Every place of the short forms that are not explained by where they first stand.

    `meanings` are the long forms, which explain by standing before. Headings, tables and quotes are
    passed over, and so are numbers of cases, names of companies, Roman numerals and texts all in capitals.
    """
    explained: dict[str, bool] = {}
    before = ""
    for block in body(note):
        if _shouts(block):
            continue
        text = unquoted(block.text)
        for match in _SHORT.finditer(text):
            short = match[1]
            if short in known or _ROMAN.fullmatch(short):
                continue
            if short not in explained:
                said = f"{before} {text[: match.start()]}"
                explained[short] = _explains(said, text[match.end() :], meanings.get(short, ()))
            if not explained[short]:
                yield Found(short, block.start + match.start(1), block.start + match.end(1))
        before += f" {text}"


def _explains(before: str, after: str, long_forms: tuple[str, ...]) -> bool:
    """Whether it stands in brackets after its long form, or with an explanation after it."""
    near = before[-_NEAR:]
    if _INTRODUCED.search(near) or _NAMED.search(near) or _EXPLAINS.match(after[:_NEAR]):
        return True
    folded = " ".join(before.casefold().split())
    return any(form.casefold() in folded for form in long_forms)


def _shouts(block: TextBlock) -> bool:
    letters = [letter for letter in block.text if letter.isalpha()]
    return sum(map(str.isupper, letters)) * 2 > len(letters)


def initials(name: str) -> str:
    """What an organisation is called for short: TK for Trondheim kommune, RFK for a county of that name."""
    return "".join("FK" if word.casefold() == "fylkeskommune" else word[0] for word in name.split()).upper()
