"""`indikator/<id>.yaml`: what is measured, how, and the series of values."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from byvekst_cli.model.block import Sheet, Sourced
from byvekst_cli.model.choice import Choice
from byvekst_cli.model.number import Count, Measured, Year
from byvekst_cli.model.rounding import rounds_to
from byvekst_cli.model.text import Id, OrganisationRef, Scalar, Text, Url
from byvekst_cli.model.unknown import OrUnknown, Unknown
from byvekst_cli.model.when import Ends, When


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

    @property
    def months(self) -> int:
        """Months from one value to the next."""
        return dict(zip(Frequency, (1, 3, 4, 6, 12, 48), strict=True))[self]


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
    SURVEY = "undersøkelse"


class Measures(Choice):
    """Which side of the goal a level tells of: car traffic is to stay down, the rest is to grow."""

    CAR = "biltrafikk"
    GREEN = "miljøvennlige-reiser"


class Revision(Sourced):
    """What a value was before it was put right: the old value, when it was changed, and why."""

    before: Annotated[Measured | Unknown | None, OrUnknown()] = Field(alias="fra")
    dated: Annotated[When | Unknown | None, OrUnknown()] = Field(alias="dato")
    reason: Annotated[Text | Unknown | None, OrUnknown()] = Field(alias="grunn")


class Value(Sourced):
    """One value with its 95 per cent interval, in the indicator's unit."""

    value: Annotated[Measured | Unknown | None, OrUnknown()] = Field(alias="verdi")
    low: Measured | None = Field(default=None, alias="lav")
    high: Measured | None = Field(default=None, alias="høy")
    points: Count | None = Field(default=None, alias="punkter")
    effective_points: Measured | None = Field(default=None, alias="effektive_punkter")
    standard_error: Measured | None = Field(default=None, alias="standardfeil")
    sample: Annotated[Count | Unknown | None, OrUnknown()] = Field(default=None, alias="utvalg")
    design_effect: Annotated[Measured | Unknown | None, OrUnknown()] = Field(
        default=None, alias="designeffekt"
    )
    method: Annotated[Text | Unknown | None, OrUnknown()] = Field(default=None, alias="metode")
    window: Annotated[Count | Unknown | None, OrUnknown()] = Field(default=None, alias="vindu")
    revised: list[Revision] = Field(default_factory=list, alias="revidert")

    def has_been(self, value: Decimal) -> bool:
        """Whether a revision says that the value once was this, as far as it was rounded."""
        known = [each.before for each in self.revised if isinstance(each.before, Decimal)]
        return any(rounds_to(before, value) or rounds_to(value, before) for before in known)


class BreakKind(Choice):
    """What changed, so that values on either side cannot be compared."""

    METHOD = "metode"
    WINDOW = "vindu"
    REFERENCE_YEAR = "referanseår"
    POINTS = "punktutvalg"
    REGION = "område"
    QUESTION = "spørsmål"


class Break(Sourced):
    """From which period values are made in another way."""

    since: When = Field(alias="fra")
    kind: BreakKind = Field(alias="hva")


class Circumstance(Sourced):
    """What the values of a time must be read in the light of, such as a pandemic or road works."""

    since: Annotated[When | Unknown | None, OrUnknown()] = Field(alias="fra")
    until: Annotated[When | Unknown | None, OrUnknown(), Ends("since")] = Field(alias="til")
    what: Text = Field(alias="hva")


class Series(Sourced):
    """Values made in one way: never to be mixed with another series in one claim."""

    name: Text = Field(alias="navn")
    comparison: Comparison = Field(alias="måte")
    measures: Measures | None = Field(default=None, alias="måler")
    method: Annotated[Text | Unknown | None, OrUnknown()] = Field(default=None, alias="metode")
    method_version: Annotated[Text | Unknown | None, OrUnknown()] = Field(default=None, alias="metodeversjon")
    window: Annotated[Count | Unknown | None, OrUnknown()] = Field(default=None, alias="vindu")
    reference_year: Annotated[Year | Unknown | None, OrUnknown()] = Field(default=None, alias="referanseår")
    frequency: Annotated[Frequency | Unknown | None, OrUnknown()] = Field(default=None, alias="frekvens")
    published: Annotated[When | Unknown | None, OrUnknown()] = Field(default=None, alias="publisert")
    version: Text | None = Field(default=None, alias="versjon")
    breaks: list[Break] = Field(default_factory=list, alias="brudd")
    circumstances: list[Circumstance] = Field(default_factory=list, alias="forhold")
    values: dict[When, Value] = Field(alias="verdier")

    @property
    def in_order(self) -> list[tuple[When, Value]]:
        """The values by the last day they cover."""
        return sorted(self.values.items(), key=lambda item: (item[0].last, item[0].first))


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
    next_due: Annotated[When | Unknown | None, OrUnknown()] = Field(default=None, alias="neste_rapport")
    reference_year: Annotated[Year | Unknown | None, OrUnknown()] = Field(default=None, alias="referanseår")
    city_index: Annotated[str | int | Decimal, Scalar()] | None = Field(default=None, alias="byindeks")
    website: Url | None = Field(default=None, alias="nettside")
    series: dict[Id, Series] = Field(default_factory=dict, alias="serier")

    def value_at(self, field: str) -> Value | None:
        """The value that `serier.<serie>.verdier.<slutt>.verdi` names, or None for any other field."""
        parts = field.split(".")
        if len(parts) != 5 or parts[0::2] != ["serier", "verdier", "verdi"] or parts[1] not in self.series:
            return None
        return self.series[parts[1]].values.get(When.parse(parts[3])) if When.fits(parts[3]) else None
