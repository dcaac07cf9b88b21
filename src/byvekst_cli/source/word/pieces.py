"""What is in a paragraph: runs, links, fields, changes, pictures → pieces of text."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final
from xml.etree.ElementTree import Element

from byvekst_cli.model.spot import Spot
from byvekst_cli.source.word.drawings import chosen, drawn
from byvekst_cli.source.word.fields import Fields, leads_to
from byvekst_cli.source.word.formula import in_line
from byvekst_cli.source.word.letters import UNKNOWN, moved, plain, seen, symbol, symbols
from byvekst_cli.source.word.note import Left, NoteMark, Piece, Words
from byvekst_cli.source.word.story import Story
from byvekst_cli.source.word.styles import Style, language_in, switch_in, value_in

_THROUGH: Final = frozenset(
    {"w:smartTag", "w:customXml", "w:dir", "w:bdo", "w:sdtContent", "w:sdt", "w:rubyBase"}
)
"""What holds text and changes nothing in it."""
_CHANGES: Final = {"w:ins": "inserted", "w:moveTo": "moved", "w:del": "deleted", "w:moveFrom": ""}
_GONE: Final = frozenset({"w:del", "w:moveFrom"})
_DRAWINGS: Final = frozenset({"w:drawing", "w:pict", "w:object"})
_SIGNS: Final = {"w:tab": " ", "w:ptab": " ", "w:cr": "\n", "w:noBreakHyphen": "-"}
_NOTES: Final = {"w:footnoteReference": "footnote", "w:endnoteReference": "endnote"}
_NO_COLOUR: Final = frozenset({None, "auto", "000000", "none"})


@dataclass(frozen=True, slots=True)
class _Look:
    """How the text of a run looks."""

    bold: bool
    italic: bool
    struck: bool
    strong: bool
    hidden: bool
    where: str
    language: str | None


_PLAIN: Final = _Look(
    bold=False, italic=False, struck=False, strong=False, hidden=False, where="", language=None
)


class Pieces:
    """Reads one paragraph. What is found beside text goes to the story."""

    def __init__(self, story: Story, fields: Fields, spot: Spot, style: Style) -> None:
        self.story, self.fields, self.spot, self.style = story, fields, spot, style
        self.language = style.language or story.styles.language
        self.found: list[Piece] = []
        self.boxes: list[Element] = []
        self.takes_room = False
        self.look = _PLAIN
        self.target: str | None = None
        self.readers: dict[str, Callable[[Element], None]] = {
            "w:t": self._text,
            "w:br": self._break,
            "w:sym": self._symbol,
            "w:fldChar": self._turn,
            "w:instrText": lambda code: self.fields.code(code.text or ""),
            "w:commentReference": lambda mark: self.story.comment(mark.get("w:id", ""), self.spot),
            "mc:AlternateContent": lambda forms: self._inside(chosen(forms)),
            "w:ruby": lambda ruby: self.take(ruby, self.target),
            **dict.fromkeys(_DRAWINGS, self._drawing),
        }

    def take(self, element: Element, target: str | None = None) -> None:
        """Read everything in an element in order."""
        for child in element:
            tag = child.tag
            if tag == "w:r":
                self._run(child, target)
            elif tag == "w:hyperlink":
                self.take(child, self._target(child) or target)
            elif tag == "w:fldSimple":
                self.take(child, leads_to(child.get("w:instr", "")) or target)
            elif tag in _CHANGES:
                self._change(child, target)
            elif tag in _THROUGH:
                self.take(child, target)
            elif tag == "mc:AlternateContent":
                self.take(chosen(child), target)
            elif tag in ("m:oMath", "m:oMathPara"):
                self._equation(child)
            elif tag == "w:commentRangeStart":
                self.story.comment(child.get("w:id", ""), self.spot)

    def pieces(self) -> tuple[Piece, ...]:
        """What was read; neighbours that look the same are one."""
        made: list[Piece] = []
        for key, group in groupby(self.found, _alike):
            same = list(group)
            joined = "".join(piece.text for piece in same if isinstance(piece, Words))
            made.append(replace(key, text=joined) if isinstance(key, Words) else same[0])
        return tuple(made)

    def _target(self, link: Element) -> str | None:
        outside = self.story.links.get(link.get("r:id", ""))
        inside = link.get("w:anchor") or link.get("w:docLocation")
        if outside is None:
            return f"#{inside}" if inside else None
        return f"{outside.target}#{inside}" if inside else outside.target

    def _change(self, change: Element, target: str | None) -> None:
        gone = change.tag in _GONE
        names = ("w:delText", "w:t") if gone else ("w:t",)
        text = plain("".join(each.text or "" for name in names for each in change.iter(name)))
        if _CHANGES[change.tag] and (gone or change.find("w:r") is not None):
            self.story.left.append(Left(_CHANGES[change.tag], text.strip(), self.spot))
        if not gone:
            self.take(change, target)

    def _equation(self, equation: Element) -> None:
        text, _ = seen(plain(in_line(equation)))
        self.story.lose("equation", self.spot, text)
        self.look, self.target = self._look(None), None
        self._add(text)

    def _run(self, run: Element, target: str | None) -> None:
        properties = run.find("w:rPr")
        self.look, self.target = self._look(properties), target
        if properties is not None and properties.find("w:rPrChange") is not None:
            self.story.left.append(Left("formatted", "", self.spot))
        self._note_looks(properties, run, target or self.fields.target)
        self._inside(run)

    def _inside(self, run: Element) -> None:
        for child in run:
            tag = str(child.tag)
            if tag in self.readers:
                self.readers[tag](child)
            elif tag in _SIGNS:
                self._add(_SIGNS[tag])
            elif tag in _NOTES:
                self.found.append(NoteMark(_NOTES[tag], child.get("w:id", "")))

    def _turn(self, mark: Element) -> None:
        if self.fields.turn(mark):
            self.story.lose("form-field", self.spot)

    def _text(self, element: Element) -> None:
        text = element.text or ""
        text = text if element.get("xml:space") == "preserve" else text.strip(" \t\r\n")
        text, hidden = seen(plain(text))
        for each in hidden:
            self.story.lose("invisible", self.spot, each)
        changed = symbols(text)
        if UNKNOWN in changed and UNKNOWN not in text:
            self.story.lose("symbol", self.spot)
        self._add(changed)

    def _symbol(self, element: Element) -> None:
        font, number = element.get("w:font", ""), element.get("w:char", "")
        try:
            sign = symbol(int(number, 16))
        except ValueError:
            sign = UNKNOWN
        if sign == UNKNOWN:
            self.story.lose("symbol", self.spot, f"{font} {number}")
        self._add(sign)

    def _break(self, element: Element) -> None:
        if element.get("w:type") in ("page", "column"):
            self.takes_room = True
        self._add("\n")

    def _drawing(self, element: Element) -> None:
        found = drawn(element, self.story.links)
        self.takes_room = True
        self.found += found.pictures
        self.boxes += found.boxes
        for what, detail in found.lost:
            self.story.lose(what, self.spot, detail)

    def _add(self, text: str) -> None:
        look = self.look
        if not text or not self.fields.shows:
            return
        if look.hidden:
            self.story.lose("hidden-text", self.spot, text)
            return
        if look.where:
            changed = moved(text, look.where)
            if changed is None and text.strip():
                self.story.lose("raised", self.spot, text)
            text = changed or text
        to = self.fields.target or self.target
        self.found.append(Words(text, look.bold, look.italic, look.struck, look.strong, to, look.language))

    def _look(self, properties: Element | None) -> _Look:
        """What was done to a run itself or by a style of letters; `strong` counts the paragraph's as well."""
        named = value_in(properties, "w:rStyle")
        own = self.story.styles.of(named) if named in self.story.styles.elements else Style()
        bold = _either(switch_in(properties, "w:b"), own.bold)
        return _Look(
            bold=bool(bold),
            italic=bool(_either(switch_in(properties, "w:i"), own.italic)),
            struck=bool(_either(switch_in(properties, "w:strike"), own.struck)),
            strong=bool(_either(bold, self.style.bold)),
            hidden=bool(_either(switch_in(properties, "w:vanish"), own.hidden, self.style.hidden)),
            where=_where(properties),
            language=language_in(properties) or own.language or self.language,
        )

    def _note_looks(self, properties: Element | None, run: Element, target: str | None) -> None:
        """Underlining and colour have no counterpart in Markdown."""
        if properties is None or run.find("w:t") is None or self.style.heading:
            return
        if target is None and value_in(properties, "w:u") not in (None, "none"):
            self.story.lose("underline", self.spot)
        if target is None and value_in(properties, "w:color") not in _NO_COLOUR:
            self.story.lose("colour", self.spot)
        if value_in(properties, "w:highlight") not in (None, "none"):
            self.story.lose("highlight", self.spot)


def _where(properties: Element | None) -> str:
    """Above the line, below it, or on it; LibreOffice says how far."""
    named = value_in(properties, "w:vertAlign") or ""
    far = value_in(properties, "w:position") or "0"
    if named not in ("superscript", "subscript"):
        return "" if far.strip("+-0") == "" else "subscript" if far.startswith("-") else "superscript"
    return named


def _alike(piece: Piece) -> object:
    """The same for texts that look the same, and for nothing else."""
    return replace(piece, text="") if isinstance(piece, Words) else id(piece)


def _either(*values: bool | None) -> bool | None:
    """The first that says something."""
    return next((value for value in values if value is not None), None)
