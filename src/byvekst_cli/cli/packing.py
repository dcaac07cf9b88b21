"""What `byvekst pack` does: judge a meeting's files, gather its papers, and write them."""

import sys
from dataclasses import dataclass, replace

from byvekst_cli.area import Record
from byvekst_cli.cli.areas import shown
from byvekst_cli.cli.documents import Wanted, progress, tell_of_lacks, template_fault, write
from byvekst_cli.cli.exits import CLEAN, FOUND
from byvekst_cli.cli.opening import Opened
from byvekst_cli.cli.options import console
from byvekst_cli.cli.public import public_area, published
from byvekst_cli.cli.usage import WrongUse
from byvekst_cli.cli.words import Words
from byvekst_cli.finding import Finding, Severity
from byvekst_cli.lint import Selection, lint
from byvekst_cli.model.meeting import Meeting
from byvekst_cli.pack.asked import NotThere
from byvekst_cli.pack.called import meeting_of
from byvekst_cli.pack.judged import judged, meeting_file
from byvekst_cli.pack.meeting import Told
from byvekst_cli.pack.public import Public
from byvekst_cli.render.faults import BadTemplate, Unmade
from byvekst_cli.render.kinds import MEETING_PACK
from byvekst_cli.render.tree import Document
from byvekst_cli.report.checked import Checked, CheckedArea


@dataclass(frozen=True, slots=True)
class PackAsked:
    """What was written on the command line; `despite` is the reason for making it in spite of errors."""

    meeting: str
    format: str
    output: str | None
    template: str | None
    force: bool
    addendum: bool
    public: bool
    draft: bool
    despite: str | None
    pdf: bool = False


def pack_papers(asked: PackAsked, opening: Opened, words: Words) -> int:
    """Make the pack, or tell what is wrong with the files that it stands on. Raises WrongUse."""
    try:
        meeting = meeting_of(opening.loaded.area, asked.meeting)
    except NotThere as error:
        return _not_there(error, asked, opening, words)
    if asked.addendum and not meeting.model.late:
        raise WrongUse(words("pack-nothing-late", meeting=meeting.id))
    paths = judged(opening.loaded.area, meeting)
    wrong = [finding for finding in lint(opening.loaded, Selection.of((), ())) if _stops(finding, paths)]
    if wrong and not asked.draft and asked.despite is None:
        _print(wrong, opening)
        print(words("pack-stopped", n=len(wrong)), file=sys.stderr)
        return FOUND
    progress(words("document-gathering"))
    try:
        document = _document(asked, opening, meeting, wrong, paths, words)
    finally:
        progress("")
    if wrong and asked.despite is not None:
        print(words("pack-despite-told", n=len(wrong), reason=asked.despite), file=sys.stderr)
    wanted = Wanted(MEETING_PACK, {}, asked.format, asked.output, asked.template, asked.force, pdf=asked.pdf)
    try:
        write(document, wanted, opening, words)
    except Unmade as error:
        raise WrongUse(words(error.says, **error.facts)) from None
    return CLEAN


def _stops(finding: Finding, paths: frozenset[str]) -> bool:
    """Errors that somebody must still look at, whatever the day, in files that the pack stands on."""
    is_error = finding.severity is Severity.ERROR and finding.is_open
    return is_error and not finding.today and finding.path in paths


def _not_there(error: NotThere, asked: PackAsked, opening: Opened, words: Words) -> int:
    """A meeting whose file cannot be read is there, and what is wrong with it is told."""
    path = meeting_file(asked.meeting)
    found = lint(opening.loaded, Selection.of((), ()))
    wrong = [finding for finding in found if _stops(finding, frozenset({path}))]
    if wrong:
        _print(wrong, opening)
        print(words("pack-unread"), file=sys.stderr)
        return FOUND
    raise WrongUse(words("pack-no-meeting", meeting=error.value, near=error.near)) from None


def _print(wrong: list[Finding], opening: Opened) -> None:
    """As `byvekst check` does."""
    from byvekst_cli.report.text import print_text

    loaded, area = opening.loaded, opening.loaded.area
    checked = CheckedArea(area.id, area.name, shown(opening.root), loaded.documents, tuple(wrong))
    print_text(Checked((checked,), area.as_of), opening.say, console())


def _document(
    asked: PackAsked,
    opening: Opened,
    meeting: Record[Meeting],
    wrong: list[Finding],
    paths: frozenset[str],
    words: Words,
) -> Document:
    from byvekst_cli.pack.meeting import addendum, meeting_pack
    from byvekst_cli.render.made import watched
    from byvekst_cli.render.make import Ordered, from_contents
    from byvekst_cli.source.revision import revision

    found = public_area(opening.loaded.area, words) if asked.public else None
    area = watched(found.area if found else opening.loaded.area)
    contents = (addendum if asked.addendum else meeting_pack)(area, meeting.id)
    told = tuple(_told(each, opening, found) for each in wrong)
    order = Ordered(area, opening.root, opening.say, revision(opening.root, opening.loaded.documents))
    why = {_asked(asked, told): meeting.id}
    try:
        finished = from_contents(MEETING_PACK.name, contents, area, order, why)
        words_now = finished.document.made.words
        if told:
            contents = replace(contents, findings=told, reason=asked.despite)
            finished = from_contents(MEETING_PACK.name, contents, area, order, why)
    except BadTemplate as error:
        raise WrongUse(template_fault(error, words)) from None
    tell_of_lacks(finished, words)
    document = replace(finished.document, made=replace(finished.document.made, words=words_now))
    return document if found is None else published(document, found, paths, opening.say, words)


def _asked(asked: PackAsked, told: tuple[Told, ...]) -> str:
    """What it says that it was asked for by; findings are no part of what the data say."""
    return "addendum" if asked.addendum else "draft" if told else "meeting"


def _told(finding: Finding, opening: Opened, found: Public | None) -> Told:
    """A finding in words; in a public version only what is wrong in general, for it may hold anything."""
    if found is not None:
        return Told(finding.code, "", opening.say.entry(finding.code)["title"])
    text = opening.say.message(finding).text
    return Told(finding.code, f"{finding.path}:{finding.span.line}", text)
