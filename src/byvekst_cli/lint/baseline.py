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
_OUTGROWN: Final = FAULTS["outgrown-baseline"]
_KEYS: Final = ("area", "path", "code", "fingerprint")


class BadBaseline(ValueError):
    """The text is no baseline that this version can read."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """How many findings there were of each fingerprint, with what a person needs to recognise them."""

    rows: tuple[tuple[str, str, str, str, int], ...] = ()
    """Area, path in it, code, fingerprint and count; sorted."""

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what `text` wrote. Raises BadBaseline."""
        try:
            data = json.loads(text)
            rows = [(*(str(row[key]) for key in _KEYS), int(row["count"])) for row in data["findings"]]
            if data["version"] != VERSION:
                raise BadBaseline(str(data["version"]))
        except (ValueError, KeyError, TypeError) as error:
            raise BadBaseline(str(error)) from None
        return cls(tuple(sorted(rows)))  # type: ignore[arg-type]

    @property
    def text(self) -> str:
        """JSON, sorted, a row a line, so that two people's changes can be merged."""
        rows: list[dict[str, Any]] = [
            dict(zip((*_KEYS, "count"), row, strict=True)) for row in sorted(self.rows)
        ]
        lines = ",\n    ".join(json.dumps(row, ensure_ascii=False) for row in rows)
        inside = f"\n    {lines}\n  " if lines else ""
        return f'{{\n  "version": {VERSION},\n  "findings": [{inside}]\n}}\n'

    def renewed(self, areas: Iterable[str], findings: Iterable[Finding]) -> "Baseline":
        """With these findings for the areas that were checked; other areas keep theirs."""
        kept = [row for row in self.rows if row[0] not in set(areas)]
        found = Counter((f.area, f.path, f.code, f.fingerprint) for f in findings if f.allowed is None)
        return Baseline(tuple(sorted([*kept, *((*key, count) for key, count in found.items())])))

    def compare(self, area: str, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings of an area, each known or new, and one more where the baseline is outgrown."""
        left = Counter({row[3]: row[4] for row in self.rows if row[0] == area})
        marked = []
        for finding in findings:
            known = finding.allowed is None and left[finding.fingerprint] > 0
            left[finding.fingerprint] -= known
            marked.append(replace(finding, known=known))
        gone = [row for row in self.rows if row[0] == area and left[row[3]] > 0]
        if gone:
            facts = {
                "n": Hint(sum(left[row[3]] for row in gone)),
                "codes": Hint(tuple(dict.fromkeys(row[2] for row in gone))),
            }
            marked.append(
                Finding(
                    _OUTGROWN.code,
                    _OUTGROWN.slug,
                    _OUTGROWN.severity,
                    area,
                    AREA.pattern,
                    facts=facts,
                    known=False,
                )
            )
        return tuple(sorted(marked, key=lambda finding: finding.position))
