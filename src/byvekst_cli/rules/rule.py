"""What a rule is. A rule names a record's fault by attributes; lint finds the lines."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar, overload

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.block import Block

M = TypeVar("M", bound=Block)
Options = TypeVar("Options")
Problems = Iterator[Problem]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: `about` is the model it looks at, `Block` for every file, `Area` for all at once.

    `today` marks a rule whose findings come and go with the calendar and not with the files.
    `options` is a frozen dataclass of thresholds with defaults, or None. `values` marks a rule that
    looks at each value by itself, and so also at what is sound in a file with faults.
    """

    code: str
    about: type[Block] | type[Area]
    severity: Severity
    check: Callable[[Any, Area, Any], Problems]
    options: type[Any] | None
    today: bool
    values: bool
    module: str

    @property
    def slug(self) -> str:
        return self.module.rpartition(".")[2].replace("_", "-")

    @property
    def family(self) -> str:
        return self.module.split(".")[-2]


@overload
def rule(
    code: str, *, about: type[Area], severity: Severity
) -> Callable[[Callable[[Area], Problems]], Rule]: ...
@overload
def rule(
    code: str, *, about: type[M], severity: Severity, today: bool = False, values: bool = False
) -> Callable[[Callable[[Record[M], Area], Problems]], Rule]: ...
@overload
def rule(
    code: str, *, about: type[M], severity: Severity, today: bool = False, options: type[Options]
) -> Callable[[Callable[[Record[M], Area, Options], Problems]], Rule]: ...
def rule(
    code: str,
    *,
    about: type[Any],
    severity: Severity,
    today: bool = False,
    values: bool = False,
    options: type[Any] | None = None,
) -> Callable[[Callable[..., Problems]], Rule]:
    """Declare a rule about a kind of record; the loop over the records is lint's.

    The check takes the record and the area, and the options where there are any; a check about
    `Area` takes only the area.
    """

    def declare(check: Callable[..., Problems]) -> Rule:
        def run(record: Record[Block] | None, area: Area, chosen: object) -> Problems:
            if about is Area:
                return check(area)
            return check(record, area) if options is None else check(record, area, chosen)

        return Rule(code, about, severity, run, options, today, values, check.__module__)

    return declare
