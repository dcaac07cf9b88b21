"""Findings that may stand, with a reason: written beside the line, or in the area's settings."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fnmatch import fnmatchcase
from typing import Final

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Allowed, Finding, Hint, Span
from byvekst_cli.finding.faults import FAULTS
from byvekst_cli.model.area_file import Allowance, AreaFile
from byvekst_cli.model.near import near
from byvekst_cli.model.when import When
from byvekst_cli.rules import Rule, all_rules
from byvekst_cli.source.comments import END, Comment, comments
from byvekst_cli.source.document import Document
from byvekst_cli.source.load import Loaded

_FORM: Final = re.compile(
    r"tillat\s+(?P<rules>[\w-]+(?:\s*,\s*[\w-]+)*)(?:\s+til\s+(?P<until>[^\s:]+))?\s*(?::\s*(?P<reason>.*))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Grant:
    """One rule that is allowed in some lines of some files; `path` and `at` are where it is written."""

    rule: Rule
    allowed: Allowed
    path: str
    at: Span
    files: str = "*"
    lines: range = range(1, END)
    record: str | None = None

    def covers(self, finding: Finding) -> bool:
        return (
            finding.code == self.rule.code
            and fnmatchcase(finding.path, self.files)
            and finding.span.line in self.lines
            and (self.record is None or (finding.record or "").casefold() == self.record.casefold())
        )

    def has_expired(self, day: date) -> bool:
        return self.allowed.until is not None and self.allowed.until < day


def allow(findings: Iterable[Finding], loaded: Loaded, ran: Mapping[str, Rule]) -> Iterator[Finding]:
    """The findings, those that may stand marked so, and what is wrong with the grants themselves.

    A grant is called unused only where its rule ran and every file that it is about could be read.
    """
    grants, faulty = _grants(loaded)
    yield from faulty
    day = loaded.area.as_of
    by_code: dict[str, list[Grant]] = {}
    for grant in grants:
        if not grant.has_expired(day):
            by_code.setdefault(grant.rule.code, []).append(grant)
    unread = sorted({finding.path for finding in loaded.findings})
    used: set[Grant] = set()
    for finding in findings:
        covering = next((grant for grant in by_code.get(finding.code, ()) if grant.covers(finding)), None)
        if covering is not None:
            used.add(covering)
        yield finding if covering is None else replace(finding, allowed=covering.allowed)
    for grant in grants:
        facts: dict[str, object] = {"rule": grant.rule.code}
        if grant.has_expired(day):
            facts["until"] = grant.allowed.until
            yield _finding("expired-allowance", loaded.area, grant.path, grant.at, facts, today=True)
        elif (
            grant not in used
            and grant.rule.code in ran
            and not any(fnmatchcase(path, grant.files) for path in unread)
        ):
            yield _finding("unused-allowance", loaded.area, grant.path, grant.at, facts)


def _grants(loaded: Loaded) -> tuple[list[Grant], list[Finding]]:
    found: list[Grant | Finding] = []
    for document in loaded.documents.values():
        for comment in comments(document):
            found += _from_comment(comment, document, loaded.area)
    for record in loaded.area.of(AreaFile):
        for index, allowance in enumerate(record.model.allowances):
            found += _from_setting(record, index, allowance, loaded)
    grants = [each for each in found if isinstance(each, Grant)]
    return grants, [each for each in found if isinstance(each, Finding)]


def _from_comment(comment: Comment, document: Document, area: Area) -> Iterator[Grant | Finding]:
    at = document.span(comment.start, comment.end)
    form = _FORM.fullmatch(comment.body)
    until = form["until"] if form else None
    if form is None or (until and not When.fits(until)):
        yield _finding("unclear-allowance", area, document.path, at, {"text": comment.body})
        return
    for name in re.split(r"\s*,\s*", form["rules"]):
        rule = _rule(name)
        if isinstance(rule, tuple):
            yield _finding(rule[0], area, document.path, at, rule[1])
        elif not (form["reason"] or "").strip():
            yield _finding("allowance-without-reason", area, document.path, at, {"rule": rule.code})
        else:
            allowed = Allowed(form["reason"].strip(), When.parse(until).last if until else None)
            yield Grant(rule, allowed, document.path, at, _literal(document.path), comment.lines)


def _from_setting(
    record: Record[AreaFile], index: int, given: Allowance, loaded: Loaded
) -> Iterator[Grant | Finding]:
    at = loaded.documents[record.path].locate(record.at("allowances", index, "rule"))
    rule = _rule(given.rule)
    if isinstance(rule, tuple):
        yield _finding(rule[0], loaded.area, record.path, at, rule[1])
    else:
        allowed = Allowed(given.reason, given.until.last if given.until else None)
        yield Grant(rule, allowed, record.path, at, given.path or "*", record=given.record)


def _rule(name: str) -> Rule | tuple[str, Mapping[str, object]]:
    """The rule with a code or slug, or the fault that the name is, with its facts."""
    wanted = name.casefold()
    rule = next((rule for rule in all_rules() if wanted in (rule.code.casefold(), rule.slug)), None)
    if rule is not None:
        return rule
    if any(wanted in (fault.code.casefold(), fault.slug) for fault in FAULTS.values()):
        return "fault-not-allowable", {"rule": name}
    known = [word for rule in all_rules() for word in (rule.code, rule.slug)]
    return "unknown-rule", {"rule": name, "near": Hint(near(name, known))}


def _literal(path: str) -> str:
    """A path as a pattern that only it matches."""
    return re.sub(r"([*?\[])", r"[\1]", path)


def _finding(
    slug: str, area: Area, path: str, at: Span, facts: Mapping[str, object], *, today: bool = False
) -> Finding:
    fault = FAULTS[slug]
    return Finding(fault.code, slug, fault.severity, area.id, path, at, facts=facts, today=today)
