"""Tables on a screen: words stay whole as long as the screen has room for them."""

import io

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from byvekst_cli.report.grid import Grid, print_grids

WORDS = ("bru", "ved", "gangveg", "sykkelveg", "å", "Skeie", "Rådal", "plan")
CELL = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)


def shown(grid: Grid, width: int) -> list[str]:
    """The lines of a table without title."""
    out = io.StringIO()
    print_grids("T", [grid], [], Console(file=out, width=width, color_system=None))
    return out.getvalue().splitlines()[3:]


def test_a_table_that_fits_is_as_narrow_as_its_text() -> None:
    """No line is folded and no column is wider than it needs."""
    assert shown(Grid("t", ["id", "name"], [["A-1", "Bru over elva"]]), 80) == [
        "id            name",
        "A-1  Bru over elva",
    ]


@given(st.lists(st.tuples(st.sampled_from(WORDS), CELL, CELL, CELL), min_size=1, max_size=4))
def test_words_stay_whole_where_there_is_room_for_them(rows: list[tuple[str, ...]]) -> None:
    """Four columns of words of at most 9 letters have room in 50 columns, whatever the text is."""
    lines = shown(Grid("t", ["a", "b", "c", "d"], [list(row) for row in rows], numbers=()), 50)
    assert all(len(line.rstrip()) <= 50 for line in lines)
    wanted = sorted(word for row in [["a", "b", "c", "d"], *rows] for cell in row for word in cell.split())
    assert sorted(word for line in lines for word in line.split()) == wanted


def test_a_word_longer_than_the_screen_is_folded_and_the_first_column_stays_whole() -> None:
    """Nothing is lost of it, and nothing goes beyond the screen."""
    lines = shown(Grid("t", ["id", "b"], [["BG-SYK-002", "x" * 60]], numbers=()), 40)
    assert lines[1].startswith("BG-SYK-002")
    assert max(map(len, lines)) <= 40
    assert "".join(lines).count("x") == 60
