"""Facts → sentences in one language. Made once from the user's choice, and passed down."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from byvekst_cli.finding import Finding, Hint, Related, Severity, Term
from byvekst_cli.finding.faults import FAULTS
from byvekst_cli.language import formats
from byvekst_cli.language.help import help_of
from byvekst_cli.language.words import LANGUAGES, ROOM, Entry, catalogue
from byvekst_cli.model.choice import Choice
from byvekst_cli.model.spot import Spot
from byvekst_cli.model.when import When
from byvekst_cli.rules import all_rules
from byvekst_cli.source.small_yaml import read

__all__ = ["LANGUAGES", "Message", "Say"]

_TOKEN: Final = re.compile(r"\{\{|\}\}|\{(\w+)\}")
_OPTIONAL: Final = re.compile(r"\[\[(.*?)\]\]")
_UNSAFE: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_RULES: Final = Path(__file__).parent.parent / "rules"


@dataclass(frozen=True, slots=True)
class Message:
    """What is wrong in short, what is wrong here, why it matters, and what to do."""

    title: str
    text: str
    why: str
    remedy: str


def safe(text: str) -> str:
    """Text that cannot steer a terminal or hide anything; one space for each line break."""
    return _UNSAFE.sub("\ufffd", text.replace("\r", " ").replace("\n", " ").replace("\t", " "))


@dataclass(frozen=True, slots=True)
class Say:
    """Speaks one of `nb`, `nn`, `en`."""

    language: str

    def __call__(self, name: str, **facts: object) -> str:
        """A sentence of the tool's own; a fact `n` chooses between one and other."""
        return self._fill(catalogue(ROOM / "ui.yaml")[name], facts)

    def doc(self, name: str, **facts: object) -> str:
        """A sentence of a document's, or one of the tool's own. Raises KeyError."""
        entries = catalogue(ROOM / "documents.yaml")
        return self._fill(entries[name], facts) if name in entries else self(name, **facts)

    def choice(self, choice: Choice) -> str:
        """The word for a value from a closed list."""
        kind = f"{type(choice).__module__.rpartition('.')[2]}.{type(choice).__name__}"
        return self._fill(catalogue(ROOM / "choices.yaml")[kind][choice.value], {})

    def cli(self, name: str, **facts: object) -> str:
        """A sentence of the command line's."""
        return self._fill(catalogue(ROOM / "cli.yaml")[name], facts)

    def message(self, finding: Finding) -> Message:
        entry = _entry_of(finding.code)
        facts = {**finding.facts, **help_of(finding, self.language)}
        parts = (self._fill(entry[part], facts) for part in ("title", "message", "why", "remedy"))
        return Message(*parts)

    def entry(self, code: str) -> dict[str, str]:
        """The words of a rule or fault when nothing has been found: what depends on it is left out."""
        return {part: self._fill(words, {}) for part, words in _entry_of(code).items()}

    def clue(self, related: Related) -> str:
        return self._fill(catalogue(ROOM / "terms.yaml")[related.says], related.facts)

    @staticmethod
    def read_example(example: str) -> Any:
        """An example as the value that a file would hold."""
        return read(f"x: {example}\n").data["x"]

    def spot(self, spot: Spot) -> str:
        """`tabell 2, rad 3, kolonne 1 (under «Økonomi»)`."""
        entry = catalogue(ROOM / "terms.yaml")[f"spot-{spot.part.value}"]
        row, column = str(spot.row), str(spot.column)
        return self._fill(entry, {"n": str(spot.number), "row": row, "column": column, "under": spot.under})

    def number(self, value: int | Decimal) -> str:
        return formats.number(value, self.language)

    def signed(self, value: int | Decimal) -> str:
        """With a plus where it is above zero."""
        return f"{'+' if value > 0 else ''}{self.number(value)}"

    def day(self, value: date) -> str:
        return formats.day(value, self.language)

    def short_day(self, value: date) -> str:
        return formats.short_day(value, self.language)

    def day_of_year(self, value: date) -> str:
        return formats.day_of_year(value, self.language)

    def weekday(self, value: date) -> str:
        return formats.weekday(value, self.language)

    def counts(self, counts: Mapping[Severity, int], files: int) -> str:
        """`1 feil, 2 advarsler og 0 råd i 3 filer.`."""
        shown = {f"{each.value}s": self(f"{each.value}s", n=counts.get(each, 0)) for each in Severity}
        return self("summary", files=self("files", n=files), **shown)

    def listed(self, values: Iterable[str], joint: str = "or") -> str:
        """`«a», «b» eller «c»`."""
        quoted = [f"«{value}»" for value in values]
        if len(quoted) < 2:
            return "".join(quoted)
        return f"{', '.join(quoted[:-1])} {self(joint)} {quoted[-1]}"

    def _fill(self, entry: Entry, facts: Mapping[str, object]) -> str:
        words = entry[self.language]
        if isinstance(words, Mapping):
            words = words["one" if facts.get("n") == 1 else "other"]
        shown = {name: self._show(value) for name, value in facts.items()}

        def keep(match: re.Match[str]) -> str:
            slots = (name for _, name in _slots(match.group(1)))
            return match.group(1) if all(shown.get(name) for name in slots) else ""

        def put(match: re.Match[str]) -> str:
            name = match.group(1)
            return shown.get(name, "") if name else match.group()[0]

        return _TOKEN.sub(put, _OPTIONAL.sub(keep, words))

    def _show(self, value: Any) -> str:
        match value:
            case None:
                return ""
            case Hint():
                return self._show(value.value)
            case Term():
                return self._fill(catalogue(ROOM / "terms.yaml")[str(value)], {})
            case When():
                return formats.when(value, self.language, self._season(value))
            case date():
                return self.day(value)
            case bool() | str():
                return safe(str(value))
            case int() | Decimal():
                return formats.number(value, self.language)
            case Spot():
                return self.spot(value)
            case tuple():
                return self._list(value)
        return safe(str(value))

    def _list(self, values: tuple[Any, ...]) -> str:
        if values and isinstance(values[0], Spot):
            return "; ".join(map(self._show, values))
        if any(isinstance(value, Term) for value in values):
            *first, last = map(self._show, values)
            return f"{', '.join(first)} {self('and')} {last}" if first else last
        return self.listed(map(str, values))

    def _season(self, value: When) -> str:
        part = value.text.partition("-")[2]
        named = catalogue(ROOM / "terms.yaml").get(f"season-{part}")
        return self._fill(named, {}) if named else ""


def _slots(words: str) -> list[tuple[str, str]]:
    return [(match.group(), match.group(1)) for match in _TOKEN.finditer(words) if match.group(1)]


def _entry_of(code: str) -> Mapping[str, Entry]:
    """The words of a fault or a rule."""
    fault = next((fault for fault in FAULTS.values() if fault.code == code), None)
    if fault is not None:
        entry: Mapping[str, Entry] = catalogue(ROOM / "faults.yaml")[fault.slug]
        return entry
    rule = next(rule for rule in all_rules() if rule.code == code)
    return catalogue(_RULES / rule.family / f"{rule.slug.replace('-', '_')}.yaml")
