"""A note can fetch facts from the records by name, and is told where it asks for what is not there."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from byvekst_cli.language import LANGUAGES
from conftest import EXAMPLES, SHEET, Answer, put

Command = Callable[..., Answer]
CASE = "id: s-1\ntittel: Sykkelveg\nslag: prosjekt\ntilstand: utkast\n"
PRICES = ("2025-kr", "2025-kr", "2025 prices")
NOTE = "---\nsak: s-1\ntittel: Sykkelveg\nbehandling: drøfting\n---\n# Sykkelveg\n\n"
MONEY = """anslag:
  - {dato: 2025, prisår: 2025, p50: 15.65, illustrasjon: true}
  - {dato: 2021, prisår: 2021, p50: 12, illustrasjon: true}
milepæler: [{hva: åpning, plan: 2027-høst}]
"""


@pytest.fixture
def told(area: Path) -> Path:
    put(area, "prosjekt/p-1.yaml", SHEET + MONEY)
    put(area, "sak/s-1/sak.yaml", CASE)
    return area


def codes(byvekst: Command, area: Path, text: str) -> list[str]:
    """What the family finds in a note."""
    put(area, "sak/s-1/notat-ku.md", NOTE + text)
    found = json.loads(byvekst("check", area, "--format", "json")[1])["findings"]
    return [each["code"] for each in found if each["code"].startswith("FIG")]


def test_a_record_lists_what_can_be_asked_for(told: Path, byvekst: Command) -> None:
    """The latest estimate by date, not by place, with its price year and the comma of the language."""
    _, out, _ = byvekst("show", "p-1", told, "--facts")

    assert "{{ p-1.kostnad }}" in out
    assert "15,65 mill. 2025-kr" in out
    assert "høsten 2027" in out


@pytest.mark.parametrize(("language", "amount"), list(zip(LANGUAGES, PRICES, strict=True)))
def test_facts_speak_every_language(told: Path, byvekst: Command, language: str, amount: str) -> None:
    """An amount names its price year in the reader's words."""
    assert amount in byvekst("show", "p-1", told, "--facts", "--language", language)[1]


def test_facts_are_typed_for_programs(told: Path, byvekst: Command) -> None:
    """Exact numbers with their price year, and dates as they are written."""
    facts = json.loads(byvekst("vis", "p-1", told, "--format", "json")[1])["facts"]

    assert facts["kostnad"] == {"mnok": 15.65, "price_year": "2025"}
    assert facts["åpning"] == "2027-høst"


def test_every_record_of_the_examples_can_list_its_facts(byvekst: Command) -> None:
    """No kind of record makes the list fail."""
    for id in ("BG-SYK-002", "2022-25", "styringsgruppa", "omdisponering-2026", "bergen"):
        code, out, err = byvekst("show", id, EXAMPLES / "bergen", "--facts")
        assert (code, err) == (0, ""), id
        assert out


def test_a_known_fact_is_no_finding(told: Path, byvekst: Command) -> None:
    """In the text, in a table, in a heading and in any case of letters."""
    text = "## {{ p-1.navn }}\n\n{{P-1.Kostnad}}\n\n| a | b |\n| - | - |\n| {{ p-1.åpning }} | 1 |\n"

    assert codes(byvekst, told, text) == []


def test_code_is_shown_as_it_stands(told: Path, byvekst: Command) -> None:
    """Who explains how facts are written does not ask for one."""
    assert codes(byvekst, told, "Skriv `{{ X.kostnad }}` i notatet.\n\n    {{ X.kostnad }}\n") == []


@pytest.mark.parametrize(
    ("slot", "code"),
    [
        ("p-1", "FIG001"),
        ("", "FIG001"),
        ("p-1.kostnad()", "FIG001"),
        ("config.__class__", "FIG002"),
        ("p-1.__class__", "FIG003"),
        ("p-7.kostnad", "FIG002"),
        ("p-1.ramme", "FIG003"),
    ],
)
def test_what_cannot_be_fetched_is_told(told: Path, byvekst: Command, slot: str, code: str) -> None:
    """Nothing is ever worked out or run from a note."""
    assert codes(byvekst, told, f"Her: {{{{ {slot} }}}}.") == [code]


def test_a_title_may_ask_too(told: Path, byvekst: Command) -> None:
    """Quoted, as YAML needs it."""
    put(told, "sak/s-1/notat-ku.md", NOTE.replace("tittel: Sykkelveg", 'tittel: "Om {{ p-1.navm }}"'))

    _, out, _ = byvekst("check", told)

    assert "FIG003" in out
    assert "Mente du «navn»?" in out
