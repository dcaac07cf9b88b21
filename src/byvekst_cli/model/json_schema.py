"""JSON Schema of a model, draft 2020-12: the same documents pass as through the reader.

Left out is what a schema cannot say without rounding errors or another file: at most so many
decimals, days that the calendar lacks, references, and everything that the rules look at.
"""

from typing import Any, Final

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from byvekst_cli.model.block import Block

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def json_schema(model: type[Block]) -> dict[str, Any]:
    """The bare schema of a model; titles and descriptions are not in it."""
    return {"$schema": DIALECT} | model.model_json_schema(schema_generator=_Strict)


class _Strict(GenerateJsonSchema):
    """A field is left out or has a value, never null; keys of mappings are checked."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        made: dict[str, Any] = {"type": "object"}
        if "keys_schema" in schema and schema["keys_schema"]["type"] != "any":
            made["propertyNames"] = self.generate_inner(schema["keys_schema"])
        if "values_schema" in schema:
            made["additionalProperties"] = self.generate_inner(schema["values_schema"])
        return made

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - pydantic's signature
        return False
