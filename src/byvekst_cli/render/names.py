"""What a template may call: sentences, tables, pictures, notes and names."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import Any, Final
from unicodedata import normalize
from urllib.parse import unquote

from byvekst_cli.area import Area
from byvekst_cli.area.facts import Missing, ask
from byvekst_cli.language import Say
from byvekst_cli.language.facts import fact_words
from byvekst_cli.model.paper import Paper
from byvekst_cli.render.environment import Refused, printed
from byvekst_cli.render.footnotes import in_language
from byvekst_cli.render.marked import Marked
from byvekst_cli.render.note_pictures import note_picture
from byvekst_cli.render.numbering import every
from byvekst_cli.render.parse import note_blocks, plain
from byvekst_cli.render.pictures import PICTURES, can_draw, drawn, in_words
from byvekst_cli.render.registry import imported, lacks
from byvekst_cli.render.sentences import SENTENCES, sentences
from byvekst_cli.render.tables import TABLES, tables
from byvekst_cli.render.tree import (
    Block,
    Figure,
    Heading,
    Image,
    Items,
    Paragraph,
    Quote,
    Span,
    Table,
)

_NAME: Final = re.compile(r"[a-zæøåA-ZÆØÅ0-9_-]+")


@dataclass(slots=True)
class Names:
    """What was put into one document: blocks by their mark, and pictures by name.

    `unseen` are pictures of notes, by the name that the note has, that could not be taken in.
    """

    area: Area
    root: Path
    say: Say
    put: dict[str, Sequence[Block]] = field(default_factory=dict)
    pictures: dict[str, Image] = field(default_factory=dict)
    is_drawn: bool = True
    unseen: dict[str, str] = field(default_factory=dict)

    def globals(self) -> Mapping[str, Callable[..., Any]]:
        """By the name that templates call."""
        return {
            "say": self.sentence,
            "sentences": self.sentences,
            "table": self.table,
            "picture": self.picture,
            "note": self.note,
            "name": self.name,
        }

    def sentence(self, name: str, *parts: str, **facts: Any) -> Marked:
        """`say("doc-sum")`; `say("sheet-role", role)` is the entry `sheet-role-<role>`."""
        key = "-".join(map(str, (name, *parts)))
        shown = {k: v if k == "n" and isinstance(v, int) else printed(v, self.say) for k, v in facts.items()}
        try:
            return Marked(self.say.doc(key, **shown))
        except KeyError:
            raise Refused("template-no-words-named", key) from None

    def sentences(self, name: str, figures: Any) -> tuple[str, ...]:
        """The sentences of a name, to go through one by one."""
        if name not in SENTENCES:
            raise Refused("template-no-sentences", str(name), tuple(SENTENCES))
        _refuse(name, SENTENCES[name], figures)
        return sentences(name, figures, self.say)

    def table(self, name: str, figures: Any) -> Marked:
        """The tables of a name, empty where they have no rows."""
        if name not in TABLES:
            raise Refused("template-no-table", str(name), tuple(TABLES))
        _refuse(name, TABLES[name], figures)
        return self._put(tables(name, figures, self.say))

    def picture(self, name: str, figures: Any) -> Marked:
        """A picture, or where nothing can draw, a line that says so and what the picture would show."""
        if name not in PICTURES:
            raise Refused("template-no-picture", str(name), tuple(PICTURES))
        _refuse(name, PICTURES[name], figures)
        if not can_draw():
            self.is_drawn = False
            why = Span(self.say.doc("doc-no-picture"), emphasis=True)
            return self._put([Paragraph((why,)), Paragraph((Span(in_words(name, figures, self.say)),))])
        found = drawn(name, figures, self.say)
        own = self._picture_named(name, found.image)
        return self._put([Figure(own, found.alternative, (Span(found.title),), own)])

    def note(self, paper: Any, said: Sequence[Any] = ()) -> Marked:
        """The text of a note, whose path is that of a record of the area.

        `said` are points, with a text, that the document has already; a last section with only those
        is left out.
        """
        path = getattr(paper, "path", paper)
        record = next((each for each in self.area.of(Paper) if each.path == path), None)
        if record is None:
            raise Refused("template-no-note", str(path))

        def place(target: str) -> str | None:
            name = normalize("NFC", unquote(target))
            image = note_picture(self.root, PurePosixPath(record.path).parent, name)
            if image is None:
                self.unseen[name] = record.path
                return None
            stem = PurePosixPath(name).stem
            return self._picture_named("-".join(_NAME.findall(stem)) or "bilde", image)

        blocks = note_blocks(self.area.text_of(record).markdown, self._fact, place)
        told = _unsaid(_untitled(blocks, record.model.title), said)
        return self._put(self._spoken(told, record.model))

    def _spoken(self, blocks: Sequence[Block], paper: Paper) -> Sequence[Block]:
        """The blocks with the note's own language, where that is another than the document's."""
        language = paper.language or self.area.language
        if language in (None, self.say.language):
            return blocks
        return [_in(block, str(language)) for block in in_language(blocks, str(language))]

    def name(self, id: str) -> Marked:
        """What a record is called: its name or title, or its id where it is not known."""
        models = (record.model for record in self.area.named(str(id)))
        told = (getattr(model, "name", None) or getattr(model, "title", None) for model in models)
        return printed(next((each for each in told if isinstance(each, str)), str(id)), self.say)

    def _fact(self, asked: str) -> str | None:
        found = ask(asked, self.area)
        return None if isinstance(found, Missing) else fact_words(found.value, self.say)

    def _picture_named(self, name: str, image: Image) -> str:
        """The name of a picture in the document; the same picture is there once."""
        id, number = name, 2
        while id in self.pictures and self.pictures[id] != image:
            id, number = f"{name}-{number}", number + 1
        self.pictures[id] = image
        return id

    def _put(self, blocks: Sequence[Block]) -> Marked:
        if not blocks:
            return Marked("")
        mark = f"put {len(self.put) + 1}"
        self.put[mark] = blocks
        return Marked(f"<!-- {mark} -->")


def _refuse(name: str, path: str, figures: object) -> None:
    """Figures that are not what a table, a picture or sentences are made of."""
    if wanted := lacks(imported(path), figures):
        raise Refused("template-wrong-figures", name, (wanted,))


def _untitled(blocks: Sequence[Block], title: str) -> Sequence[Block]:
    """A note without its title on top; the document says it already."""
    first = blocks[0] if blocks else None
    same = isinstance(first, Heading) and plain(first.line).split() == title.split()
    return blocks[1:] if same else blocks


def _unsaid(blocks: Sequence[Block], said: Sequence[Any]) -> Sequence[Block]:
    at = max((at for at, block in enumerate(blocks) if isinstance(block, Heading)), default=None)
    if at is None or not said:
        return blocks
    last = [each for each in every(blocks[at + 1 :]) if not isinstance(each, Items)]
    words = [plain(each.line).split() if isinstance(each, Paragraph) else None for each in last]
    return blocks[:at] if words == [str(each.text).split() for each in said] else blocks


def _in(block: Block, language: str) -> Block:
    if isinstance(block, Heading | Paragraph | Items | Quote | Table) and block.language is None:
        return replace(block, language=language)
    return block
