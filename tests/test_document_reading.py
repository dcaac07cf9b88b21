"""What readers of a document meet: titles for ids, words in their own standard, pages for small screens."""

import pytest

from byvekst_cli.cli.app import run
from byvekst_cli.language import Say
from byvekst_cli.render.as_html import html
from byvekst_cli.render.holding import held
from byvekst_cli.render.tree import Document, Made, Paragraph, Span, Table
from byvekst_cli.render.word.leads import with_leads
from conftest import ROOT

Capture = pytest.CaptureFixture[str]
DAY = ("--as-of", "2026-11-23")


def shown(capsys: Capture, kind: str, area: str, *options: str) -> str:
    """A document of an example as Markdown, without what it says of its sources at the end."""
    assert run(["document", kind, str(ROOT / "examples" / area), *DAY, *options]) == 0
    return capsys.readouterr().out.rpartition("\n<!--")[0]


def test_remarks_name_sources_by_title(capsys: Capture) -> None:
    """An id that only says where something is from is left out; one that a sentence needs is a title."""
    text = shown(capsys, "roles", "bergen")

    assert "partslista i «Handlingsprogram 2022–2025»" in text
    for id in ("hp-2022-25", "miljoloftet-januar-2024", "oeygarden-moete-2023"):
        assert id not in text
    assert "Dei andre seta er ikkje funne i opne kjelder." in text


def test_the_state_speaks_the_standard_of_the_area(capsys: Capture) -> None:
    """Bergen writes Nynorsk, and Trondheim Bokmål."""
    assert "Stortinget vedtek rammene" in shown(capsys, "wheel", "bergen")
    text = shown(capsys, "wheel", "trondheim")
    assert "Stortinget vedtar rammene" in text
    assert "vedtek" not in text


def test_sources_of_money_have_names_in_a_calculated_programme(capsys: Capture) -> None:
    """`reduserte-bompenger` is a word of the files."""
    text = shown(capsys, "plan", "bergen").partition("## Slik er det rekna")[0]

    assert "| Programområdemidlar |" in text
    assert "reduserte-bompenger" not in text


def test_a_seat_that_another_followed_is_not_called(capsys: Capture) -> None:
    """Statsforvalteren observed until nobody knows when, and is a member since 2020."""
    text = shown(capsys, "agenda", "nord-jaeren", "--meeting", "2026-12-18-styringsgruppen")

    assert text.count("Statsforvalteren i Rogaland") == 1


def test_places_in_the_portfolio_add_up_as_the_text_says(capsys: Capture) -> None:
    """What is in the programme is counted there, whatever its sheet says of where it stands."""
    text = shown(capsys, "portfolio", "bergen")

    assert "14 er i «Handlingsprogram 2022–2025»" in text
    assert "| I handlingsprogrammet | 14 |" in text


@pytest.mark.parametrize("numbers", [(), (1, 2)])
def test_a_table_of_words_is_a_list_on_a_phone(numbers: tuple[int, ...]) -> None:
    """Each cell has its heading with it, and says that it is a cell; tables of numbers are as they were."""
    row = tuple((Span(word),) for word in ("Bergen", "ja", "nei"))
    head = tuple((Span(word),) for word in ("Part", "Med", "Mot"))
    block = Table(head, (row,), numbers=numbers)
    page = html(Document("x", "X", "nb", (block,), Made("a", "2026-11-23", "0" * 16, "0")))

    assert ('<td role="cell" data-head="Med:">ja</td>' in page) is not bool(numbers)
    assert ('<table class="words" role="table">' in page) is not bool(numbers)


def test_a_short_lead_stays_with_its_table_and_a_long_text_does_not() -> None:
    """A text of its own may stand at the foot of a page."""
    table = Table(((Span("a"),),), (((Span("b"),),),))
    short, long = Paragraph((Span("Kort."),)), Paragraph((Span("Langt. " * 60),))

    assert [leads for _, leads in with_leads((short, table, long, table, short))] == [
        True, False, False, False, False,
    ]  # fmt: skip


def test_a_weekday_stays_with_its_date() -> None:
    """`tor` alone at the end of a line tells nothing."""
    assert held("tor 24. desember") == "tor\u00a024.\u00a0desember"
    assert held("mandag og tirsdag") == "mandag og tirsdag"
    assert Say("nb")("and") == "og"
