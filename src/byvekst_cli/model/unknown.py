"""`ukjent`: a value that is known to be unknown, which is neither absent nor zero."""

from enum import Enum
from typing import Any, Final, get_args

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

WORDS: Final = ("ukjent", "ukjend")
_MARKERS: Final = (
    "- -- --- – — . .. ... … ? ?? ??? n/a na n.a. n.a i/a i.a. tba tbd tbc null none nil ~ xx xxx"
)
EMPTY_MARKERS: Final = frozenset(_MARKERS.split())
"""What people write, in lower case, where there is nothing to write."""


class Unknown(Enum):
    """The one value that `ukjent` (nynorsk `ukjend`) is read to."""

    UNKNOWN = "ukjent"

    def __str__(self) -> str:
        return self.value


UNKNOWN: Final = Unknown.UNKNOWN


class OrUnknown:
    """Lets a field of type `T | Unknown | None` take `ukjent` or what `T` takes, never null."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        known = next(arm for arm in get_args(source) if arm not in (Unknown, type(None)))
        return core_schema.no_info_wrap_validator_function(_read, handler.generate_schema(known))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"anyOf": [handler(schema), {"enum": list(WORDS)}]}


def _read(value: Any, known: Any) -> Any:
    return UNKNOWN if isinstance(value, str) and value in WORDS else known(value)
