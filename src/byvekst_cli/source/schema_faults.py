"""pydantic's error types → this tool's faults and the facts their sentences need."""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from pydantic_core import ErrorDetails

from byvekst_cli.finding import Hint, Term
from byvekst_cli.model.near import near
from byvekst_cli.model.text import ID_PATTERN
from byvekst_cli.model.unknown import EMPTY_MARKERS

Facts = Mapping[str, object]
_COMMA: Final = re.compile(r"-?[0-9][0-9 \u00a0]*,[0-9]+")
_ZEROS: Final = re.compile(r"-?[0-9]+\.[0-9]*0+")
_SPACED: Final = re.compile(r"-?[0-9]{1,3}([ \u00a0][0-9]{3})+([.,][0-9]+)?")


def fault(detail: ErrorDetails) -> tuple[str, Facts]:
    """The slug of the fault and its facts; every error type has an answer."""
    given = detail["input"]
    blank = isinstance(given, str) and not given.strip()
    if blank or given in (None, []) or shown(given).casefold() in EMPTY_MARKERS:
        return "empty-value", {}
    make = _BY_TYPE.get(detail["type"], _other)
    return make(given, detail.get("ctx") or {})


def shown(value: object) -> str:
    """A value as a short text on one line; a collection by what it is."""
    if isinstance(value, Mapping | list):
        return ""
    if isinstance(value, str):
        value = value.replace("\u00a0", "⍽")
    text = " ".join(str(value).lower().split() if isinstance(value, bool) else str(value).split())
    return text if len(text) <= 40 else f"{text[:39]}…"


def _wrong_type(expected: str) -> Callable[[object, Any], tuple[str, Facts]]:
    def make(given: object, ctx: Any) -> tuple[str, Facts]:
        kind = _type_of(given)
        facts: dict[str, object] = {"given": kind, "expected": Term(expected), "value": shown(given)}
        if expected == "type-text" and kind not in {"type-mapping", "type-list"}:
            facts["quoted"] = Hint(f'"{shown(given)}"')
        return "wrong-type", facts

    return make


def _number(given: object, ctx: Any) -> tuple[str, Facts]:
    written = given if isinstance(given, str) else ""
    if _COMMA.fullmatch(written) or _ZEROS.fullmatch(written) or _SPACED.fullmatch(written):
        facts = {"value": shown(given), "meant": Hint(_meant(written))}
        return "wrong-form", {"form": Term("form-number"), **facts}
    return _wrong_type("type-number")(given, ctx)


def _meant(written: str) -> str:
    plain = re.sub(r"[ \u00a0]", "", written).replace(",", ".")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _limit(bound: str) -> Callable[[object, Any], tuple[str, Facts]]:
    def make(given: object, ctx: Any) -> tuple[str, Facts]:
        facts = {"value": shown(given), "bound": Term(bound), "limit": Hint(ctx.get("limit", ""))}
        return "value-out-of-range", facts

    return make


def _choice(given: object, ctx: Any) -> tuple[str, Facts]:
    allowed = tuple(ctx["allowed"])
    likely = near(shown(given), allowed)
    facts = {"value": shown(given), "near": Hint(likely), "allowed": Hint(allowed)}
    return "unknown-value", facts


def _literal(given: object, ctx: Any) -> tuple[str, Facts]:
    allowed = tuple(re.findall(r"'([^']*)'", ctx["expected"])) or ("true",)
    return _choice(given, {"allowed": allowed})


def _pattern(given: object, ctx: Any) -> tuple[str, Facts]:
    pattern = ctx["pattern"]
    form = "form-id" if pattern == ID_PATTERN else "form-url" if "http" in pattern else "form-road"
    return "wrong-form", {"form": Term(form), "value": shown(given), "meant": Hint(None)}


def _too_long(given: object, ctx: Any) -> tuple[str, Facts]:
    facts = {"value": shown(given), "meant": Hint(None)}
    return "wrong-form", {"form": Term("form-short"), **facts}


def _date(given: object, ctx: Any) -> tuple[str, Facts]:
    return "not-a-date", {"value": shown(given)}


def _yearly(given: object, ctx: Any) -> tuple[str, Facts]:
    return "not-a-time-of-year", {"value": shown(given)}


def _price_year(given: object, ctx: Any) -> tuple[str, Facts]:
    return "unknown-price-year", {"value": shown(given)}


def _other(given: object, ctx: Any) -> tuple[str, Facts]:
    return "value-not-accepted", {"value": shown(given)}


def _type_of(value: object) -> Term:
    kinds: tuple[tuple[Any, str], ...] = (
        (bool, "type-yes-no"),
        (str, "type-text"),
        (Mapping, "type-mapping"),
        (list, "type-list"),
    )
    return Term(next((name for kind, name in kinds if isinstance(value, kind)), "type-number"))


_BY_TYPE: Final[Mapping[str, Callable[[object, Any], tuple[str, Facts]]]] = {
    "string_type": _wrong_type("type-text"),
    "list_type": _wrong_type("type-list"),
    "dict_type": _wrong_type("type-mapping"),
    "model_type": _wrong_type("type-mapping"),
    "model_attributes_type": _wrong_type("type-mapping"),
    "bool_type": _wrong_type("type-yes-no"),
    "scalar": _wrong_type("type-scalar"),
    "number": _number,
    "too_low": _limit("bound-low"),
    "too_high": _limit("bound-high"),
    "decimals": _limit("bound-decimals"),
    "whole": _limit("bound-whole"),
    "choice": _choice,
    "literal_error": _literal,
    "string_pattern_mismatch": _pattern,
    "string_too_long": _too_long,
    "when": _date,
    "price_year": _price_year,
    "yearly": _yearly,
}
