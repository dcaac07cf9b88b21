"""The small YAML: its own rules for values, and true positions for everything it names."""

import json
import unicodedata
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from byvekst_cli.finding import On, Place
from byvekst_cli.source.document import Document
from byvekst_cli.source.small_yaml import read

VALUES = {
    "12": 12,
    "-3": -3,
    "0": 0,
    "1.5": Decimal("1.5"),
    "-0.25": Decimal("-0.25"),
    "true": True,
    "false": False,
    "no": "no",
    "yes": "yes",
    "on": "on",
    "True": "True",
    "12:30": "12:30",
    "012": "012",
    "1.10": "1.10",
    "1.0": "1.0",
    "+5": "+5",
    "-0": "-0",
    "1e3": "1e3",
    "0x1F": "0x1F",
    ".5": ".5",
    "1_000": "1_000",
    ".inf": ".inf",
    "2021-06-15": "2021-06-15",
    "'12'": "12",
    '"true"': "true",
    "1234567890123456789": "1234567890123456789",
    "Null": "Null",
    "8,1": "8,1",
}


@pytest.mark.parametrize(("written", "read_as"), VALUES.items())
def test_values_are_what_they_look_like(written: str, read_as: object) -> None:
    """Only canonical numbers, true and false are not text."""
    small = read(f"a: {written}\n")

    assert small.flaws == []
    assert small.data == {"a": read_as}
    assert type(small.data["a"]) is type(read_as)


def test_keys_are_always_text() -> None:
    """A year as a key is text, like all keys."""
    assert read("2022: 1\ntrue: 2\n1.5: 3\n").data == {"2022": 1, "true": 2, "1.5": 3}


def test_one_leading_document_mark_is_allowed() -> None:
    """`---` on top is a habit, not a second document."""
    small = read("---\na: 1\n")

    assert (small.data, small.flaws) == ({"a": 1}, [])


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=12
)
SCALARS = st.one_of(st.integers(-(10**14), 10**14), st.booleans(), WORDS)
TREES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=20,
)


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(WORDS, TREES, min_size=1, max_size=4))
@example({"a": {"b": []}, "c": {}})
def test_json_is_read_as_itself(data: dict[str, Any]) -> None:
    """JSON is YAML: what is written is what is read, and each value stands where it was found."""
    text = json.dumps(data, ensure_ascii=False)

    small = read(text)
    document = Document("a.yaml", text, small.data, small.spans)

    assert small.data == _composed(data) or small.flaws
    for route, value in _leaves(small.data if not small.flaws else {}):
        span = document.locate(Place("a.yaml", route))
        written = text[span.column - 1 : span.end_column - 1]
        assert _composed(json.loads(written)) == value


def _composed(value: Any) -> Any:
    if isinstance(value, dict):
        return {unicodedata.normalize("NFC", key): _composed(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_composed(item) for item in value]
    return unicodedata.normalize("NFC", value) if isinstance(value, str) else value


def _leaves(value: Any, route: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], Any]]:
    if isinstance(value, dict):
        return [leaf for key, item in value.items() for leaf in _leaves(item, (*route, key))]
    if isinstance(value, list):
        return [leaf for index, item in enumerate(value) for leaf in _leaves(item, (*route, index))]
    return [(route, value)]


@settings(max_examples=500, deadline=None)
@given(st.text(st.sampled_from(list("ab:-?{}[],&*!|>%@`'\"# \n\t\r~.0å\u0301\u2028\x85")), max_size=80))
def test_no_text_makes_the_reader_fail(text: str) -> None:
    """Whatever is in a file, the answer is data or flaws inside the text."""
    small = read(text)

    assert isinstance(small.data, dict) or small.flaws
    for flaw in small.flaws:
        assert 0 <= flaw.start <= flaw.end <= len(text) + 1


def test_places_of_keys_values_and_what_is_not_there() -> None:
    """A key, a value, a group by its key, and what is missing by its nearest parent."""
    text = "plan:\n  nivå: reguleringsplan\n  rader:\n    - {hva: åpning}\n"
    small = read(text)
    document = Document("a.yaml", text, small.data, small.spans)

    def where(*route: str | int, on: On = On.VALUE) -> tuple[int, int, int]:
        span = document.locate(Place("a.yaml", route, on))
        return span.line, span.column, span.end_column

    assert where("plan", "nivå") == (2, 9, 24)
    assert where("plan", "nivå", on=On.KEY) == (2, 3, 7)
    assert where("plan") == (1, 1, 5)
    assert where("plan", "status") == (1, 1, 5)
    assert where("plan", "rader", 0, "hva") == (4, 13, 19)
    assert where("plan", "rader", 0) == (4, 7, 20)
    assert where() == (1, 1, 1)
    assert document.natural_key(("plan", "rader", 0, "hva")) == "plan/rader/åpning/hva"


def test_line_breaks_of_all_systems_count_the_same() -> None:
    """The breaks of Linux, Windows and old Macs each end a line."""
    for ending in ("\n", "\r\n", "\r"):
        text = f"a: 1{ending}b: 2{ending}"
        small = read(text)
        document = Document("a.yaml", text, small.data, small.spans)

        assert document.locate(Place("a.yaml", ("b",))).line == 2
        assert document.line(2) == "b: 2"
        assert document.line(9) == ""
