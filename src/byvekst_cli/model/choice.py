"""Values from a fixed list: Norwegian words in the files, English names in the code."""

from enum import StrEnum
from typing import Self

from pydantic.json_schema import JsonSchemaValue
from pydantic_core import PydanticCustomError

from byvekst_cli.model.reads import Reads


class Choice(Reads, StrEnum):
    """A closed list of words; a word outside it is a fault that names the list."""

    @classmethod
    def read(cls, value: object) -> Self:
        if isinstance(value, str) and value in cls._value2member_map_:
            return cls(value)
        raise PydanticCustomError("choice", "not in the list", {"allowed": [c.value for c in cls]})

    @classmethod
    def schema(cls) -> JsonSchemaValue:
        return {"enum": [choice.value for choice in cls]}
