"""`indikator/<id>.yaml`: what is measured, how, and the series of values."""

from typing import Annotated

from pydantic import Field

from byvekst_cli.model.block import Sheet, Sourced
from byvekst_cli.model.choice import Choice
from byvekst_cli.model.number import Count, Measured, Year
from byvekst_cli.model.text import Id, OrganisationRef, Text, Url
from byvekst_cli.model.unknown import OrUnknown, Unknown
from byvekst_cli.model.when import When


class Unit(Choice):
    """What the values count."""

    PERCENT = "prosent"
    TRIPS = "reiser"
    KILOMETRES = "kjøretøykilometer"
    TONNES = "tonn-co2"
    COUNT = "antall"
    KRONER = "kroner"


class Frequency(Choice):
    """How often a new value comes."""

    MONTHLY = "månedlig"
    QUARTERLY = "kvartalsvis"
    TERTIAL = "tertialvis"
    HALF_YEARLY = "halvårlig"
    YEARLY = "årlig"
    FOURTH_YEAR = "hvert-fjerde-år"


class Standing(Choice):
    """Whether the goal is judged by it, or it supports the judgement."""

    MAIN = "hovedindikator"
    SUPPORTING = "støtteindikator"


class Comparison(Choice):
    """How a value is made from counts."""

    ROLLING = "glidende"
    DIRECT = "direkte"
    CHAINED = "kjedet"
    LEVEL = "nivå"


class Value(Sourced):
    """One value with its 95 per cent interval, in the indicator's unit."""

    value: Annotated[Measured | Unknown | None, OrUnknown()] = Field(alias="verdi")
    low: Measured | None = Field(default=None, alias="lav")
    high: Measured | None = Field(default=None, alias="høy")
    points: Count | None = Field(default=None, alias="punkter")
    effective_points: Measured | None = Field(default=None, alias="effektive_punkter")
    standard_error: Measured | None = Field(default=None, alias="standardfeil")


class Series(Sourced):
    """Values made in one way: never to be mixed with another series in one claim."""

    name: Text = Field(alias="navn")
    comparison: Comparison = Field(alias="måte")
    method: Annotated[Text | Unknown | None, OrUnknown()] = Field(default=None, alias="metode")
    window: Annotated[Count | Unknown | None, OrUnknown()] = Field(default=None, alias="vindu")
    reference_year: Annotated[Year | Unknown | None, OrUnknown()] = Field(default=None, alias="referanseår")
    published: Annotated[When | Unknown | None, OrUnknown()] = Field(default=None, alias="publisert")
    version: Text | None = Field(default=None, alias="versjon")
    values: dict[When, Value] = Field(alias="verdier")


class Indicator(Sheet):
    """One indicator."""

    id: Id = Field(alias="id")
    name: Text = Field(alias="navn")
    definition: Annotated[Text | Unknown | None, OrUnknown()] = Field(alias="definisjon")
    unit: Annotated[Unit | Unknown | None, OrUnknown()] = Field(alias="enhet")
    standing: Standing | None = Field(default=None, alias="rolle")
    reporter: Annotated[OrganisationRef | Unknown | None, OrUnknown()] = Field(
        default=None, alias="rapportør"
    )
    frequency: Annotated[Frequency | Unknown | None, OrUnknown()] = Field(default=None, alias="frekvens")
    website: Url | None = Field(default=None, alias="nettside")
    series: dict[Id, Series] = Field(default_factory=dict, alias="serier")
