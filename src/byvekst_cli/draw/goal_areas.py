"""The picture of several areas: small fields on one scale, together only where they can be compared."""

from collections.abc import Sequence
from itertools import combinations
from typing import Final

from byvekst_cli.area import Area
from byvekst_cli.draw.fields import Place, Scale, draw_field, height_of, scale_of
from byvekst_cli.draw.goal_series import told
from byvekst_cli.draw.paper import (
    MARGIN,
    Block,
    Paper,
    composed,
    heading,
    line_height,
    notes,
    paragraph,
    rule,
    wrapped,
)
from byvekst_cli.draw.picture import Picture
from byvekst_cli.draw.style import INK, SMALL, TEXT, WIDTH
from byvekst_cli.draw.times import times
from byvekst_cli.goals.compare import Alike, Entry, alike
from byvekst_cli.language import Say
from byvekst_cli.language.compared import apart, made, name_of
from byvekst_cli.language.readings import measured, up_to

Entries = Sequence[tuple[Area, Entry | None]]
_TALL: Final = 2.6
_GAP: Final = 0.5
_WIDE: Final = (WIDTH - 2 * MARGIN - _GAP) / 2


def goal_areas(entries: Entries, marks: Sequence[str], say: Say) -> Picture:
    """Two areas abreast, each group under how its figures were made."""
    title, groups = say("chart-areas-title"), _groups(entries)
    blocks = heading(title, say("chart-areas-about"))
    scale = scale_of([entry.seen for group in groups for entry in group.entries], say) if groups else None
    for group in groups:
        blocks.append(rule())
        blocks.append(paragraph(made(group.basis, say), TEXT, colour=INK, bold=True, below=0.12))
        pairs = [group.entries[at : at + 2] for at in range(0, len(group.entries), 2)]
        blocks += [_pair(pair, scale, say) for pair in pairs if scale is not None]
    blocks += notes([*_remarks(entries, say), *marks])
    return Picture(composed(blocks), title, goal_areas_alt(entries, marks, say))


def goal_areas_alt(entries: Entries, marks: Sequence[str], say: Say) -> str:
    """What the picture shows, for those who do not see it."""
    sentences = []
    for group in _groups(entries):
        sentences.append(f"{made(group.basis, say)}.")
        for entry in group.entries:
            sentences += [f"{name_of(entry.area)}.", *told(entry.seen, say)]
    begins = f"{say('chart-areas-title')}. {say('chart-areas-about')}"
    return " ".join([begins, *sentences, *_remarks(entries, say), *marks])


def _groups(entries: Entries) -> tuple[Alike, ...]:
    return alike(entry for _, entry in entries if entry is not None)


def _remarks(entries: Entries, say: Say) -> list[str]:
    reasons = [apart(one, other, say) for one, other in combinations(_groups(entries), 2)]
    silent = [name_of(area) for area, entry in entries if entry is None]
    return reasons + ([say("compared-silent", areas=say.listed(silent, "and"))] if silent else [])


def _pair(pair: Sequence[Entry], scale: Scale, say: Say) -> Block:
    """Fields side by side: names, last values and marked times, each in as many lines as they need."""
    words = [_words(entry, say) for entry in pair]
    named = [times([entry.seen], say) for entry in pair]
    lines = max(map(len, words))
    above = line_height(TEXT) + lines * line_height(SMALL)
    tallest = max(height_of(each, _TALL) for each in named)

    def draw(paper: Paper, top: float) -> None:
        for at, (entry, own, marked) in enumerate(zip(pair, words, named, strict=True)):
            left = MARGIN + at * (_WIDE + _GAP)
            paper.text(left, top + line_height(TEXT) / 2, name_of(entry.area), weight="bold")
            for row, line in enumerate(own):
                paper.text(left, top + line_height(TEXT) + (row + 0.5) * line_height(SMALL), line, SMALL)
            down = top + above + tallest - height_of(marked, _TALL)
            draw_field(
                paper, Place(down, left, left + _WIDE, _TALL), entry.seen, scale, marked, say, named=True
            )

    return Block(above + tallest, draw)


def _words(entry: Entry, say: Say) -> list[str]:
    period = up_to(entry.seen, say)
    return wrapped(f"{period[:1].upper()}{period[1:]}: {measured(entry.seen, say)}", _WIDE, SMALL)
