"""Spans → Markdown that is read back as the same spans, with no more marks than that needs."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from byvekst_cli.prose.sentences import sentences
from byvekst_cli.render.tree import Line, Span

_ALWAYS: Final = re.compile(r"[\\`*\[\]<>]")
_WORD_BOUND: Final = re.compile(r"(?<!\w)_|_(?!\w)")
_ENTITY: Final = re.compile(r"&(?=#?\w+;)")
_DOUBLED: Final = re.compile(r"~(?=~)|(?<=~)~|\{(?=#)")
_FIRST: Final = re.compile(r"^(?=[-+#=~|:])|^(?P<number>\d{1,9})(?=[.)])")
_TICKS: Final = re.compile(r"`+")


def written_line(line: Line, *, breaks: bool = False) -> str:
    """On one line; with `breaks` on one for each sentence, so that a change shows where it was made."""
    ends = _ends(line) if breaks else frozenset()
    found, at = "", 0
    for span, after in pairwise((*line, Span(""))):
        text, at = _text(span, at, ends, breaks), at + len(span.text)
        found += _dressed(span, text, found, after.text[:1])
    if not breaks:
        return _end_of_heading(found)
    return "\n".join(_FIRST.sub(_quoted, each) for each in found.split("\n"))


def _quoted(match: re.Match[str]) -> str:
    return f"{match['number'] or ''}\\"


def _end_of_heading(text: str) -> str:
    """Number signs at the end of a heading would be taken for marks."""
    return f"{text[:-1]}\\#" if text.endswith("#") else text


def _ends(line: Line) -> frozenset[int]:
    """Where a space between two sentences stands, in the words of the whole line."""
    words = "".join(span.text for span in line)
    ends = (each.end for each in sentences(words))
    return frozenset(end for end in ends if words[end : end + 1] == " " and words[end + 1 : end + 2].strip())


def _text(span: Span, at: int, ends: frozenset[int], breaks: bool) -> str:
    if span.text == "\n":
        return "\\\n" if breaks else "<br>"
    if span.code:
        return _code(span.text)
    pieces, begin = [], 0
    for end in sorted(end - at for end in ends if 0 < end - at < len(span.text) - 1):
        pieces.append(plain_text(span.text[begin:end]))
        begin = end + 1
    return "\n".join([*pieces, plain_text(span.text[begin:])])


def plain_text(text: str) -> str:
    """Words with a backslash before what would be a mark."""
    for marks in (_ALWAYS, _ENTITY, _DOUBLED):
        text = marks.sub(lambda match: f"\\{match[0]}", text)
    return _WORD_BOUND.sub(r"\\_", text)


def _code(text: str) -> str:
    longest = max((len(ticks) for ticks in _TICKS.findall(text)), default=0)
    fence = "`" * (longest + 1)
    room = " " if text.strip(" ") and (text[0] in "` " or text[-1] in "` ") else ""
    return f"{fence}{room}{text}{room}{fence}"


def _dressed(span: Span, text: str, before: str, after: str) -> str:
    if span.text == "\n":
        return text
    if span.note is not None:
        return f"[^{span.note.label}]"
    if text.startswith(":") and before.endswith("]"):
        text = f"\\{text}"  # what begins `[^1]:` is a footnote
    closes = span.text[-1:].isalnum() or (span.text[-1:] in (".", ":", "?") and after in ("", " "))
    plain = span.text[:1].isalnum() and closes and not before.endswith("*")
    stars = "*" * (span.emphasis + 2 * span.strong)
    if stars and plain and not span.code:
        text = f"{stars}{text}{stars}"
    else:
        text = f"<i>{text}</i>" if span.emphasis else text
        text = f"<b>{text}</b>" if span.strong else text
    if span.link is not None:
        text = f"[{text}]({_address(span.link)})"
    if span.refers is not None:
        text = f"[{text}](#{span.refers})"
    return f'<span lang="{span.language}">{text}</span>' if span.language else text


def _address(link: str) -> str:
    address = link.replace("&", "&amp;")
    return f"<{address}>" if not address or set("()\\ ") & set(address) else address


def in_title(line: Line) -> str:
    """A line inside the quotes of a picture's title."""
    text = written_line(line)
    return text.replace("\\", "\\\\").replace("&", "&amp;").replace('"', '\\"')


def in_cell(line: Line) -> str:
    """A line inside a table or one of our marks, where bars part what is said."""
    return written_line(line).replace("|", "\\|")


def joined(parts: Sequence[str]) -> str:
    return "\n\n".join(part for part in parts if part)
