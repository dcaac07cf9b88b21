"""REP008: the area's own calendar has a report that is not there."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import On, Problem, Severity
from byvekst_cli.model.status_report import StatusReport
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.model.wheel import Activity
from byvekst_cli.model.when import When
from byvekst_cli.rules.rule import Problems, rule


@dataclass(frozen=True, slots=True)
class Options:
    """Days after a period that its report may take, where the wheel has no deadline of its own."""

    dager: int = 90


@rule("REP008", about=Activity, severity=Severity.WARNING, today=True, options=Options)
def report_missing(activity: Record[Activity], area: Area, options: Options) -> Problems:
    """One problem a report. An area that has never reported is told of the latest one only."""
    there = {str(record.model.period) for record in area.of(StatusReport)}
    due = [*_due(activity.model, area, options.dager)]
    first = next((at for at, period in enumerate(due) if str(period) in there), len(due) - 1)
    for period in due[max(first, 0) :]:
        if str(period) not in there and str(period).casefold() not in area.unread.ids:
            facts = {"period": period, "activity": activity.model.name}
            yield Problem(activity.at("reports", on=On.KEY), facts)


def _due(activity: Activity, area: Area, days: int) -> Iterator[When]:
    """The periods whose report should have come, the oldest first, from the first report's year."""
    begun = min((r.model.period.first.year for r in area.of(StatusReport)), default=area.as_of.year - 2)
    periods = [part.of(year) for year in range(begun, area.as_of.year + 1) for part in activity.reports]
    for period in sorted(periods, key=lambda period: (period.last, period.first)):
        if _deadline(activity, period, days) < area.as_of:
            yield period


def _deadline(activity: Activity, period: When, days: int) -> date:
    """The next time the activity ends, where it is about one report a year; else some days after."""
    ends = activity.until or activity.since
    if len(activity.reports) > 1 or ends is None or isinstance(ends, Unknown):
        return period.last + timedelta(days=days)
    this_year = ends.last_day(period.last.year)
    return this_year if this_year > period.last else ends.last_day(period.last.year + 1)
