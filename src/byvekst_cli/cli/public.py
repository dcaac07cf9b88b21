"""`--public`: the area as anyone may see it, and a document that is looked through before it is written."""

import sys
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Final

from byvekst_cli.area import Area
from byvekst_cli.cli.usage import WrongUse
from byvekst_cli.cli.words import Words
from byvekst_cli.language import Say
from byvekst_cli.model.case import Case
from byvekst_cli.model.text import file_stem
from byvekst_cli.pack.called import meeting_of
from byvekst_cli.pack.judged import judged, of_case
from byvekst_cli.pack.public import Public, public, told_in
from byvekst_cli.pack.unsure import amounts_in
from byvekst_cli.render.left_out import concerning, texts, told_of
from byvekst_cli.render.tree import Document

PUBLIC: Final = "offentlig"
"""What a public version says that it was asked for by, so that it is held against public data."""


def public_area(area: Area, words: Words) -> Public:
    """The area without what is exempt. Raises WrongUse where it cannot be told what that is."""
    found = public(area)
    if found.unread:
        raise WrongUse(words("public-unread", n=len(found.unread), files=found.unread))
    return found


def published(document: Document, found: Public, paths: Collection[str], say: Say, words: Words) -> Document:
    """With word of what was left out of the files it stands on. Raises WrongUse where exempt words remain.

    Exempt amounts in somebody's own words are told of on stderr: the same figure may be another's.
    """
    told = told_of(document, concerning(found.left_out, paths), say)
    read = list(texts(told))
    left = [word for text in read for word in told_in(text, found)]
    if left:
        raise WrongUse(words("public-leaks", words=tuple(sorted(set(left)))))
    said = {amount for text in read for amount in amounts_in(text, found.amounts)}
    if said:
        print(words("public-amounts", amounts=tuple(sorted(said))), file=sys.stderr)
    asked = {**document.made.asked, PUBLIC: "ja"}
    return replace(told, made=replace(told.made, asked=asked))


def stands_on(area: Area, document: Document, asked: Mapping[str, str]) -> frozenset[str]:
    """The files that a document is about: of its meeting or its case, or else all that it was made from."""
    if "meeting" in asked:
        return judged(area, meeting_of(area, asked["meeting"]))
    id = asked.get("id", "").casefold()
    cases = [record for record in area.of(Case) if file_stem(record.id) == file_stem(id)]
    if cases:
        return of_case(area, cases[0])
    named = [record.path for record in area.named(id)]
    return frozenset(named or (key.partition("#")[0] for key in document.made.hashes))
