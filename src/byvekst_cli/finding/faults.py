"""What reading and settings can find by themselves, before any rule runs.

The words for each stand in `language/words/faults.yaml` under the same slug.
"""

from dataclasses import dataclass
from typing import Final

from byvekst_cli.finding.finding import Severity


@dataclass(frozen=True, slots=True)
class Fault:
    """A finding that no rule makes: its code, its name and how grave it is."""

    code: str
    slug: str
    severity: Severity = Severity.ERROR


FAULTS: Final = {
    fault.slug: fault
    for fault in (
        Fault("FIL001", "unreadable-file"),
        Fault("FIL002", "wrong-encoding"),
        Fault("FIL003", "empty-file"),
        Fault("FIL004", "control-character"),
        Fault("FIL005", "file-too-large"),
        Fault("FIL006", "linked-file"),
        Fault("FIL007", "invisible-character"),
        Fault("FIL008", "unknown-file", Severity.WARNING),
        Fault("YML001", "yaml-syntax"),
        Fault("YML002", "tab-indentation"),
        Fault("YML003", "duplicate-key"),
        Fault("YML004", "anchor-or-alias"),
        Fault("YML005", "tag"),
        Fault("YML006", "too-deep"),
        Fault("YML007", "not-a-mapping"),
        Fault("YML008", "several-documents"),
        Fault("YML009", "key-not-text"),
        Fault("YML010", "decimal-comma-in-braces"),
        Fault("YML011", "text-comma-in-braces"),
        Fault("YML012", "unquoted-slot"),
        Fault("MDN001", "missing-front-matter"),
        Fault("MDN002", "unfinished-front-matter"),
        Fault("WRD001", "not-a-word-file"),
        Fault("WRD002", "word-encrypted"),
        Fault("WRD003", "word-damaged"),
        Fault("WRD004", "word-too-heavy"),
        Fault("WRD005", "word-unsafe"),
        Fault("WRD006", "word-macros", Severity.WARNING),
        Fault("WRD007", "tracked-changes", Severity.WARNING),
        Fault("WRD008", "comments-left", Severity.WARNING),
        Fault("WRD009", "hidden-word-text", Severity.WARNING),
        Fault("WRD010", "text-box", Severity.WARNING),
        Fault("WRD011", "bold-for-heading", Severity.WARNING),
        Fault("WRD012", "typed-heading-numbers", Severity.ADVICE),
        Fault("WRD013", "blank-paragraphs", Severity.ADVICE),
        Fault("WRD014", "broken-reference", Severity.WARNING),
        Fault("WRD015", "highlight-left", Severity.ADVICE),
        Fault("WRD016", "no-text-in-note", Severity.WARNING),
        Fault("SCH001", "missing-field"),
        Fault("SCH002", "unknown-field"),
        Fault("SCH003", "wrong-type"),
        Fault("SCH004", "unknown-value"),
        Fault("SCH005", "value-out-of-range"),
        Fault("SCH006", "empty-value"),
        Fault("SCH007", "not-a-date"),
        Fault("SCH008", "wrong-form"),
        Fault("SCH009", "value-not-accepted"),
        Fault("SCH011", "not-a-time-of-year"),
        Fault("SCH010", "too-many-faults"),
        Fault("MON001", "missing-price-year"),
        Fault("MON002", "unknown-price-year"),
        Fault("LNT001", "more-of-the-same"),
        Fault("LNT002", "outgrown-baseline", Severity.WARNING),
        Fault("SET001", "unknown-rule"),
        Fault("SET002", "unknown-option"),
        Fault("SET003", "wrong-option-value"),
        Fault("SET004", "unclear-allowance"),
        Fault("SET005", "allowance-without-reason"),
        Fault("SET006", "expired-allowance", Severity.WARNING),
        Fault("SET007", "unused-allowance", Severity.WARNING),
        Fault("SET008", "fault-not-allowable"),
    )
}
