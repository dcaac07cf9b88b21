"""Whether two notes, or two places in one, give the same figure for the same thing."""

from collections.abc import Iterator, Mapping

from byvekst_cli.model.note_text import NoteText
from byvekst_cli.prose.said import Said

_Key = tuple[str, str, int | None, bool]


def alone(found: tuple[Said, ...]) -> Mapping[_Key, Said]:
    """The first figure for each thing: project, kind, price year, and whether it is a P85."""
    first: dict[_Key, Said] = {}
    for each in found:
        first.setdefault(_key(each), each)
    return first


def differ(one: Said, other: Said) -> bool:
    """True when they cannot be one figure that was rounded, or a month and its year."""
    if one.amount and other.amount:
        return not (one.amount.fits(other.amount.mnok) or other.amount.fits(one.amount.mnok))
    return bool(one.when and other.when and not one.when.overlaps(other.when))


def contradictions(found: tuple[Said, ...]) -> Iterator[tuple[Said, Said]]:
    """Each figure that is another than the first for the same thing, with that first one."""
    first = alone(found)
    for each in found:
        if differ(first[_key(each)], each):
            yield first[_key(each)], each


def names_figure(note: NoteText, figure: Said) -> bool:
    """Whether a note has the number or the date of a figure anywhere in it."""
    number = figure.words.split()[0] if figure.amount else figure.words
    texts = [block.text for block in note.blocks]
    texts += [cell.text for block in note.blocks for row in block.rows for cell in row]
    return any(number in text for text in texts)


def _key(each: Said) -> _Key:
    return each.project, each.what, each.amount.year if each.amount else None, each.p85
