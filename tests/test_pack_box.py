"""The box above a note holds what the files say of a case, and nothing that they do not."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from byvekst_cli.area import Area
from byvekst_cli.area.facts import Quantity
from byvekst_cli.model.case import Case
from byvekst_cli.model.money import Money, PriceYear
from byvekst_cli.pack.agenda import paper_of
from byvekst_cli.pack.box import Box, box
from byvekst_cli.pack.called import meeting_of
from byvekst_cli.source.load import load
from byvekst_cli.source.tree import Folder
from conftest import put

BODIES = {
    "ku": "id: ku\nnavn: Kontaktutvalget\nrolle: styringsgruppe\nformål: ukjent\nillustrasjon: true\n",
    "pr": "id: pr\nnavn: Programrådet\nrolle: koordineringsgruppe\nformål: ukjent\nrapporterer_til: ku\n"
    "illustrasjon: true\n",
}
CASE = "id: s-1\ntittel: Saken\nslag: annet\ntilstand: utkast\n"
PROJECT = """id: p-{n}
navn: Prosjekt {n}
kommuner: {{bergen: 100}}
tiltak: [sykkel]
illustrasjon: true
mål: [nullvekst]
anslag:
  - {{dato: 2024, prisår: 2025, p50: 10, usikkerhet: 40}}
  - {{dato: 2026, prisår: 2025, p50: 15, usikkerhet: 20}}
effekter:
  - {{indikator: byindeks, lav: {low}, sannsynlig: {likely}, høy: {high}, evidens: skjønn}}
finansiering:
  bevilget_før: {{beløp: 1, prisår: 2025}}
  poster:
    - {{midler: bompenger, prisår: 2025, år: {{2026: 3, 2027: 4}}}}
    - {{midler: belønningsmidler, prisår: 2025, år: {{2027: 8}}}}
"""
GOALS = """mål:
  nullvekst: {navn: Nullvekstmålet, nivå: nasjonalt, ordlyd: [{tekst: Veksten skal tas uten bil., fra: 2012}]}
illustrasjon: true
"""
INDEX = "id: byindeks\nnavn: Byindeksen\ndefinisjon: ukjent\nenhet: prosent\nillustrasjon: true\n"
HELD = """id: {id}
organ: {body}
dato: {day}
tilstand: holdt
illustrasjon: true
saksliste:
  - nummer: {number}
    sak: s-1
    behandling: {handling}
    vedtak: [{decision}]
    utfall: tilslutning
    unntak_fra_enighet: [{{organisasjon: bergen, hva: forbehold, tekst: Ikke uten penger.}}]
referat: {{tilstand: {minutes}}}
"""
PLANNED = """id: m-1
organ: ku
dato: 2027-03-10
tilstand: planlagt
illustrasjon: true
saksliste:
  - {nummer: 1/27, sak: s-1, behandling: vedtak}
"""


@pytest.fixture
def known(area: Path) -> Path:
    for id, text in BODIES.items():
        put(area, f"mandat/{id}.yaml", text)
    put(area, "moete/m-1/moete.yaml", PLANNED)
    put(area, "sak/s-1/sak.yaml", CASE)
    put(area, "maal.yaml", GOALS)
    put(area, "indikator/byindeks.yaml", INDEX)
    return area


def read(root: Path) -> Area:
    return load(Folder(root), date(2027, 3, 1)).area


def box_of(root: Path) -> Box:
    area = read(root)
    meeting = meeting_of(area, "m-1")
    (case,) = area.of(Case)
    return box(area, case, meeting, meeting.model.agenda[0], paper_of(area, "s-1", meeting))


def hold(root: Path, id: str, body: str, day: str, **facts: str) -> None:
    text = HELD.format(
        id=id,
        body=body,
        day=day,
        number=facts.get("number", "7/26"),
        handling=facts.get("handling", "drøfting"),
        decision=facts.get("decision", "Arbeidet fortsetter."),
        minutes=facts.get("minutes", "godkjent"),
    )
    put(root, f"moete/{id}/moete.yaml", text)


def test_a_new_case_has_an_empty_box(known: Path) -> None:
    """Nothing is guessed: no projects, money, effects, history or recommendation."""
    found = box_of(known)

    lists = (found.projects, found.frames, found.effects, found.goals, found.earlier, found.exceptions)
    assert not any(lists)
    assert (found.proposal, found.has_money, found.has_cost, found.recommended) == ((), False, False, None)


def test_cost_has_its_price_year_and_growth(known: Path) -> None:
    """From 10 to 15 in kroner of one year is half as much again, and nothing of it prices."""
    put(known, "prosjekt/p-2.yaml", PROJECT.format(n=2, low=-0.2, likely=-0.1, high=0))
    put(known, "sak/s-1/sak.yaml", f"{CASE}prosjekter: [p-2]\n")

    (project,) = box_of(known).projects

    assert project.cost is not None
    assert project.cost.cost == Money.mnok(Decimal(15), PriceYear(2025))
    assert project.cost.uncertainty == Quantity(Decimal(20), "percent")
    assert project.cost.real is not None
    assert project.cost.real.value == Decimal("0.5")
    assert str(project.cost.since) == "2024"


def test_money_is_told_by_source_and_adds_up(known: Path) -> None:
    """The largest source first: 8 and 3 + 4, with 1 from before, are 16."""
    put(known, "prosjekt/p-2.yaml", PROJECT.format(n=2, low=-0.2, likely=-0.1, high=0))
    put(known, "sak/s-1/sak.yaml", f"{CASE}prosjekter: [p-2]\n")

    (project,) = box_of(known).projects

    assert [part.money.ore // 10**8 for part in project.parts] == [8, 7]
    assert project.total.ore // 10**8 == 16


def test_effects_of_several_projects_have_one_span(known: Path) -> None:
    """−0.1 and −0.2, each ± 0.1 on its own, are −0.3 ± 0.14 by quadrature; an unknown one is counted."""
    put(known, "prosjekt/p-2.yaml", PROJECT.format(n=2, low=-0.2, likely=-0.1, high=0))
    put(known, "prosjekt/p-3.yaml", PROJECT.format(n=3, low=-0.3, likely=-0.2, high=-0.1))
    put(known, "prosjekt/p-4.yaml", PROJECT.format(n=4, low="ukjent", likely="ukjent", high="ukjent"))
    put(known, "sak/s-1/sak.yaml", f"{CASE}prosjekter: [p-2, p-3, p-4]\n")

    (effect,) = box_of(known).effects

    assert (effect.known, effect.projects) == (2, 3)
    assert effect.likely == Decimal("-0.3")
    assert effect.low == Decimal("-0.4414")
    assert effect.high == Decimal("-0.1586")


def test_goals_without_effects_are_named(known: Path) -> None:
    """So that nobody takes silence for no effect."""
    text = PROJECT.format(n=2, low=0, likely=0, high=0).partition("effekter:")
    put(known, "prosjekt/p-2.yaml", text[0])
    put(known, "sak/s-1/sak.yaml", f"{CASE}prosjekter: [p-2]\n")

    assert box_of(known).goals == ("Nullvekstmålet",)


def test_a_programme_that_names_the_case_is_its_frame(known: Path) -> None:
    """With its own total."""
    put(
        known,
        "handlingsprogram/2027-30.yaml",
        "id: 2027-30\nnavn: Programmet\nperiode: {fra: 2027, til: 2030}\nstatus: forslag\nsak: s-1\n"
        "sum: {beløp: 900, prisår: 2026}\nillustrasjon: true\n",
    )

    (frame,) = box_of(known).frames

    assert (frame.name, frame.total) == ("Programmet", Money.mnok(Decimal(900), PriceYear(2026)))


def test_exceptions_come_from_earlier_meetings(known: Path) -> None:
    """With whether the minutes are approved; those that are not must not be quoted."""
    hold(known, "m-0", "ku", "2026-10-01", minutes="utkast")
    hold(known, "m-9", "ku", "2026-05-01")

    told = box_of(known).exceptions

    assert [(each.approved, str(each.dated)) for each in told] == [
        (True, "2026-05-01"),
        (False, "2026-10-01"),
    ]


def test_this_meeting_and_later_ones_are_no_history(known: Path) -> None:
    """Also when the pack is made again after them."""
    hold(known, "m-2", "pr", "2027-04-01")
    put(known, "moete/m-1/moete.yaml", PLANNED.replace("planlagt", "holdt"))

    area = load(Folder(known), date(2027, 6, 1)).area
    meeting = meeting_of(area, "m-1")
    (case,) = area.of(Case)

    assert box(area, case, meeting, meeting.model.agenda[0], None).earlier == ()


def test_the_administrative_body_s_recommendation_is_told_with_its_words(known: Path) -> None:
    """Of the body below, not of this one."""
    hold(known, "m-0", "pr", "2027-02-01", handling="innstilling", decision="Rådet anbefaler forslaget.")

    recommended = box_of(known).recommended

    assert recommended is not None
    assert recommended.body == "Programrådet"
    assert recommended.text == ("Rådet anbefaler forslaget.",)


def test_the_bodies_own_treatments_go_before_the_councils(known: Path) -> None:
    """Where there are many, the box keeps what the bodies did and counts the rest."""
    rows = "".join(
        f"  - {{organisasjon: bergen, organ: rådet {n}, dato: 2026-11-{n:02}, utfall: tilslutning}}\n"
        for n in range(1, 8)
    )
    put(known, "sak/s-1/sak.yaml", f"{CASE}lokalbehandling:\n{rows}")
    hold(known, "m-0", "ku", "2026-01-10")

    found = box_of(known)

    assert [each.is_local for each in found.earlier] == [False, True, True, True, True]
    assert found.earlier_left_out == 3
