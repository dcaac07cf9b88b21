"""All records of one area, frozen, as seen on one day."""

from byvekst_cli.area.area import Area, Unread
from byvekst_cli.area.record import Record

__all__ = ["Area", "Record", "Unread"]
