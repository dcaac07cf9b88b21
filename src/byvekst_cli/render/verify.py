"""A document against the data now: which records changed since, and whether it would say the same."""

from dataclasses import dataclass
from pathlib import Path

from byvekst_cli.area import Area
from byvekst_cli.language import Say
from byvekst_cli.pack.asked import NotThere
from byvekst_cli.render.faults import Unmade
from byvekst_cli.render.kinds import KINDS, MEETING_PACK, PACKS, DocumentKind
from byvekst_cli.render.made import hashes_of
from byvekst_cli.render.make import Ordered, make
from byvekst_cli.render.read_back import Stated
from byvekst_cli.render.tree import Document


@dataclass(frozen=True, slots=True)
class Verified:
    """`says_the_same` is None where the document cannot be made again, to compare.

    Records are named by their keys: `changed` have other data, `gone` are no longer there, and `new` are
    those that the document would be made from now but was not.
    """

    stated: Stated
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    new: tuple[str, ...]
    says_the_same: bool | None

    @property
    def matches(self) -> bool:
        """Whether the document says what the data say now."""
        return self.says_the_same if self.says_the_same is not None else not (self.changed or self.gone)


def verified(stated: Stated, area: Area, root: Path) -> Verified:
    """`area` is to be seen on the day that the document was made for, and public where the document is."""
    now, then = hashes_of(area), stated.made.hashes
    again = _again(stated, area, root)
    new = tuple(sorted(set(again.made.hashes) - set(then))) if again else ()
    return Verified(
        stated,
        tuple(key for key, mark in then.items() if key in now and now[key] != mark),
        tuple(key for key in then if key not in now),
        new,
        again.made.words == stated.made.words if again and stated.made.words else None,
    )


def _again(stated: Stated, area: Area, root: Path) -> Document | None:
    """The same document from the data now; None where it cannot be made of them."""
    kind, asked = _order(stated)
    if kind is None:
        return None
    try:
        return make(kind, asked, Ordered(area, root, Say(stated.language))).document
    except (NotThere, Unmade, TypeError):
        return None


def _order(stated: Stated) -> tuple[DocumentKind | None, dict[str, str]]:
    """What kind it is, and what it was asked for by."""
    given = stated.made.asked
    if stated.kind == MEETING_PACK.name:
        name = next((each for each in PACKS if each in given), "")
        return PACKS.get(name), {"meeting": given.get(name, "")}
    kind = KINDS.get(stated.kind)
    return kind, {name: given[name] for name in (*kind.needs, *kind.may) if name in given} if kind else {}
