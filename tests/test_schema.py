"""The JSON Schemas: made from the models, and in agreement with them through the reader."""

import copy
import json
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from byvekst_cli.language import LANGUAGES, Say
from byvekst_cli.language.help import entry_of, field_help
from byvekst_cli.language.schema import schema_of
from byvekst_cli.model.block import Block
from byvekst_cli.model.kinds import KINDS, Kind, kind_at
from byvekst_cli.model.list_map import ListMap
from byvekst_cli.source.records import build
from byvekst_cli.source.small_yaml import read
from conftest import EXAMPLES, ROOT

each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


OUTSIDE = (ListMap,)
"""Blocks that no kind of file holds, which must be known to be looked at."""


def blocks(base: type[Block] = Block) -> list[type[Block]]:
    return [each for sub in base.__subclasses__() for each in (sub, *blocks(sub))]


@cache
def validator(kind: Kind) -> Draft202012Validator:
    return Draft202012Validator(schema_of(kind, Say("nb")))


def agree(kind: Kind, data: Any) -> bool:
    """Whether model and schema say the same of data as it was read."""
    return validator(kind).is_valid(data) == (not isinstance(build(kind.model, data), list))


@each_kind
def test_the_schema_on_disk_is_a_valid_schema(kind: Kind) -> None:
    """Draft 2020-12, with a Norwegian title and description for every field."""
    schema = json.loads((ROOT / "schemas" / f"{kind.name}.schema.json").read_text(encoding="utf-8"))

    Draft202012Validator.check_schema(schema)
    for part in (schema, *schema.get("$defs", {}).values()):
        for field in part.get("properties", {}).values():
            assert field["title"]
            assert field["description"].endswith(".")


@pytest.mark.parametrize("block", blocks(), ids=lambda block: block.__name__)
def test_every_field_has_help_in_three_languages(block: type[Block]) -> None:
    """A person who fills in a file can ask about any field."""
    owners = tuple(each.__name__ for each in block.__mro__)
    for info in block.model_fields.values():
        entry = entry_of(owners, str(info.alias))

        assert entry is not None, info.alias
        assert all(entry["title"][language] and entry["help"][language] for language in LANGUAGES)


def test_no_help_is_left_without_its_field() -> None:
    """Help of fields that are gone is gone too."""
    fields = {f"{block.__name__}.{info.alias}" for block in blocks() for info in block.model_fields.values()}

    assert set(field_help()) <= fields


@pytest.mark.parametrize("block", blocks(), ids=lambda block: block.__name__)
def test_every_example_fits_its_field(block: type[Block]) -> None:
    """What the help shows can be copied into a file."""
    owners = tuple(each.__name__ for each in block.__mro__)
    for name, info in block.model_fields.items():
        entry = entry_of(owners, str(info.alias))
        assert entry is not None
        value = Say.read_example(entry["example"])
        found = build(block, {info.alias: value})  # type: ignore[arg-type]
        wrong = [misfit for misfit in found if info.alias in misfit.route] if isinstance(found, list) else []

        assert wrong == [], name


def documents() -> list[tuple[Kind, dict[str, Any]]]:
    found = []
    for path in sorted(EXAMPLES.rglob("*.yaml")):
        inside = Path(*path.relative_to(EXAMPLES).parts[1:]).as_posix()
        kind = kind_at(inside)
        if kind is not None and "byindeks" not in inside:
            found.append((kind, read(path.read_text(encoding="utf-8")).data))
    return found


DOCUMENTS = documents()
ODD = [
    True, 0, -1, 12, Decimal("100.5"), 2022, "", "ukjent", "ukjend", "ja", "2021-06", "2021-13", "løpende",
    "Fv540", "a b", "x" * 81, [], {}, ["sykkel"], {"a": 1}, "https://x.no", "konsensus", "kreves",
    1950, 2101, 10**7,
]  # fmt: skip


@pytest.mark.parametrize(("kind", "data"), DOCUMENTS, ids=lambda value: getattr(value, "name", ""))
def test_real_files_pass_both(kind: Kind, data: dict[str, Any]) -> None:
    """What the check accepts, an editor with the schema accepts."""
    assert validator(kind).is_valid(data)
    assert agree(kind, data)


@settings(max_examples=1500, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_model_and_schema_agree_on_damaged_files(data: st.DataObject) -> None:
    """Fields taken out, renamed, added or given odd values are judged the same by both."""
    kind, whole = data.draw(st.sampled_from(DOCUMENTS))
    spoilt = copy.deepcopy(whole)
    for _ in range(data.draw(st.integers(1, 3))):
        _spoil(spoilt, data)

    assert agree(kind, spoilt), spoilt


def _spoil(node: Any, data: st.DataObject) -> None:
    """One change at a random place."""
    while True:
        steps = list(node) if isinstance(node, dict) else range(len(node))
        step = data.draw(st.sampled_from(list(steps))) if steps else None
        below = node[step] if step is not None else None
        if step == "egne" or not isinstance(below, dict | list) or data.draw(st.booleans()):
            break
        node = below
    if step is None or (isinstance(node, dict) and data.draw(st.integers(0, 3)) == 0):
        new = data.draw(
            st.sampled_from(["nytt", "kilde", "a b", "2022", "2022-13", "illustrasjon", "prisår"])
        )
        if isinstance(node, dict):
            node[new] = _odd(data)
        else:
            node.append(_odd(data))
    elif isinstance(node, dict) and data.draw(st.booleans()):
        node.pop(step)
    else:
        node[step] = _odd(data)


def _odd(data: st.DataObject) -> Any:
    return copy.deepcopy(ODD[data.draw(st.integers(0, len(ODD) - 1))])
