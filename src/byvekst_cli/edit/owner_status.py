"""The status report that owners' forms write in: as it stands, or as it would be made."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from byvekst_cli.area import Area, Record
from byvekst_cli.area.outgoing import Status
from byvekst_cli.area.tables import Row, cells_of, rows_in
from byvekst_cli.edit.new_report import known, report_file
from byvekst_cli.language import Say
from byvekst_cli.model.project import Project
from byvekst_cli.model.status_report import StatusReport
from byvekst_cli.model.tables import BY_NAME
from byvekst_cli.model.when import When
from byvekst_cli.source.load import Loaded
from byvekst_cli.source.records import build
from byvekst_cli.source.small_yaml import read

TABLES: Final = ("report-lines", "report-milestones", "report-deviations")


class BrokenReport(Exception):
    """There is a report of the period, and it cannot be read; `path` is its file."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


@dataclass(frozen=True, slots=True)
class Report:
    """A report, and its text if it is not a file yet."""

    record: Record[StatusReport]
    text: str | None


def report_of(loaded: Loaded, period: When, source: str | None = None) -> Report:
    """The report of a period; figures of a new one are cited from `source`. Raises BrokenReport."""
    say = Say(loaded.area.language or "nb")
    path, text = report_file(loaded.area, period, source, say)
    if path not in loaded.documents:
        data = read(text).data
        made = build(StatusReport, data)
        if isinstance(made, list):
            raise BrokenReport(path)
        return Report(Record("report", period.text.casefold(), path, made, data), text)
    found = next((record for record in loaded.area.of(StatusReport) if record.path == path), None)
    if found is None:
        raise BrokenReport(path)
    return Report(found, None)


def statuses(loaded: Loaded, period: When, say: Say) -> dict[str, Status]:
    """What each project that reports in a period has to tell, by id. Raises BrokenReport."""
    report = report_of(loaded, period).record
    rows = _rows_by_project(report)
    return {
        record.id: Status(
            str(report.data["periode"]),
            report.model.name,
            rows[record.id.casefold()],
            *_known_cells(loaded.area, report, record.id, say),
        )
        for record in loaded.area.of(Project)
        if record.id.casefold() in rows
    }


def _rows_by_project(report: Record[StatusReport]) -> dict[str, dict[str, tuple[Row, ...]]]:
    """The rows of each project that has one, by table."""
    found: dict[str, dict[str, tuple[Row, ...]]] = {}
    for name in TABLES:
        for row in rows_in(BY_NAME[name], report.path, report.data, report.id):
            project = row.leads[-1] if name != TABLES[0] else row.cells["prosjekt"]
            mine = found.setdefault(project.casefold(), dict.fromkeys(TABLES, ()))
            mine[name] = (*mine[name], row)
    return found


def _known_cells(
    area: Area, report: Record[StatusReport], project: str, say: Say
) -> tuple[dict[str, str], dict[str, str]]:
    """What is known already: by column, and of milestones by event, each with where it is from."""
    cells: dict[str, str] = {}
    expected: dict[str, str] = {}
    for key, value, remark in known(area, report, project, say):
        if key == "milepæler":
            expected = {row["hva"]: _when(row) for row in value}
            continue
        for name, text in cells_of(BY_NAME[TABLES[0]], {key: value}).items():
            cells[name] = text if name.endswith(".prisår") else f"{text} ({remark})"
    return cells, {event: text for event, text in expected.items() if text}


def _when(row: Mapping[str, Any]) -> str:
    return ", ".join(f"{key} {row[key]}" for key in ("plan", "prognose") if key in row)
