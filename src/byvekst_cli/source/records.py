"""Plain data → a model, or the flaws that pydantic finds, named by their keys."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from byvekst_cli.finding import Hint, On, Route
from byvekst_cli.model.block import Block
from byvekst_cli.model.near import near
from byvekst_cli.source.schema_faults import fault

B = TypeVar("B", bound=Block)
MOST: Final = 50
"""Faults told of one file; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Misfit:
    """A value that does not fit its field."""

    slug: str
    route: Route
    on: On = On.VALUE
    facts: Mapping[str, object] = field(default_factory=dict)


def build(model: type[B], data: Mapping[str, Any]) -> B | list[Misfit]:
    """The record, or everything that keeps the data from being one."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        details = [detail for detail in error.errors(include_url=False) if not _told(detail)]
        found = _once([_misfit(model, detail) for detail in details[:MOST]])
        if len(details) > MOST:
            found.append(Misfit("too-many-faults", (), facts={"more": Hint(len(details) - MOST)}))
        return found


def _once(found: list[Misfit]) -> list[Misfit]:
    """A mistyped key is one mistake: the field that it was meant to be is not missing too."""
    meant = {(misfit.route[:-1], _near(misfit)) for misfit in found if misfit.slug == "unknown-field"}
    return [misfit for misfit in found if (misfit.route, misfit.facts.get("field")) not in meant]


def _near(misfit: Misfit) -> object:
    hint = misfit.facts.get("near")
    return hint.value if isinstance(hint, Hint) else None


def _told(detail: ErrorDetails) -> bool:
    """A field with nothing in it was found when the text was read; a list item was not."""
    return detail["input"] is None and detail["type"] != "missing" and isinstance(detail["loc"][-1], str)


def _misfit(model: type[Block], detail: ErrorDetails) -> Misfit:
    loc = detail["loc"]
    on_key = bool(loc) and loc[-1] == "[key]"
    route = tuple(step for step in loc if step != "[key]")
    if detail["type"] == "missing":
        name = str(route[-1])
        slug = "missing-price-year" if name == "prisår" else "missing-field"
        owner = block_at(model, route[:-1])
        owners = tuple(each.__name__ for each in owner.__mro__) if owner else ()
        return Misfit(slug, route[:-1], On.KEY, {"field": name, "owner": Hint(owners)})
    if detail["type"] == "extra_forbidden":
        name = str(route[-1])
        known = _known_keys(model, route[:-1])
        likely = near(name, known)
        facts = {"field": name, "near": Hint(likely), "allowed": Hint(None if likely else known)}
        return Misfit("unknown-field", route, On.KEY, facts)
    slug, told = fault(detail)
    name = next((step for step in reversed(route) if isinstance(step, str)), "")
    return Misfit(slug, route, On.KEY if on_key else On.VALUE, {"field": name, **told})


def _known_keys(model: type[Block], route: Route) -> tuple[str, ...]:
    """The keys that a mapping at a route may have."""
    found = block_at(model, route)
    return tuple(f.alias or "" for f in found.model_fields.values()) if found else ()


def block_at(model: type[Block], route: Route) -> type[Block] | None:
    """The block that a mapping at a route is, or None where its keys are not fixed."""
    return _block(_type_at(model, route))


def _type_at(model: type[Block], route: Route) -> Any:
    """The type that a value at a route should have."""
    annotation: Any = model
    for step in route:
        block = _block(annotation)
        if block is not None:
            fields = block.model_fields.values()
            annotation = next((f.annotation for f in fields if f.alias == step), None)
        else:
            annotation = (get_args(annotation) or (None,))[-1]
    return annotation


def _block(annotation: Any) -> type[Block] | None:
    """The block that a type is, or may be besides None; what a list or mapping holds is further in."""
    arms = () if get_origin(annotation) in (list, dict) else get_args(annotation)
    for arm in (annotation, *(a for a in arms if a is not type(None))):
        if isinstance(arm, type) and issubclass(arm, Block):
            return arm
        if arm is not annotation:
            break
    return None
