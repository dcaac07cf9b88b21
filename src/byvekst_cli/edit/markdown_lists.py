"""Items and quotes as Markdown, which depend on what stands above them."""

from dataclasses import dataclass

from byvekst_cli.source.word.note import Item


@dataclass(slots=True)
class _Open:
    """A list that the next item may go on in: the sign after its numbers, and how far it is moved in."""

    item: Item
    sign: str
    indent: int
    inner: int


class Lists:
    """The lists and the quote that are open."""

    def __init__(self) -> None:
        self.open: list[_Open] = []
        self.in_quote = False

    def close(self) -> None:
        """Something else stands between."""
        self.open.clear()
        self.in_quote = False

    def quote(self, text: str) -> str:
        """A paragraph that is quoted."""
        begun, self.in_quote = self.in_quote, True
        self.open.clear()
        quoted = f"> {text}".replace("\n", "\n> ")
        return f"\n>\n{quoted}" if begun else quoted

    def item(self, item: Item, text: str) -> str:
        """An item: on the next line where its list goes on, else after a blank one."""
        self.in_quote = False
        depth = min(item.depth, len(self.open))
        before = self.open[depth] if depth < len(self.open) else None
        begun = bool(self.open)
        del self.open[depth:]
        sign, goes_on = _sign(item, before)
        indent = self.open[-1].inner if self.open else 0
        marker = f"{item.number}{sign} " if item.is_ordered else "- "
        self.open.append(_Open(item, sign, indent, indent + len(marker)))
        lines = text.replace("\n", "\n" + " " * (indent + len(marker)))
        joined = begun and (goes_on or not item.is_ordered or (before is None and item.number == 1))
        return ("\n" if joined else "\n\n") + " " * indent + marker + lines


def _sign(item: Item, before: _Open | None) -> tuple[str, bool]:
    """What stands after the number; another than before where the counting begins anew."""
    if before is None or not before.item.is_ordered or not item.is_ordered:
        return ".", before is not None and before.item.is_ordered == item.is_ordered
    if before.item.series == item.series and item.number == before.item.number + 1:
        return before.sign, True
    return (")" if before.sign == "." else "."), False
