"""Values from a fixed list: Norwegian words in the files, English names in the code."""

from enum import StrEnum
from typing import Any, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema


class Choice(StrEnum):
    """A closed list of words; a word outside it is a fault that names the list."""

    @classmethod
    def read(cls, value: object) -> Self:
        if isinstance(value, str) and value in cls._value2member_map_:
            return cls(value)
        raise PydanticCustomError("choice", "not in the list", {"allowed": [c.value for c in cls]})

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(cls.read)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"enum": [choice.value for choice in cls]}
