"""Claims in a note that a goal is reached or that traffic has changed, and whether they say on what basis."""

import re
from collections.abc import Iterator
from typing import Final

from byvekst_cli.model.note_text import NoteText
from byvekst_cli.prose.found import Found
from byvekst_cli.prose.passages import body, unquoted
from byvekst_cli.prose.sentences import sentences

_REACHED: Final = re.compile(
    r"\b(?:nullvekst)?(?:målet|målsettingen|målsetjinga)(?: om \w+)? (?:er|ble|blei|vart|har blitt|har vorte)"
    r"(?: \w+)? (?:nådd|oppnådd|innfridd|oppfylt)\b"
    r"|\bhar (?:\w+ )?(?:nådd|oppnådd|innfridd) nullvekstmålet\b",
    re.IGNORECASE,
)
_CHANGED: Final = re.compile(
    r"\b(?:\w*trafikken|\w*trafikkmengden|byindeksen|trafikkarbeidet) (?:(?!skal|vil|kan|bør|må)\w+ ){0,3}?"
    r"(?:(?:har|hadde|er|ble|blei|vart) (?:\w+ ){0,2}?|(?=økte|auka|falt|sank|gikk|gjekk))"
    r"(?:økte?|auka|gikk ned|gikk opp|gjekk ned|gjekk opp|sank|redusert|gått ned|gått opp"
    r"|falt|falle|sunket|blitt redusert|vorte redusert|vokst)\b[^.]*?"
    r"\d+(?:,\d+)?"
    r" ?(?:prosent|%)",
    re.IGNORECASE,
)
_BASIS: Final = re.compile(
    r"\b(?:\d+[- ]måned\w*|\d+ månader|måneders?|månaders?|treårs\w*|tre år|glidende|glidande"
    r"|løpende snitt|snitt\w*"
    r"|referanseår\w*|basisår\w*|byindeks\w*|reisevane\w*|rvu|tellepunkt\w*|teljepunkt\w*|trafikktelling\w*"
    r"|trafikkteljing\w*|registreringspunkt\w*|metode\w*"
    r"|(?:siden|sidan|fra|frå|mot|over|med|enn|som i) (?:året )?"
    r"(?:19|20)\d\d)\b",
    re.IGNORECASE,
)


def claims_without_basis(note: NoteText) -> Iterator[Found]:
    """Claims in paragraphs that name neither a window, a reference year nor a method."""
    for block in body(note):
        text = unquoted(block.text)
        if _BASIS.search(text):
            continue
        for sentence in sentences(text, block.start):
            claim = _REACHED.search(sentence.text) or _CHANGED.search(sentence.text)
            if claim and not sentence.text.endswith("?"):
                start = sentence.start + claim.start()
                yield Found(" ".join(claim[0].split()), start, start + len(claim[0]))
