"""The JSON Schema of a kind of file with titles, descriptions and examples for people."""

from typing import Any

from byvekst_cli.language.help import entry_of
from byvekst_cli.language.say import Say
from byvekst_cli.model.block import Block
from byvekst_cli.model.json_schema import json_schema
from byvekst_cli.model.kinds import Kind
from byvekst_cli.model.text import REFERS_TO
from byvekst_cli.source.load import shipped


def schema_of(kind: Kind, say: Say) -> dict[str, Any]:
    """Draft 2020-12, in the language of `say`."""
    schema: dict[str, Any] = json_schema(kind.model)
    blocks = {block.__name__: block for block in _blocks(Block)}
    for name, part in (schema.get("$defs") or {}).items():
        _describe(part, blocks.get(name), say)
    _describe(schema, kind.model, say)
    schema = _listed(schema)
    top: dict[str, Any] = {"$schema": schema.pop("$schema"), "$id": f"{kind.name}.schema.json"}
    return top | {"title": say(f"file-{kind.name}"), "description": kind.pattern} | schema


def _describe(part: dict[str, Any], block: type[Block] | None, say: Say) -> None:
    """Put the help of each field beside its type; class names and docstrings are for developers."""
    part.pop("title", None)
    part.pop("description", None)
    if block is None:
        return
    owners = tuple(each.__name__ for each in block.__mro__)
    for name, field in part.get("properties", {}).items():
        entry = entry_of(owners, name)
        if entry is None:
            raise LookupError(f"{block.__name__}.{name} has no help")
        help = {"title": entry["title"][say.language], "description": entry["help"][say.language]}
        part["properties"][name] = help | field | {"examples": [say.read_example(entry["example"])]}


def _listed(part: Any) -> Any:
    """References to what ships with the tool list these words for editors; an area may have more."""
    if isinstance(part, list):
        return [_listed(item) for item in part]
    if not isinstance(part, dict):
        return part
    below = {key: _listed(item) for key, item in part.items() if key != REFERS_TO}
    known = [record.id for record in shipped() if record.kind in part.get(REFERS_TO, ())]
    if not known or "citation" in part[REFERS_TO]:
        return below
    words = {key: below.pop(key) for key in ("title", "description", "examples") if key in below}
    return words | {"anyOf": [{"enum": known}, below]}


def _blocks(base: type[Block]) -> list[type[Block]]:
    return [each for sub in base.__subclasses__() for each in (sub, *_blocks(sub))]
