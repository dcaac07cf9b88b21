"""The annual wheel for the wall: a year as a circle, tracks as rings, and words beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from string import ascii_uppercase
from typing import Final

from byvekst_cli.deadlines.wheel_year import Step
from byvekst_cli.draw.paper import width_of
from byvekst_cli.draw.picture import Picture
from byvekst_cli.draw.sheet import HIGH, POINT, WIDE, Sheet
from byvekst_cli.draw.style import INK, PAPER, house_style
from byvekst_cli.draw.wheel_foot import Foot, Item, lettered, shaped, swatch
from byvekst_cli.draw.wheel_layout import (
    BAR,
    EDGE,
    RIM,
    Entry,
    Label,
    Layout,
    badge,
    layout,
    lead,
    line_of,
    pin_radius,
)  # fmt: skip
from byvekst_cli.draw.wheel_rings import (
    FILL_OF,
    SHAPES,
    Lane,
    draw_bands,
    draw_meetings,
    draw_months,
    draw_state,
    draw_today,
    lanes,
    turn,
    turns,
)  # fmt: skip
from byvekst_cli.language import Say
from byvekst_cli.language.say import safe
from byvekst_cli.language.yearly import meeting_day, month_name, time_of
from byvekst_cli.model.meeting import Meeting
from byvekst_cli.pack.laid_wheel import LaidWheel

TITLE: Final = 30.0
HEAD: Final = 1.9
"""Centimetres for the title."""
LOCAL: Final = "lokal"


@dataclass(frozen=True, slots=True)
class Wheel:
    """What is drawn: an area's year, in words where there are words."""

    laid: LaidWheel
    say: Say

    @property
    def steps(self) -> tuple[Step, ...]:
        return self.laid.steps

    @property
    def year(self) -> int:
        return self.laid.year

    @property
    def meetings(self) -> tuple[tuple[str, tuple[Meeting, ...]], ...]:
        return tuple((safe(body), held) for body, held in self.laid.meetings)

    @property
    def title(self) -> str:
        return self.say("wheel-title", area=safe(self.laid.name), year=str(self.year))

    @property
    def national(self) -> tuple[Step, ...]:
        return tuple(each for each in self.steps if each.is_national and each.stretch.is_known)

    @property
    def own(self) -> tuple[Step, ...]:
        return tuple(each for each in self.steps if not each.is_national and each.stretch.is_known)

    @property
    def untimed(self) -> tuple[str, ...]:
        return tuple(safe(each.activity.name) for each in self.steps if not each.stretch.is_known)


def wheel_picture(wheel: Wheel, paper: str) -> Picture:
    """On `a3` or `a4`, the same picture."""
    with house_style():
        sheet = Sheet.of(paper)
        foot = _foot(wheel)
        _heading(sheet, wheel)
        foot.draw(sheet, EDGE * 0.75)
        bottom, top = EDGE * 0.75 + foot.height + 0.5, HIGH - EDGE - HEAD
        entries = [entry_of(each, wheel.say) for each in wheel.own]
        found = layout(entries, bottom, top)
        draw_wheel(sheet, found, wheel)
        for label in found.labels:
            draw_label(sheet, label, found)
    return Picture(sheet.axes.figure, wheel.title, wheel_alt(wheel))  # type: ignore[arg-type]


def entry_of(step: Step, say: Say) -> Entry:
    """An activity as a part of the circle; where only one end is known, it is a day."""
    first, last = step.stretch.first or step.stretch.last, step.stretch.last or step.stretch.first
    if first is None or last is None:
        raise ValueError("an activity without a time has no place on the wheel")
    track = LOCAL if step.activity.local else step.activity.track.value
    return Entry(track, *turns(first, last), time_of(step.activity, say), safe(step.activity.name))


def wheel_alt(wheel: Wheel) -> str:
    """The year in words, for those who do not see it."""
    say = wheel.say
    told = [f"{time_of(each.activity, say)}: {safe(each.activity.name)}" for each in wheel.own]
    state = [f"{time_of(each.activity, say)}: {safe(each.activity.name)}" for each in wheel.national]
    parts = [f"{wheel.title}."]
    parts += [f"{say('wheel-activities')}: {'; '.join(told)}."] if told else []
    parts += [f"{say('track-stat')}: {'; '.join(state)}."] if state else []
    parts += [f"{body}: {_days(held, say)}." for body, held in wheel.meetings]
    return " ".join([*parts, *notes(wheel)])


def _heading(sheet: Sheet, wheel: Wheel) -> None:
    size = min(TITLE, TITLE * (WIDE - 2 * EDGE) / width_of(wheel.title, TITLE, bold=True))
    sheet.text((EDGE, HIGH - EDGE - 0.45), wheel.title, size, weight="bold")


def draw_wheel(sheet: Sheet, found: Layout, wheel: Wheel) -> None:
    """The rings and what is on them."""
    dial, say = found.dial, wheel.say
    entries = [label.entry for label in found.labels]
    own = lanes(entries, dial)
    draw_bands(sheet, dial, entries)
    size = 17 * dial.radius / 10.4
    draw_months(sheet, dial, [month_name(month, say) for month in range(1, 13)], wheel.year, size)
    draw_state(sheet, dial, [_turn_of(each) for each in _around(wheel)], signs_of(wheel))
    for at, entry in enumerate(entries):
        dial.arc(sheet, own[at].inner, own[at].outer, entry.since, entry.until, FILL_OF[entry.track])
        _draw_joint(sheet, found, at, own[at])
    draw_meetings(sheet, dial, [[turn(_middle(each)) for each in held] for _, held in wheel.meetings])
    if wheel.laid.day.year == wheel.year:
        draw_today(sheet, dial, wheel.laid.day)
    sheet.text(dial.centre, str(wheel.year), 46 * dial.radius / 10.4, ha="center", weight="bold")


def _draw_joint(sheet: Sheet, found: Layout, at: int, lane: Lane) -> None:
    """From the activity to the rim, and on to its words or its number."""
    dial, label = found.dial, found.labels[at]
    turned = label.entry.middle
    inside = dial.spot(turned, (lane.inner + lane.outer) / 2)
    rim = dial.spot(turned, dial.radius + RIM)
    sheet.disc(inside, 0.09, fc=PAPER, ec=INK, lw=0.8 * sheet.scale)
    if not found.pins:
        side = -0.55 if label.on_right else 0.55
        end = (label.joint[0] - (BAR if label.on_right else -BAR) * 0.4, label.joint[1])
        sheet.line(inside, rim, (end[0] + side, end[1]), end, width=0.9, color=INK, zorder=3.8)
        return
    pin = dial.spot(found.pins[at], dial.radius + 1.0)
    radius = pin_radius(found.size)
    sheet.line(inside, rim, pin, width=0.7, color=INK, zorder=3.8)
    _pin(sheet, pin, radius, label)


def _pin(sheet: Sheet, spot: tuple[float, float], radius: float, label: Label) -> None:
    """A number in a ring of its track's colour; black on white can be read in any print."""
    edge = 2.4 * sheet.scale
    sheet.disc(spot, radius - 0.04, fc=PAPER, ec=FILL_OF[label.entry.track].colour, lw=edge)
    sheet.text(spot, str(label.number), 0.92 * radius / POINT, ha="center", weight="bold")


def draw_label(sheet: Sheet, label: Label, found: Layout) -> None:
    """The time in bold and the name; to the left of the wheel the lines end where the joint is."""
    step, size = line_of(found.size), found.size
    to_right = not label.on_right and not found.pins
    edge = label.left + label.width if to_right else label.left
    for at, line in enumerate(label.lines):
        up = label.bottom + label.height - (at + 0.5) * step
        beside = lead(label.entry.when, size) if at == 0 and not to_right else 0.0
        sheet.text((edge + beside, up), line, size, ha="right" if to_right else "left")
    up = label.bottom + label.height - 0.5 * step
    before = width_of(f"{label.lines[0]}  ", size) if to_right and label.lines[0] else 0.0
    sheet.text((edge - before, up), label.entry.when, size, weight="bold", ha="right" if to_right else "left")
    if found.pins:
        middle = label.left - badge(size) + pin_radius(size), label.bottom + label.height - 0.5 * step
        _pin(sheet, middle, pin_radius(size) * 0.92, label)


def signs_of(wheel: Wheel) -> list[str]:
    """A letter for each national step around the year; numbers where there are more than letters."""
    count = len(wheel.national)
    if count <= len(ascii_uppercase):
        return list(ascii_uppercase[:count])
    return [str(at + 1) for at in range(count)]


def _around(wheel: Wheel) -> list[Step]:
    return sorted(wheel.national, key=lambda each: (_turn_of(each), each.id))


def _turn_of(step: Step) -> float:
    middle = step.stretch.middle
    return turn(middle) if middle else 0.0


def _foot(wheel: Wheel) -> Foot:
    say = wheel.say
    return Foot(key_of(wheel), say("wheel-key"), steps_of(wheel), say("track-stat"), tuple(notes(wheel)))


def key_of(wheel: Wheel) -> tuple[Item, ...]:
    """The tracks that are used, and the bodies with their meetings."""
    say = wheel.say
    used = {LOCAL if each.activity.local else each.activity.track.value for each in wheel.own}
    key = [Item(swatch(fill), "", say(f"track-{track}")) for track, fill in FILL_OF.items() if track in used]
    for at, (body, held) in enumerate(wheel.meetings):
        key.append(Item(shaped(min(at, len(SHAPES) - 1)), f"{body}:", _days(held, say)))
    return tuple(key)


def steps_of(wheel: Wheel) -> tuple[Item, ...]:
    """The state's steps with their signs."""
    return tuple(
        Item(lettered(sign), f"{time_of(each.activity, wheel.say)}:", safe(each.activity.name))
        for sign, each in zip(signs_of(wheel), _around(wheel), strict=True)
    )


def notes(wheel: Wheel) -> list[str]:
    """What is not drawn, the hand, and what is invented."""
    say = wheel.say
    untimed = ", ".join(f"«{name}»" for name in wheel.untimed)
    found = [say("wheel-untimed", names=untimed)] if untimed else []
    if wheel.laid.day.year == wheel.year:
        found.append(say("wheel-hand", day=wheel.laid.day))
    return [*found, say("wheel-invented")] if wheel.laid.invented else found


def _days(held: Sequence[Meeting], say: Say) -> str:
    return ", ".join(meeting_day(each, say) for each in held)


def _middle(meeting: Meeting) -> date:
    return meeting.dated.first + (meeting.dated.last - meeting.dated.first) / 2
