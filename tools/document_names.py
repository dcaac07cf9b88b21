"""The pages on documents: the kinds, and the names that templates may use, from the classes themselves."""

import dataclasses
import inspect
import types
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Annotated, Any, Final, Union, get_args, get_origin, get_type_hints

from byvekst_cli.language import Say
from byvekst_cli.model.block import Block
from byvekst_cli.render.environment import FOLDER
from byvekst_cli.render.kinds import KINDS, MEETING_PACK, DocumentKind
from byvekst_cli.render.pictures import PICTURES
from byvekst_cli.render.registry import imported
from byvekst_cli.render.sentences import SENTENCES
from byvekst_cli.render.tables import TABLES

_PRINTED: Final = ("Money", "When", "Pile", "Quantity", "Named", "Span", "Ratio", "Unknown", "PriceYear")
"""Classes that are printed whole, by their type."""
_REGISTERED: Final = (("Tables", TABLES), ("Sentences", SENTENCES), ("Pictures", PICTURES))


def kinds_page(say: Say) -> str:
    """Every kind with what it is and what it needs, and how an area makes it its own."""
    rows = [
        f"| {kind.name} | {say.cli(f'document-kind-{kind.name}')} | {_options(kind)} |"
        for kind in KINDS.values()
    ]
    head = " | ".join(say.cli(f"names-{name}") for name in ("kind", "what", "needs"))
    table = "\n".join([f"| {head} |", "| --- | --- | --- |", *rows])
    return "\n\n".join([f"# {say.cli('names-title')}", table, say.cli("names-intro", folder=FOLDER)]) + "\n"


def _options(kind: DocumentKind) -> str:
    return " ".join([*(f"`--{name}`" for name in kind.needs), *(f"[`--{name}`]" for name in kind.may)])


def names_page() -> str:
    """The names of each kind on top, then every class once, and the tables and pictures there are."""
    tops: list[str] = []
    seen: dict[str, Any] = {}
    for kind in (*KINDS.values(), MEETING_PACK):
        contents = get_type_hints(imported(kind.contents))["return"]
        tops.append(f"## {kind.name}\n\n{_fields(contents)}")
        _gather(contents, seen)
    classes = [f"### {name}\n\n{_fields(seen[name])}" for name in sorted(seen)]
    named = [f"## {title}\n\n{_list(names)}" for title, names in _REGISTERED]
    return "\n\n".join(["# Names in templates", *tops, "## Classes", *classes, *named]) + "\n"


def _list(names: Mapping[str, Any]) -> str:
    return "\n".join(f"- `{name}`" for name in sorted(names))


def _fields(owner: Any) -> str:
    rows = [f"- `{field}`: {_shown(hint)}" for field, hint in _hints(owner)]
    told = " ".join((inspect.getdoc(owner) or "").split("\n\n")[0].split())
    told = "" if told.startswith(f"{owner.__name__}(") else told
    return "\n".join([*([told, ""] if told else []), *rows])


def _hints(owner: Any) -> Iterator[tuple[str, Any]]:
    if issubclass(owner, Block):
        yield from ((name, field.annotation) for name, field in owner.model_fields.items())
    else:
        hints = get_type_hints(owner)
        yield from ((each.name, hints[each.name]) for each in dataclasses.fields(owner))


def _gather(hint: Any, seen: dict[str, Any]) -> None:
    """Each class whose fields can be reached, in the order in which they are met."""
    for each in _classes(hint):
        name = f"{each.__name__} ({each.__module__.removeprefix('byvekst_cli.')})"
        if name not in seen and each.__name__ not in _PRINTED:
            seen[name] = each
            for _, below in _hints(each):
                _gather(below, seen)


def _classes(hint: Any) -> Iterator[Any]:
    if isinstance(hint, type) and get_origin(hint) is None:
        if dataclasses.is_dataclass(hint) or issubclass(hint, Block):
            yield hint
        return
    for part in get_args(hint):
        yield from _classes(part)


def _shown(hint: Any) -> str:
    """A type as it is written, without the modules."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _shown(parts[0])
    if origin in (Union, types.UnionType):
        return " or ".join(map(_shown, parts))
    if hint is type(None):
        return "none"
    if hint is Ellipsis:
        return "…"
    if origin is not None and parts:
        if origin is Annotated or not isinstance(origin, type):
            return _shown(parts[0])
        return f"{origin.__name__} of {', '.join(_shown(part) for part in parts if part is not Ellipsis)}"
    if isinstance(hint, type) and issubclass(hint, Enum):
        return f"{hint.__name__} ({', '.join(f'`{choice.value}`' for choice in hint)})"
    return getattr(hint, "__name__", str(hint))
