"""Tokens of one line of Markdown → spans."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, Final
from urllib.parse import unquote

from byvekst_cli.render.tree import Line, Note, Span

_LANGUAGE: Final = re.compile(r"""^<(?:span|div)\s+lang=["']?(nb|nn|en)(?:-[A-Za-z]+)?["']?\s*>$""")
_CLOSED: Final = re.compile(r"^</(?:span|div)\s*>$")
_LOOKS: Final = {"<b>": ("strong", True), "</b>": ("strong", False), "<i>": ("emphasis", True),
                 "</i>": ("emphasis", False)}  # fmt: skip
_PLAIN: Final = Span("")
Slot = Callable[[str], str | None]
"""`BG-SYK-002.kostnad` → how the fact reads, or None where there is none."""
_NO_NOTES: Final[Mapping[str, Note]] = {}
_FACT: Final = re.compile(r"\{\{([^{}]*)\}\}")


def language_of(tag: str) -> str | None:
    """`nn` of `<div lang="nn">`; None of any other HTML."""
    found = _LANGUAGE.match(tag.strip())
    return found[1] if found else None


def closes_language(tag: str) -> bool:
    return bool(_CLOSED.match(tag.strip()))


@dataclass(slots=True)
class _Look:
    """How what comes next is set."""

    span: Span
    foreign: list[str | None]


def line_of(
    tokens: Iterable[Any], own: bool, slot: Slot | None = None, notes: Mapping[str, Note] = _NO_NOTES
) -> Line:
    """The spans of a line; `own` is our Markdown, whose marks count, else HTML is shown as it is written.

    `notes` are the footnotes by label; a reference to any other is words.
    """
    look = _Look(_PLAIN, [])
    found = []
    for token in tokens:
        if token.type == "footnote_ref" and token.info in notes:
            found.append(Span("", note=notes[token.info]))
        else:
            found += [span for span in _spans(token, look, own, slot) if span.text or span.refers]
    return trimmed(found)


def _spans(token: Any, look: _Look, own: bool, slot: Slot | None) -> Iterable[Span]:
    span = look.span
    if span.refers and token.type != "link_close":
        return ()
    match token.type:
        case "text" | "text_special" | "footnote_ref":
            return [replace(span, text=_filled(token.content, slot))]
        case "softbreak" | "hardbreak":
            return [replace(span, text=" " if token.type == "softbreak" else "\n")]
        case "strong_open" | "strong_close":
            look.span = replace(span, strong=token.type == "strong_open")
        case "em_open" | "em_close":
            look.span = replace(span, emphasis=token.type == "em_open")
        case "link_open":
            look.span = _linked(span, str(token.attrs.get("href", "")), own)
        case "link_close":
            ended = [Span("", refers=span.refers)] if span.refers else []
            look.span = replace(span, link=None, refers=None)
            return ended
        case "image" | "code_inline":
            return [replace(span, text=token.content, code=token.type == "code_inline")]
        case "html_inline":
            return _html(token.content, look, own)
    return ()


def _linked(span: Span, target: str, own: bool) -> Span:
    if target.startswith("#"):
        return replace(span, refers=unquote(target[1:])) if own else span
    return replace(span, link=target)


def _html(tag: str, look: _Look, own: bool) -> Iterable[Span]:
    said = language_of(tag)
    if said is not None:
        look.foreign.append(look.span.language)
        look.span = replace(look.span, language=said)
    elif look.foreign and closes_language(tag):
        look.span = replace(look.span, language=look.foreign.pop())
    elif own and tag in _LOOKS:
        name, is_on = _LOOKS[tag]
        look.span = replace(look.span, **{name: is_on})  # type: ignore[arg-type]
    elif own and tag == "<br>":
        return [replace(look.span, text="\n")]
    elif not tag.startswith("<!--"):
        return [replace(look.span, text=tag)]
    return ()


def _filled(text: str, slot: Slot | None) -> str:
    if slot is None or "{{" not in text:
        return text
    return _FACT.sub(lambda match: slot(match[1].strip()) or match[0], text)


def trimmed(spans: Iterable[Span]) -> Line:
    """Spans of one look joined, spaces made one, and none at the ends of a line."""
    joined: list[Span] = []
    for _, group in groupby(spans, key=_look_of):
        first, *others = group
        text = _spaced("".join(each.text for each in (first, *others)), first)
        joined.append(Span(text) if text == "\n" else replace(first, text=text))
    return tuple(_edged(joined))


def _look_of(span: Span) -> tuple[Any, ...]:
    """What must be alike for two spans to become one; a line break and a reference stand alone."""
    apart = id(span) if is_reference(span) or span.text == "\n" else None
    return (replace(span, text=""), apart)


def is_reference(span: Span) -> bool:
    """Whether a span is something else than its own words."""
    return span.refers is not None or span.note is not None


def _spaced(text: str, span: Span) -> str:
    return text if span.code or text == "\n" else re.sub(r"[ \t\n\r]+", " ", text)


def _edged(spans: list[Span]) -> Iterable[Span]:
    """Without space or line break at either end, nor a plain space after a line break or another space."""
    kept: list[Span] = []
    for span in spans:
        text = "" if span.text == "\n" and not kept else span.text
        bare = not kept or (kept[-1].text[-1:] in (" ", "\n") and not kept[-1].code)
        if bare and not span.code and text != "\n":
            text = text.lstrip(" " if kept else None)
        if text == "\n" and kept and not kept[-1].code:
            kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip(" ") or kept[-1].text[:0])
        if text or is_reference(span):
            kept = [each for each in kept if each.text or is_reference(each)]
            kept.append(replace(span, text=text))
    while kept and not kept[-1].code and not is_reference(kept[-1]) and not kept[-1].text.strip():
        kept.pop()
    if kept and not kept[-1].code and not is_reference(kept[-1]):
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return kept
