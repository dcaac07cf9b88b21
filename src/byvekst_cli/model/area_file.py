"""`byvekst.yaml`: the area itself, its agreements, organisations, parties and settings."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from byvekst_cli.model.agreement import Agreement
from byvekst_cli.model.block import Block, Sheet
from byvekst_cli.model.choice import Choice
from byvekst_cli.model.organisation import Organisation, Party
from byvekst_cli.model.text import Id, Language, Scalar, Text
from byvekst_cli.model.when import When


class Level(Choice):
    """How grave an area wants a rule's findings to be."""

    ERROR = "feil"
    WARNING = "advarsel"
    ADVICE = "råd"
    OFF = "av"


class RuleSetting(Block):
    """What an area changes about one rule, and why."""

    level: Level | None = Field(default=None, alias="nivå")
    options: dict[Id, Annotated[str | int | Decimal, Scalar()]] = Field(default_factory=dict, alias="valg")
    reason: Text = Field(alias="grunn")


class Allowance(Block):
    """Findings that may stand: of which rule, where, until when, and why."""

    rule: Text = Field(alias="regel")
    path: Text | None = Field(default=None, alias="fil")
    record: Id | None = Field(default=None, alias="post")
    until: When | None = Field(default=None, alias="til")
    reason: Text = Field(alias="grunn")


class AreaFile(Sheet):
    """One area of cooperation between state, county and municipalities."""

    id: Id = Field(alias="id")
    name: Text = Field(alias="navn")
    region: Text = Field(alias="område")
    language: Language = Field(alias="språk")
    agreements: dict[Id, Agreement] = Field(alias="avtaler")
    organisations: dict[Id, Organisation] = Field(alias="organisasjoner")
    parties: list[Party] = Field(alias="parter")
    rules: dict[Id, RuleSetting] = Field(default_factory=dict, alias="regler")
    allowances: list[Allowance] = Field(default_factory=list, alias="tillat")
