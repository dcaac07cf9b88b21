"""Run the rules and turn their problems into findings."""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from byvekst_cli.area import Area
from byvekst_cli.finding import Clue, Finding, Hint, Place, Problem, Related, Severity, Span
from byvekst_cli.finding.faults import FAULTS
from byvekst_cli.lint.allow import allow
from byvekst_cli.lint.repair import with_repair
from byvekst_cli.lint.select import Selection
from byvekst_cli.lint.settings import Tuned, faulty, tuned
from byvekst_cli.model.kinds import kind_at
from byvekst_cli.rules import all_rules
from byvekst_cli.source.document import Document
from byvekst_cli.source.load import Loaded

MOST: Final = 200
"""Findings of one rule told of one record."""


def lint(loaded: Loaded, selection: Selection) -> tuple[Finding, ...]:
    """All findings of an area, sorted by file, line, column and code."""
    found = [finding for finding in loaded.findings if selection.shows(finding)]
    found += filter(selection.shows, _settings_findings(loaded))
    ran = [tuned(rule, loaded.area) for rule in all_rules() if selection.wants(rule)]
    for chosen in ran:
        found.extend(_rule_findings(chosen, loaded))
    names = {chosen.rule.code: chosen.rule for chosen in ran if chosen.severity is not None}
    shown = filter(selection.shows, allow(found, loaded, names))
    repaired = (with_repair(finding, loaded.documents) for finding in shown)
    return tuple(sorted(repaired, key=lambda finding: finding.position))


def _settings_findings(loaded: Loaded) -> Iterator[Finding]:
    for slug, problem in faulty(loaded.area, all_rules()):
        fault = FAULTS[slug]
        yield _finding(problem, fault.code, slug, fault.severity, loaded)


def _rule_findings(chosen: Tuned, loaded: Loaded) -> Iterator[Finding]:
    rule = chosen.rule
    if chosen.severity is None:
        return
    for problems in _problems(chosen, loaded.area):
        told = list(islice(problems, MOST + 1))
        for problem in told[:MOST]:
            yield _finding(problem, rule.code, rule.slug, chosen.severity, loaded, today=rule.today)
        if len(told) > MOST:
            more = Problem(Place(told[0].place.path), {"code": rule.code, "limit": Hint(MOST)})
            slug = "more-of-the-same"
            yield _finding(more, FAULTS[slug].code, slug, chosen.severity, loaded, today=rule.today)


def _problems(chosen: Tuned, area: Area) -> Iterator[Iterator[Problem]]:
    """What a rule finds in each record, or in the area as a whole."""
    rule = chosen.rule
    if issubclass(rule.about, Area):
        yield rule.check(None, area, chosen.options)
    else:
        for record in (*area.of(rule.about), *(area.partial if rule.values else ())):
            yield rule.check(record, area, chosen.options)


def _finding(
    problem: Problem, code: str, slug: str, severity: Severity, loaded: Loaded, *, today: bool = False
) -> Finding:
    place = problem.place
    document = loaded.documents[place.path]
    return Finding(
        code,
        slug,
        severity,
        loaded.area.id,
        place.path,
        document.locate(place),
        _record_id(document),
        document.natural_key(place.route),
        problem.facts,
        tuple(_related(clue, loaded) for clue in problem.clues),
        today,
    )


def _related(clue: Clue, loaded: Loaded) -> Related:
    place = clue.place
    span = loaded.documents[place.path].locate(place) if place.path in loaded.documents else Span()
    return Related(place.path, span, clue.says, clue.facts)


def _record_id(document: Document) -> str | None:
    """The id of the record that a file holds."""
    return str(document.data["id"]) if kind_at(document.path) and "id" in document.data else None
