"""What is read in a stretch of a file, with where each code point of it stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from byvekst_cli.model.note_text import Image, Link, Slot
from byvekst_cli.source.inline_text import Line, Linked


@dataclass(frozen=True, slots=True)
class Placed:
    """A line of Markdown as it is read; `at` has the offset in the file of each code point of it."""

    line: Line
    at: Sequence[int]

    @property
    def start(self) -> int:
        return self.at[0] if self.at else 0

    @property
    def text(self) -> str:
        """The words in as many code points as they take up in the file."""
        if not self.at:
            return ""
        text = [" "] * (self.at[-1] - self.start + 1)
        for at, letter in zip(self.at, self.line.shown, strict=False):
            if not letter.isspace():
                text[at - self.start] = letter
        return "".join(text)

    @property
    def links(self) -> tuple[Link, ...]:
        return tuple(map(self._link, self.line.links))

    @property
    def images(self) -> tuple[Image, ...]:
        return tuple(Image(i.alternative or "", i.target, self.at[i.start]) for i in self.line.images)

    @property
    def slots(self) -> tuple[Slot, ...]:
        return tuple(map(self._slot, self.line.slots))

    def part(self, begin: int, end: int) -> "Placed":
        """The words between two positions of the line, without links and pictures."""
        return Placed(Line(self.line.shown[begin:end]), self.at[begin:end])

    def _slot(self, stretch: tuple[int, int]) -> Slot:
        begin, end = stretch
        asks = self.line.source[begin + 2 : end - 2].strip()
        return Slot(asks, self.at[begin], self.at[end - 1] + 1)

    def _link(self, link: Linked) -> Link:
        """A link that is a picture is read as the picture's alternative text."""
        shown = "".join(self.line.shown[link.start : link.end])
        inside = [i.alternative or "" for i in self.line.images if link.start <= i.start < link.end]
        begin = link.start + len(shown) - len(shown.lstrip()) if shown.strip() else link.start
        return Link(" ".join(shown.split()) or " ".join(inside), link.target, self.at[begin])
