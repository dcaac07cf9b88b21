"""What is read in a line of Markdown, code point by code point, and what is only marks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html import unescape
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

SLOT: Final = re.compile(r"\{\{[^{}]*\}\}")
"""A fact that is put in from the records, such as `{{ p-1.kostnad }}`."""

_TAG: Final = re.compile(r"<(/?)(div|span)\b([^<>]*)>", re.IGNORECASE)
_LANG: Final = re.compile(r"""\blang\s*=\s*["']?([a-z]+)""", re.IGNORECASE)
_COMMENT: Final = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


@dataclass(slots=True)
class Linked:
    """A link or picture: where its words are in the line, and where it leads."""

    start: int
    end: int
    target: str
    alternative: str | None = None


@dataclass(slots=True)
class Line:
    """The text of one block as the reader sees it, with a space for every mark."""

    shown: list[str]
    links: list[Linked] = field(default_factory=list)
    images: list[Linked] = field(default_factory=list)
    foreign: list[tuple[int, int, str]] = field(default_factory=list)
    """Stretches in another language, and which."""
    source: str = ""
    slots: list[tuple[int, int]] = field(default_factory=list)
    code: list[tuple[int, int]] = field(default_factory=list)


def read_line(source: str, env: dict[str, Any]) -> Line:
    """The words of a line; `env` holds where named links lead."""
    line = Line([" "] * len(source), source=source)
    traced = {**env, "line": line, "source": source, "open": []}
    markdown().inline.parse(source, markdown(), traced, [])
    for match in SLOT.finditer(source):
        line.shown[match.start() : match.end()] = " " * len(match[0])
        if not any(begin <= match.start() < end for begin, end in line.code):
            line.slots.append(match.span())
    return line


@cache
def markdown() -> "MarkdownIt":
    """CommonMark with tables; its inline parser notes where each thing stands."""
    from markdown_it import MarkdownIt  # 0.1 s, and only notes need it
    from markdown_it.parser_inline import ParserInline

    class Traced(ParserInline):
        """The parser, with a note of where each rule began and ended."""

        def tokenize(self, state: "StateInline") -> None:
            _tokenize(self, state)

    made = MarkdownIt("commonmark").enable("table")
    rules = made.inline.ruler.get_active_rules()
    made.inline = Traced()
    made.inline.ruler.enableOnly(rules)
    return made


def _tokenize(parser: Any, state: "StateInline") -> None:
    """As the parser's own, and each step is told to the line."""
    rules = parser.ruler.getRules("")
    deepest = state.md.options["maxNesting"]
    end = state.posMax
    while state.pos < end:
        start, before = state.pos, len(state.tokens)
        took = next((rule for rule in rules if state.level < deepest and rule(state, False)), None)
        if took is None:
            state.append_pending(state.src[state.pos])
            state.pos += 1
        if state.src == state.env.get("source"):  # and not the words of a picture inside it
            _note(took.__module__.rpartition(".")[2] if took else "text", state, start, before)
    if state.pending:
        state.pushPending()


def _note(rule: str, state: "StateInline", start: int, before: int) -> None:
    line: Line = state.env["line"]
    end = state.pos
    match rule:
        case "text":
            line.shown[start:end] = state.src[start:end]
        case "emphasis" if state.src[start] == "_" and _inside_word(state.src, start, end):
            line.shown[start:end] = state.src[start:end]
        case "escape" if state.src[start + 1 : end].strip():
            line.shown[start + 1] = state.src[start + 1]
        case "entity":
            line.shown[start] = _entity(state.src[start:end])
        case "link" | "autolink":
            target = next(str(t.attrs["href"]) for t in state.tokens[before:] if t.type == "link_open")
            if rule == "autolink":
                line.shown[start + 1 : end - 1] = state.src[start + 1 : end - 1]
            line.links.append(Linked(start, end, target))
        case "image":
            token = state.tokens[-1]
            line.images.append(Linked(start, end, str(token.attrs["src"]), token.content))
        case "backticks":
            line.code.append((start, end))
        case "html_inline":
            _tag(state.src[start:end], start, end, state.env["open"], line)


def _inside_word(source: str, start: int, end: int) -> bool:
    return start > 0 and source[start - 1].isalnum() and source[end : end + 1].isalnum()


def _entity(source: str) -> str:
    text = unescape(source)
    return text if len(text) == 1 else " "


def _tag(source: str, start: int, end: int, opened: list[tuple[str, int, str]], line: Line) -> None:
    """`<span lang="nn">` … `</span>` holds words in another language."""
    for name, language, closes in tags(source):
        if not closes:
            opened.append((name, end, language))
        elif opened and opened[-1][0] == name:
            _, begins, said = opened.pop()
            if said:
                line.foreign.append((begins, start, said))


def tags(source: str) -> Iterator[tuple[str, str, bool]]:
    """Each `span` and `div`: its name, the language it says or nothing, and whether it closes."""
    for match in _TAG.finditer(_COMMENT.sub("", source)):
        said = _LANG.search(match[3])
        yield match[2].lower(), said[1].lower() if said else "", bool(match[1])
