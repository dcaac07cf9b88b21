"""The part of an owner's form that becomes the project's row in a status report."""

from typing import Final

from byvekst_cli.area.outgoing import Status
from byvekst_cli.model.project import Event
from byvekst_cli.model.tables import BY_NAME, Column
from byvekst_cli.report.form_sheet import HELP, FormSheet
from byvekst_cli.report.headings import heading
from byvekst_cli.report.sheets import key_of

_SAID: Final = (
    "endring", "fase.status", "framdrift",
    "forbruk.prisår", "forbruk.i_perioden", "forbruk.hittil_i_år", "forbruk.i_alt",
    "sluttkostnad.beløp", "sluttkostnad.prisår",
    "neste_vedtak.hva", "neste_vedtak.organ", "neste_vedtak.dato",
    "kilde", "illustrasjon", "merknad",
)  # fmt: skip
_DEVIATES: Final = (
    "gjelder", "årsak", "tiltak", "kostnad.beløp", "kostnad.prisår", "dekning", "budsjett", "merknad",
)  # fmt: skip
_DATES: Final = ("prognose", "faktisk")


def write_status(form: FormSheet, status: Status) -> None:
    """The row's fields, its milestones, its deviations and a place for a new one."""
    say = form.book.say
    (row,) = status.rows["report-lines"]
    heads = [say(f"form-{head}") for head in ("field", "value", "unit", "known", "help")]
    form.section(say("form-status", report=status.report), heads)
    for column in _columns("report-lines", _SAID):
        text = row.cells.get(column.name, "")
        form.field(
            ("report-lines", key_of(row), (status.period,)), column, text, status.known.get(column.name, "")
        )
    form.at += 1
    _milestones(form, status)
    owner = (status.period, form.record.id)
    for old in status.rows["report-deviations"]:
        form.section(say("form-deviation"), heads[:3] + heads[4:])
        for column in _columns("report-deviations", _DEVIATES):
            key = ("report-deviations", key_of(old), owner)
            form.field(key, column, old.cells.get(column.name, ""))
        form.at += 1
    form.section(say("form-new-deviation"), heads[:3] + heads[4:])
    for column in _columns("report-deviations", _DEVIATES):
        form.field(("report-deviations", None, owner), column, "")
    form.at += 1


def _milestones(form: FormSheet, status: Status) -> None:
    say, dates = form.book.say, _columns("report-milestones", _DATES)
    heads = [say("form-event"), *(heading(column, say) for column in dates), say("form-known")]
    form.section(say("form-forecasts"), heads)
    for event in Event:
        old = [row for row in status.rows["report-milestones"] if row.cells.get("hva") == event.value]
        for number, row in enumerate(old or [None]):
            owner = ("report-milestones", key_of(row) if row else None, (status.period, form.record.id))
            form.events(owner, (event.value, f"{event.value}-{number}"), dates, row.cells if row else {})
            told = status.expected.get(event.value, "")
            form.sheet.merge_range(form.at, HELP, form.at, HELP + 1, told, form.book.format("hint"))
            form.at += 1
    form.at += 1


def _columns(table: str, names: tuple[str, ...]) -> list[Column]:
    return [column for name in names if (column := BY_NAME[table].find(name))]
