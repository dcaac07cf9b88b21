"""Text, ids, references and addresses."""

from dataclasses import dataclass
from typing import Annotated, Any, Final, Literal

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, StringConstraints
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

LETTER: Final = "0-9A-Za-zÀ-ÖØ-öø-ſ"
ID_PATTERN: Final = rf"^[{LETTER}]+(-[{LETTER}]+)*$"

Text = Annotated[str, StringConstraints(min_length=1, pattern=r"\S")]
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=80)]
Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s]+$")]
RoadNumber = Annotated[str, StringConstraints(pattern=r"^(E|Rv|Fv|Kv)[0-9]{1,5}$")]
Language = Literal["nb", "nn", "en"]


class Mark:
    """Lets a field be `true` and nothing else; pydantic would take 1 for it."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(_mark, handler(source))


def _mark(value: object) -> object:
    return str(value) if type(value) is int else value


Yes = Annotated[Literal[True], Mark()]
"""A mark that is either there, as `true`, or left out."""


REFERS_TO: Final = "x-refers-to"
"""Where a schema says which kinds of record an id must be of."""
_ASCII: Final = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


def file_stem(id: str) -> str:
    """What the file of a record is called, without its ending: `oe` for ø, and no capitals."""
    return id.lower().translate(_ASCII)


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks an id that must be the id of a record of one of these kinds."""

    kinds: tuple[str, ...]

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {**handler(schema), REFERS_TO: list(self.kinds)}


class Scalar:
    """Marks a field that takes text or a number, for statements whose type another field decides."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(_scalar)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"anyOf": [{"type": "string", "minLength": 1}, {"type": "number"}]}


def _scalar(value: object) -> object:
    if value is None or value == "" or isinstance(value, bool | list | dict):
        raise PydanticCustomError("scalar", "neither text nor a number")
    return value


CitationRef = Annotated[Id, Ref(("citation",))]
NotePartRef = Annotated[Id, Ref(("note-part",))]
OrganisationRef = Annotated[Id, Ref(("organisation",))]
MandateRef = Annotated[Id, Ref(("mandate",))]
DoerRef = Annotated[Id, Ref(("organisation", "mandate"))]
ProjectRef = Annotated[Id, Ref(("project",))]
GoalRef = Annotated[Id, Ref(("goal",))]
IndicatorRef = Annotated[Id, Ref(("indicator",))]
CaseRef = Annotated[Id, Ref(("case",))]
MeetingRef = Annotated[Id, Ref(("meeting",))]
AgreementRef = Annotated[Id, Ref(("agreement",))]
ProgrammeRef = Annotated[Id, Ref(("programme",))]
PhaseRef = Annotated[Id, Ref(("phase",))]
MeasureRef = Annotated[Id, Ref(("measure",))]
MeansRef = Annotated[Id, Ref(("means",))]
RoleRef = Annotated[Id, Ref(("role",))]
FollowUpPointRef = Annotated[Id, Ref(("follow-up-point",))]
TaskRef = Annotated[Id, Ref(("task",))]
PriceIndexRef = Annotated[Id, Ref(("price-index",))]
ActivityRef = Annotated[Id, Ref(("activity",))]
CriterionRef = Annotated[Id, Ref(("criterion",))]
