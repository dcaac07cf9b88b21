"""`kilder.yaml`: the sources that figures are cited from."""

from typing import Annotated

from pydantic import Field

from byvekst_cli.model.block import Sheet
from byvekst_cli.model.text import Id, Text, Url
from byvekst_cli.model.unknown import OrUnknown, Unknown
from byvekst_cli.model.when import When


class Citation(Sheet):
    """One source: a document, a page or a data set."""

    title: Text = Field(alias="tittel")
    publisher: Annotated[Text | Unknown | None, OrUnknown()] = Field(default=None, alias="utgiver")
    dated: Annotated[When | Unknown | None, OrUnknown()] = Field(default=None, alias="dato")
    read: When | None = Field(default=None, alias="lest")
    url: Url | None = Field(default=None, alias="url")


class CitationFile(Sheet):
    """All sources of an area, by id."""

    citations: dict[Id, Citation] = Field(alias="kilder")
