"""Where sentences and words begin and end in Norwegian prose."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_ALWAYS_FOLLOWED: Final = """
    adm adr alt anm art ass avd bl.a bnr ca cand d.d d.v.s dir dr dvs e.k eks ekskl ev evt f.eks f.k
    f.o.m feb febr fig fl flg forts fr frk apr aug sept okt nov des jan gj.sn gnr h.h.v hhv i.e ift iht
    inkl innst jf jfr jr kap kap.nr kgl kgl.res kl kons kst lnr m.a m.o.t m.t.p meld mht nr obs ot p.g.a
    pga pkt pr prof prop prp red ref res s s.k sak.nr saksnr sml ss st stk str såk t.d t.h t.o.m t.v tab
    tel tidl fv rv kv tlf tsd u.off vedk vedl vedr vg vs årg
"""
_MAY_BE_LAST: Final = "e.l el etc kr m.fl m.m m.v mfl mill mio mnd mnok mrd mv o.a o.l ol osb osv pst sst std"
_NEVER_LAST: Final = frozenset(_ALWAYS_FOLLOWED.split())
_MAYBE_LAST: Final = frozenset(_MAY_BE_LAST.split())
"""Short forms after which a capital letter begins a new sentence."""
_END: Final = re.compile(r"[.!?…]+[»”’\"')\]]*(?=\s+|$)")
_BEFORE: Final = re.compile(r"[^\s(«“\"\[]+$")
_SOMETHING: Final = re.compile(r"\S")
_LONGEST: Final = 20
"""No short form has more code points than this."""
_OF_PARLIAMENT: Final = re.compile(r"\d (?:\([\d–-]+\) )?[SLO]$|\d [SLO] \([\d–-]+\)$")
"""`Prop. 45 S` and `Innst. 216 S` are whole names, so a full stop after one may end a sentence."""
_LETTERED: Final = re.compile(r"[a-zæøå]\) ")
"""A list within a paragraph: `Planen endres slik: a) Vegen flyttes. b) Brua utgår.`"""
_OPENERS: Final = "«“\"'([–—-*"
_URL: Final = re.compile(r"(?:https?://|www\.)[^\s<>«»]+")
_ENDING: Final = 4
"""Letters that an ending may have; shorter words are too short to tell apart by their beginning."""
_WORD: Final = re.compile(r"\w+(?:[-–/.,:'’]\w+)*")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words and where they begin."""

    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def sentences(text: str, offset: int = 0) -> Iterator[Stretch]:
    """The sentences of a paragraph, with their places; `offset` is where the paragraph begins."""
    begin = 0
    for match in _END.finditer(text):
        if not _ends(text, match):
            continue
        yield from _stripped(text, begin, match.end(), offset)
        begin = match.end()
    yield from _stripped(text, begin, len(text), offset)


def words(text: str, offset: int = 0) -> Iterator[Stretch]:
    """The words, with their places: `KVU-en`, `12,5` and `2/24` are one each, and addresses are none."""
    hidden = _URL.sub(lambda match: " " * len(match[0]), text)
    for match in _WORD.finditer(hidden):
        yield Stretch(match[0], offset + match.start())


def addresses(text: str, offset: int = 0) -> Iterator[Stretch]:
    """Web addresses that stand in the text as they are."""
    for match in _URL.finditer(text):
        address = match[0].rstrip(".,;:!?)")
        yield Stretch(address, offset + match.start())


def _ends(text: str, match: re.Match[str]) -> bool:
    beginning = _SOMETHING.search(text, match.end())
    if beginning is None:
        return True
    following = text[beginning.start() : beginning.start() + 4]
    letter = next((each for each in following if each not in _OPENERS and not each.isspace()), "")
    if not (letter.isupper() or letter.isdigit() or _LETTERED.match(following)):
        return False
    if match[0][0] != ".":
        return True
    before = text[max(0, match.start() - _LONGEST) : match.start()]
    if _OF_PARLIAMENT.search(before):
        return True
    found = _BEFORE.search(before)
    return _may_end(found[0] if found else "", following, letter)


def _may_end(word: str, following: str, letter: str) -> bool:
    """Whether a full stop after a word ends a sentence, when a capital letter or a digit follows."""
    short = word.casefold()
    if short in _NEVER_LAST or (len(word) == 1 and word.isupper()):
        return False
    if short in _MAYBE_LAST:
        return letter.isupper() and not following[:2].isupper()
    return not (word.isdigit() and len(word) <= 2 and letter.isdigit())


def _stripped(text: str, begin: int, end: int, offset: int) -> Iterator[Stretch]:
    piece = text[begin:end]
    inside = piece.strip()
    if any(each.isalnum() for each in inside):
        yield Stretch(inside, offset + begin + len(piece) - len(piece.lstrip()))


def same_word(one: str, other: str) -> bool:
    """Whether two words in small letters are one but for an ending: `kollektivandel`, `kollektivandelen`."""
    short, long = sorted((one, other), key=len)
    is_inflected = short.endswith(("e", "r", "n")) and len(short) > _ENDING
    stem = short[:-1] if is_inflected else short
    return len(short) >= _ENDING and long.startswith(stem) and len(long) - len(stem) <= _ENDING + 1
