"""The small YAML of area files: text → plain data with the span of every key and value.

Read from libyaml's events, not its composer: the composer recurses and can crash the process,
and this builder needs the events only once.
"""

import re
import unicodedata
from array import array
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final

from _ruamel_yaml import CParser
from ruamel.yaml.error import MarkedYAMLError, YAMLError, YAMLStreamError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from byvekst_cli.source.decode import UNSEEN
from byvekst_cli.source.flaw import Flaw, Flawed
from byvekst_cli.source.yaml_errors import reason

DEEPEST: Final = 24
_NUMBER: Final = re.compile(r"(0|-?[1-9][0-9]{0,14})(?:\.([0-9]{0,11}[1-9]))?|-0\.[0-9]{0,11}[1-9]")
_PLAIN: Final = {"": None, "~": None, "null": None, "true": True, "false": False}
_SLOT: Final = re.compile(r"\{\{[^{}\n]*\}\}")
_CONFLICT: Final = re.compile(r"^<{7} .*$", re.MULTILINE)
"""What git leaves where two people changed the same line."""
_BRACES: Final = frozenset({"key-not-text", "empty-value", "yaml-syntax", "text-comma-in-braces"})
"""What a fact in braces is taken for where it stands without quotes."""
_INDENT: Final = re.compile(r"^ *([\t\u00a0][ \t\u00a0]*)[^\s]", re.MULTILINE)


@dataclass(slots=True)
class Small:
    """What a text says, where each part stands, and what is wrong with it.

    `spans` holds four offsets a node, in the order the text names them: where its key begins and
    ends (equal where there is no key), where its value begins and ends.
    """

    data: Any = None
    spans: "array[int]" = field(default_factory=lambda: array("L"))
    flaws: list[Flaw] = field(default_factory=list)


def read(text: str) -> Small:
    """Read one document whose top is a mapping; flaws instead of exceptions."""
    if conflict := _CONFLICT.search(text):
        flaw = Flaw("yaml-syntax", conflict.start(), conflict.end(), {"reason": reason("conflict")})
        return Small(flaws=[flaw])
    builder = _Builder(text)
    try:
        builder.document()
    except Flawed as stop:
        builder.small.flaws.append(stop.flaw)
    except YAMLStreamError as error:
        builder.small.flaws.append(Flaw("yaml-syntax", facts={"reason": reason(str(error))}))
    except MarkedYAMLError as error:
        builder.small.flaws.append(_syntax(error, text))
    except YAMLError as error:
        builder.small.flaws.append(Flaw("yaml-syntax", facts={"reason": reason(str(error))}))
    if indent := builder.tab():
        return Small(flaws=[Flaw("tab-indentation", indent.start(1), indent.end(1))])
    builder.small.flaws = _unquoted(builder.small.flaws, text)
    return builder.small


def _unquoted(flaws: list[Flaw], text: str) -> list[Flaw]:
    """One flaw for a fact in braces without quotes, in the place of all that YAML takes it for."""
    if not flaws or "{{" not in text:
        return flaws
    kept, told = flaws, []
    for slot in _SLOT.finditer(text):
        begin = text.rfind("\n", 0, slot.start()) + 1
        end = text.find("\n", slot.end())
        line = range(begin, (end if end >= 0 else len(text)) + 1)
        rest = [flaw for flaw in kept if flaw.start not in line or flaw.slug not in _BRACES]
        if len(rest) < len(kept):
            told.append(Flaw("unquoted-slot", slot.start(), slot.end(), {"slot": slot[0]}))
        kept = rest
    return sorted([*kept, *told], key=lambda flaw: flaw.start)


def _syntax(error: MarkedYAMLError, text: str) -> Flaw:
    why = reason(f"{error.context} {error.problem}")
    opened = why in ("yaml-no-colon", "yaml-bracket", "yaml-quote")
    mark = (opened and error.context_mark) or error.problem_mark or error.context_mark
    last = max(0, len(text.rstrip()) - 1)
    start = min(mark.index if mark else 0, last)
    return Flaw("yaml-syntax", start, min(start + 1, len(text)), {"reason": why})


class _Builder:
    """Turns events into data; one for each text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.next = CParser(text).get_event
        self.small = Small()
        self.texts: list[tuple[int, int]] = []
        self.normal = unicodedata.is_normalized("NFC", text)

    def document(self) -> None:
        self.next()
        start = self.next()
        if type(start) is StreamEndEvent:
            raise Flawed(Flaw("empty-file"))
        self._no_directives(start)
        top = self.next()
        if type(top) is not MappingStartEvent:
            raise Flawed(Flaw("not-a-mapping", top.start_mark.index, top.end_mark.index))
        self.small.data = self._node(top, 0, 0, 1)
        self.next()
        after = self.next()
        if type(after) is not StreamEndEvent:
            self._flaw("several-documents", after)

    def tab(self) -> re.Match[str] | None:
        """The first line that is indented with a tab or a hard space, unless that is inside a text."""
        if "\t" not in self.text and "\u00a0" not in self.text:
            return None
        inside = iter([*self.texts, (len(self.text), len(self.text))])
        start, end = next(inside)
        for match in _INDENT.finditer(self.text):
            while end <= match.start(1):
                start, end = next(inside)
            if match.start(1) < start:
                return match
        return None

    def _no_directives(self, start: DocumentStartEvent) -> None:
        if start.version or start.tags:
            self._flaw("several-documents", start)

    def _node(self, event: Any, key_start: int, key_end: int, depth: int) -> Any:
        """Build one node whose first event is `event`, and note its spans before its children's."""
        spans = self.small.spans
        at = len(spans) + 2
        spans.extend((key_start, key_end, event.start_mark.index, event.end_mark.index))
        kind = type(event)
        if kind is AliasEvent:
            self._flaw("anchor-or-alias", event)
            return None
        if event.anchor is not None:
            self._flaw("anchor-or-alias", event)
        if event.tag is not None:
            self._flaw("tag", event)
        if kind is ScalarEvent:
            return self._scalar(event)
        if depth > DEEPEST:
            flaw = Flaw("too-deep", spans[at], spans[at + 1], {"limit": DEEPEST})
            raise Flawed(flaw)
        node = self._mapping(depth) if kind is MappingStartEvent else self._sequence(depth)
        spans[at + 1] = self.end
        return node

    def _scalar(self, event: ScalarEvent) -> Any:
        value: str = event.value
        if event.style != "":
            self.texts.append((event.start_mark.index, event.end_mark.index))
            if event.style == '"' and (hidden := UNSEEN.search(value)):
                facts = {"character": f"U+{ord(hidden.group()):04X}"}
                start, end = self.texts[-1]
                self.small.flaws.append(Flaw("control-character", start, end, facts))
        if event.style == "" and (value in _PLAIN or value[0] in "-0123456789"):
            return _resolve(value)
        return value if self.normal else unicodedata.normalize("NFC", value)

    def _mapping(self, depth: int) -> dict[str, Any]:
        made: dict[str, Any] = {}
        last: Any = None
        while type(event := self.next()) is not MappingEndEvent:
            start, end = event.start_mark.index, event.end_mark.index
            key = self._key(event, depth)
            first, before = self.next(), len(self.small.spans)
            value = self._node(first, start, end, depth + 1)
            if value is None and isinstance(last, int | Decimal) and self._comma(key, start):
                self._decimal_comma(end)
                continue
            if value is None and isinstance(last, str) and self._splits(start, end):
                self.small.flaws.append(Flaw("text-comma-in-braces", start, end, {"rest": key[:40]}))
                value = key
            elif value is None and type(first) is ScalarEvent:
                self.small.flaws.append(Flaw("empty-value", start, end, {"field": key}))
            if key in made:
                self.small.flaws.append(Flaw("duplicate-key", start, end, {"key": key}))
                del self.small.spans[before:]
            else:
                made[key] = last = value
        self.end = event.end_mark.index if self._flow_end(event) else self.small.spans[-1]
        return made

    def _sequence(self, depth: int) -> list[Any]:
        made = []
        while type(event := self.next()) is not SequenceEndEvent:
            made.append(self._node(event, event.start_mark.index, event.start_mark.index, depth + 1))
        self.end = event.end_mark.index if self._flow_end(event) else self.small.spans[-1]
        return made

    def _flow_end(self, event: Any) -> bool:
        """Flow collections end with a bracket; block ones end where their last value does."""
        return bool(event.end_mark.index > event.start_mark.index)

    def _key(self, event: Any, depth: int) -> str:
        if type(event) is ScalarEvent and (event.value or event.style):
            if event.anchor is not None or (event.value == "<<" and event.style == ""):
                self._flaw("anchor-or-alias", event)
            if event.tag is not None:
                self._flaw("tag", event)
            return event.value if self.normal else unicodedata.normalize("NFC", event.value)
        if type(event) is AliasEvent:
            self._flaw("anchor-or-alias", event)
        else:
            self._flaw("key-not-text", event)
            if type(event) in (MappingStartEvent, SequenceStartEvent):
                self._node(event, event.start_mark.index, event.start_mark.index, depth + 1)
        return ""

    def _comma(self, key: str, start: int) -> bool:
        return key.isdecimal() and self.text[start - 1] == ","

    def _splits(self, start: int, end: int) -> bool:
        """Whether a key follows a comma and has no colon: the rest of a text, not a field."""
        near = 200
        before = self.text[max(0, start - near) : start].rstrip()[-1:]
        after = self.text[end : end + near].lstrip()[:1]
        return before == "," and after in (",", "}")

    def _decimal_comma(self, end: int) -> None:
        """`{p50: 8,1}` reads as 8 and an entry named 1, which nobody means."""
        begin = self.small.spans[-6]
        written = self.text[begin:end]
        facts = {"written": written, "meant": written.replace(",", ".").rstrip("0").rstrip(".")}
        self.small.flaws.append(Flaw("decimal-comma-in-braces", begin, end, facts))

    def _flaw(self, slug: str, event: Any) -> None:
        start = event.start_mark.index
        self.small.flaws.append(Flaw(slug, start, max(event.end_mark.index, start + 1)))


def _resolve(value: str) -> Any:
    """Canonical numbers, true, false and nothing; all else is text, as `12:30` and `1.10`."""
    if value in _PLAIN:
        return _PLAIN[value]
    number = _NUMBER.fullmatch(value)
    if number is None:
        return value
    return Decimal(value) if "." in value else int(value)
