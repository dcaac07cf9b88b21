"""What an earlier check found: it may stand, and only what is new since then must be looked at."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Final, Self

from byvekst_cli.finding import Finding, Hint
from byvekst_cli.finding.faults import FAULTS
from byvekst_cli.model.kinds import AREA

VERSION: Final = 1
_MOST: Final = 1_000_000
_FAULTS: Final = frozenset(fault.code for fault in FAULTS.values())
_OUTGROWN: Final = FAULTS["outgrown-baseline"]
_KEYS: Final = ("area", "path", "code", "fingerprint")


Row = tuple[str, str, str, str, int]


class BadBaseline(ValueError):
    """The text is no baseline that this version can read."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """How many findings there were of each fingerprint, with what a person needs to recognise them."""

    rows: tuple[Row, ...] = ()
    """Area, path in it, code, fingerprint and count; sorted."""

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what `text` wrote. Raises BadBaseline."""
        try:
            data = json.loads(text)
            rows = [_row(row) for row in data["findings"]]
            if data["version"] != VERSION or not isinstance(data["findings"], list):
                raise BadBaseline(str(data["version"]))
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise BadBaseline(str(error)) from None
        return cls(tuple(sorted(rows)))

    @property
    def text(self) -> str:
        """JSON, sorted, a row a line, so that two people's changes can be merged."""
        rows: list[dict[str, Any]] = [
            dict(zip((*_KEYS, "count"), row, strict=True)) for row in sorted(self.rows)
        ]
        lines = ",\n    ".join(json.dumps(row, ensure_ascii=False) for row in rows)
        inside = f"\n    {lines}\n  " if lines else ""
        return f'{{\n  "version": {VERSION},\n  "findings": [{inside}]\n}}\n'

    def renewed(self, scopes: Iterable["Scope"], findings: Iterable[Finding]) -> "Baseline":
        """With these findings for what was looked at; all else keeps its rows."""
        seen = tuple(scopes)
        kept = [row for row in self.rows if not any(scope.holds(row) for scope in seen)]
        found = Counter(
            (f.area, f.path, f.code, f.fingerprint)
            for f in findings
            if f.allowed is None and any(scope.area == f.area for scope in seen)
        )
        rows = {row[:4]: row for row in kept} | {key: (*key, count) for key, count in found.items()}
        return Baseline(tuple(sorted(rows.values())))

    def compare(self, scope: "Scope", findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings of an area, each known or new, and one more where the baseline is outgrown."""
        own = [row for row in self.rows if row[0] == scope.area]
        left = Counter({row[3]: row[4] for row in own})
        marked = []
        for finding in findings:
            known = finding.allowed is None and left[finding.fingerprint] > 0
            left[finding.fingerprint] -= known
            marked.append(replace(finding, known=known))
        gone = [row for row in own if scope.holds(row) and left[row[3]] > 0]
        if gone:
            facts = {
                "n": Hint(sum(left[row[3]] for row in gone)),
                "codes": Hint(tuple(dict.fromkeys(row[2] for row in gone))),
            }
            outgrown = _OUTGROWN.code, _OUTGROWN.slug, _OUTGROWN.severity
            marked.append(Finding(*outgrown, scope.area, AREA.pattern, facts=facts, known=False))
        return tuple(sorted(marked, key=lambda finding: finding.position))


@dataclass(frozen=True, slots=True)
class Scope:
    """What a check has looked at in an area: these codes, in all files but those that were not read."""

    area: str
    codes: frozenset[str]
    unread: frozenset[str]

    def holds(self, row: Row) -> bool:
        """Whether the check would have found it again, had it still been there."""
        area, path, code, _, _ = row
        return area == self.area and code in self.codes and (path not in self.unread or code in _FAULTS)


def _row(data: Any) -> Row:
    area, path, code, fingerprint = (data[key] for key in _KEYS)
    count = data["count"]
    if not all(isinstance(each, str) for each in (area, path, code, fingerprint)):
        raise BadBaseline("not text")
    if type(count) is not int or not 0 < count <= _MOST:
        raise BadBaseline("not a count")
    return area, path, code, fingerprint, count
