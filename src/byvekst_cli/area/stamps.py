"""Stamps, and what has changed since they were set."""

from collections.abc import Iterator
from dataclasses import dataclass

from byvekst_cli.area.area import Area
from byvekst_cli.area.record import Record
from byvekst_cli.area.seals import seals_of
from byvekst_cli.finding import Place
from byvekst_cli.model.block import Block
from byvekst_cli.model.meeting import Meeting
from byvekst_cli.model.paper import Paper
from byvekst_cli.model.stamp import Stamp, StampFile, StampKind
from byvekst_cli.model.text import file_stem


@dataclass(frozen=True, slots=True)
class Changed:
    """A file that is not as it was when it was stamped: which part, and where the stamp is."""

    record: Record[Block]
    stamp: Stamp
    stamps: Record[StampFile]
    position: int
    figures: bool
    decision: bool

    @property
    def what(self) -> str:
        """The term for what has changed."""
        if self.figures and self.decision:
            return "stamped-both"
        return "stamped-figures" if self.figures else "stamped-decision"


def place_of(record: Record[Block]) -> Place:
    """Where a change is told: at the title of a note, or else on the file."""
    return record.at("title") if isinstance(record.model, Paper) else Place(record.path)


def changed_since(area: Area, kind: StampKind) -> Iterator[Changed]:
    """Files whose figures or proposed decision differ from their last stamp of a kind."""
    for stamps in area.of(StampFile):
        last = {stamp.file: at for at, stamp in enumerate(stamps.model.stamps) if stamp.kind is kind}
        for record in area.of(Block):
            if record.path not in last:
                continue
            stamp, now = stamps.model.stamps[last[record.path]], seals_of(record, area)
            figures, decision = now.figures != stamp.figures, now.decision != stamp.decision
            if figures or decision:
                yield Changed(record, stamp, stamps, last[record.path], figures, decision)


def is_sent_anew(changed: Changed, area: Area) -> bool:
    """Whether a new version with its reason, or a meeting's late papers, tells of the change."""
    paper, day = changed.record.model, changed.stamp.dated.first
    if not isinstance(paper, Paper):
        return False
    late = (each for meeting in area.of(Meeting) for each in meeting.model.late)
    of_case = (each for each in late if each.case and file_stem(each.case) == file_stem(paper.case))
    versions = (each for each in paper.versions if each.replaces is not None and each.change)
    days = [*(each.dated.last for each in versions), *(each.dated.last for each in of_case)]
    return any(each >= day for each in days)
