"""The examples are real, complete, and say what is known to be contradicted."""

import json
import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from byvekst_cli.language import LANGUAGES
from byvekst_cli.model.indicator import Comparison, Indicator
from byvekst_cli.model.organisation import Party
from byvekst_cli.model.project import Project
from byvekst_cli.model.when import When
from byvekst_cli.source.load import Loaded, load
from byvekst_cli.source.tree import Folder
from conftest import EXAMPLES, TODAY, Answer

AREAS = sorted(path.parent for path in EXAMPLES.glob("*/byvekst.yaml"))
each_area = pytest.mark.parametrize("area", AREAS, ids=lambda path: path.name)


def read(area: Path) -> Loaded:
    return load(Folder(area), date.fromisoformat(TODAY))


@pytest.mark.parametrize("language", LANGUAGES)
@each_area
def test_an_example_has_no_error(area: Path, language: str, byvekst: Callable[..., Answer]) -> None:
    """In any language."""
    assert byvekst("check", area, "--language", language, "--as-of", TODAY)[0] == 0


KNOWN = {
    "nord-jaeren": {
        "CON001": 4, "DAT004": 5, "DAT006": 1, "GOA001": 1, "GOA007": 1, "GOA008": 1, "MON007": 5,
        "MON010": 1,
    },
    "oslo": {
        "CON001": 3, "DAT004": 1, "DAT006": 3, "GOA001": 5, "GOA007": 1, "GOA008": 1, "GOV004": 2,
        "MON026": 1,
    },
    "trondheim": {"CON001": 1, "DAT004": 7, "DAT006": 1, "GOA001": 7, "GOA007": 1, "MON007": 3},
}  # fmt: skip


@pytest.mark.parametrize("name", KNOWN)
def test_the_known_weak_points_of_an_area_are_found(name: str, byvekst: Callable[..., Answer]) -> None:
    """Sources that disagree, dates that slipped, totals without scope, goals that nothing measures.

    And pages and indicators that are old; nothing else.
    """
    out = byvekst("check", EXAMPLES / name, "--format", "json", "--as-of", TODAY)[1]

    assert Counter(f["code"] for f in json.loads(out)["findings"]) == KNOWN[name]


def test_the_contradictions_of_bergen_are_found(byvekst: Callable[..., Answer]) -> None:
    """What sources really disagree about, and nothing else."""
    out = byvekst("check", EXAMPLES / "bergen", "--format", "json", "--as-of", TODAY)[1]
    found = Counter((Path(f["path"]).stem, f["code"]) for f in json.loads(out)["findings"])

    assert found == {
        ("byvekst", "MON007"): 3,
        ("byindeks", "GOA007"): 1,
        ("2022-25", "GOA008"): 1,
        ("al-ts-002", "CON001"): 2,
        ("oy-are-001", "CON001"): 1,
        ("moete", "MTG001"): 1,
    }


@each_area
def test_a_document_is_written_in_the_areas_own_standard(area: Path) -> None:
    """Nynorsk files hold no word that only bokmål has, and the other way round."""
    foreign = {
        "nn": r"\b(ikke|fra|mellom\w*ene|jeg|hvor|hvem|kommunene|prosjektene|en gang|uten|ukjent er)\b",
        "nb": r"\b(ikkje|frå|kvifor|kommunane|prosjekta|ein gong|utan)\b",
    }
    language = read(area).area.language or ""
    for path in sorted(area.rglob("*.yaml")):
        for line in path.read_text(encoding="utf-8").splitlines():
            prose = re.search(r"(?:merknad|formål|beskrivelse): (.*)", line)
            assert not (prose and re.search(foreign[language], prose.group(1))), f"{path.name}: {line}"


def test_bergen_has_what_later_work_needs() -> None:
    """Ten projects and more, all bodies, and the parties from few to many."""
    area = read(EXAMPLES / "bergen").area
    parties: list[Party] = area.file.parties if area.file else []

    def at(day: str) -> int:
        moment = When.parse(day)
        return sum(
            isinstance(p.since, When)
            and not moment.is_before(p.since)
            and not (isinstance(p.until, When) and p.until.is_before(moment))
            for p in parties
        )

    assert len(area.of(Project)) >= 10
    assert at("2018-06-01") == 1
    assert at("2022-06-01") == 8
    assert {record.id for record in area.records if record.kind == "mandate"} >= {
        "politisk-styringsgruppe",
        "styringsgruppa",
        "prioriteringsrådet",
        "sekretariatet",
    }


def test_the_chained_index_is_the_product_of_the_yearly_ones() -> None:
    """The figures of Statens vegvesen agree with their own method: chained = the product of 1 + p/100.

    Source: byindeks, «5-metodikk» in trafikkdata.no's documentation. Within the rounding of one decimal.
    """
    (record,) = [r for r in read(EXAMPLES / "bergen").area.of(Indicator) if r.id == "byindeks"]
    series = record.model.series
    yearly = {str(k): v.value for k, v in series["aarleg"].values.items()}
    level = Decimal(1)
    for year in range(2019, 2026):
        level *= 1 + Decimal(str(yearly[str(year)])) / 100
        chained = {str(k): v.value for k, v in series["kjeda"].values.items()}.get(str(year))
        if chained is not None:
            assert abs((level - 1) * 100 - Decimal(str(chained))) < Decimal("0.25"), year


def test_intervals_follow_from_the_standard_errors() -> None:
    """Published bounds are index ± t(0.975, n−1)·SE, so half the width is 1.96–2.05 standard errors.

    Source: Statens vegvesen's report code for rolling indices. Within the rounding of one decimal.
    """
    (record,) = [r for r in read(EXAMPLES / "bergen").area.of(Indicator) if r.id == "byindeks"]
    rolling = [s for s in record.model.series.values() if s.comparison is Comparison.ROLLING]
    assert sum(len(series.values) for series in rolling) == 195
    for series in rolling:
        for end, row in series.values.items():
            assert row.low is not None
            assert row.high is not None
            assert row.standard_error is not None
            half, error = (row.high - row.low) / 2, row.standard_error
            slack = Decimal("0.06")
            assert Decimal("1.96") * error - slack < half < Decimal("2.06") * error + slack, end


def test_no_person_is_named() -> None:
    """Seats and duties are functions, and no field of any file can hold a name or a telephone number."""
    for path in sorted(EXAMPLES.rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\b(?:tlf|telefon)\b|\w@\w", text, re.IGNORECASE)
