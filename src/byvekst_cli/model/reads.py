"""Types that read themselves from a file's value and describe themselves in JSON Schema."""

from abc import abstractmethod
from typing import Any, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema


class Reads:
    """A base for types that a model's field can have; pydantic asks the type itself."""

    __slots__ = ()

    @classmethod
    @abstractmethod
    def read(cls, value: object) -> Self:
        """The value as it stands in a file → this type; raises PydanticCustomError."""

    @classmethod
    @abstractmethod
    def schema(cls) -> JsonSchemaValue:
        """What `read` takes."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(cls.read)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return cls.schema()
