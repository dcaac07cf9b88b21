"""The sentences that are a plain statement about one project: § stands for its name and ¤ for the figure."""

import re
from collections.abc import Mapping
from typing import Final

COST, FRAME, GRANTED, SET_ASIDE = "kostnad", "ramme", "bevilget", "program"
OPENS, STARTS, DONE = "åpning", "byggestart", "ferdig"

_PRICED: Final = (
    r"(?: ?(?:kr(?:oner)?\.?|20\d\d-?kr(?:oner)?))?(?: i (?:20\d\d|løpende|løpande)-? ?kroner)?"
    r"(?: \([^()]*\))?"
)
"""What may follow an amount: its unit and its price level."""
_OF: Final = (
    r"(?:(?:prosjektet|tiltaket|strekninga|strekningen|anlegget|\w*vegen|\w*veien) (?:(?:på|langs"
    r"|ved) )?)?§"
)
_NOW: Final = r"(?:(?:nå|no|i dag|fortsatt|framleis|fremdeles|foreløpig|førebels|samlet|samla|totalt) )?"
_PLANNED: Final = r"(?:(?:nå|no|fortsatt|framleis|fremdeles|etter planen|trolig|truleg) )?"
_SIZED: Final = r"(?:samlede |samla |siste |nye |totale |oppdaterte )?"
_COST_NOUN: Final = (
    rf"(?:(?:den|det) )?{_SIZED}(?:(?:prosjekt|total)?kostnad(?:en|ene|ane)"
    r"|(?:kostnads)?(?:anslaget|overslaget|prognosen)|p50|p85)"
)
_A_COST: Final = (
    r"(?:en|ei|ein|et|eit) (?:samlet |samla |total |beregnet |berekna |anslått |forventet |venta )?"
    r"(?:(?:prosjekt|total)?kostnad|(?:kostnads)?(?:anslag|overslag|prognose)|p50|p85)"
)
_RECKONED: Final = (
    r"(?:beregnet|berekna|rekna|anslått|kalkulert|kostnadsberegnet|kostnadsberekna|satt|sett) til"
)
_TO_COST: Final = (
    r"(?:er|vert|blir) (?:nå |no )?(?:beregnet|berekna|rekna|anslått|ventet|venta) (?:til )?å koste"
)
_ROUGHLY: Final = rf"(?:(?:på|om lag|omlag|ca\.?|cirka|rundt|omtrent|nå|no|nesten) )*¤{_PRICED}"
_SO_FAR: Final = r"(?:til nå|til no|hittil|så langt)"
_GIVEN: Final = r"(?:bevilget|bevilga|løyvd|løyvt)"
_LEAD: Final = (
    r"(?:(?:etter|ifølge|ifølgje|i følge|i følgje) [^§¤,.:;]{3,50}|nå|no|i dag|i alt|samlet|samla"
    r"|(?:regnet |rekna |målt )?i (?:20\d\d|løpende|løpande)-? ?kr(?:oner)?)"
)
"""What may stand before a verb that comes first."""
_PROGRAMME: Final = r"(?:gjeldende |gjeldande |vedtatte |vedtekne )?handlingsprogrammet"

_MONEY: Final = {
    COST: (
        (
            rf"{_COST_NOUN} (?:for|til|ved|på|av) {_OF} (?:er|blir|vert|ligger|ligg|utgjør|utgjer) {_NOW}"
            rf"(?:{_RECKONED} )?{_ROUGHLY}"
        ),
        (
            rf"{_OF} {_NOW}(?:koster|kostar|vil koste|skal koste|vil kome på|kommer på|kjem på"
            rf"|er {_NOW}{_RECKONED}(?: å koste)?|{_TO_COST}) {_NOW}{_ROUGHLY}"
        ),
        rf"{_OF} har {_NOW}{_A_COST} på {_ROUGHLY}",
        rf"{_LEAD} (?:koster|kostar|vil|skal) {_OF} {_NOW}(?:koste )?{_NOW}{_ROUGHLY}",
        rf"{_LEAD} (?:er|blir) {_COST_NOUN} (?:for|til|ved|på|av) {_OF} {_NOW}(?:{_RECKONED} )?{_ROUGHLY}",
        rf"§ {_SIZED}(?:prosjekt|total)?kostnad(?:er|ar)? er {_NOW}{_ROUGHLY}",
    ),
    FRAME: (
        (
            rf"(?:den )?(?:vedtatte |vedtekne )?(?:kostnads)?(?:rammen|ramma) (?:for|til) {_OF} er {_NOW}"
            rf"(?:satt til |sett til )?{_ROUGHLY}"
        ),
        rf"{_OF} har {_NOW}(?:en|ei) (?:vedtatt |vedteken )?(?:kostnads)?ramme på {_ROUGHLY}",
    ),
    GRANTED: (
        rf"{_SO_FAR} er det {_GIVEN} {_ROUGHLY} til {_OF}",
        rf"det er {_SO_FAR} {_GIVEN} {_ROUGHLY} til {_OF}",
        rf"{_SO_FAR} har {_OF} fått (?:{_GIVEN} )?{_ROUGHLY}",
        rf"{_OF} har {_SO_FAR} fått (?:{_GIVEN} )?{_ROUGHLY}",
        rf"{_OF} har fått (?:{_GIVEN} )?{_ROUGHLY} {_SO_FAR}",
    ),
    SET_ASIDE: (
        rf"i {_PROGRAMME} er det (?:satt|sett) av {_ROUGHLY} til {_OF}",
        rf"{_PROGRAMME} (?:setter|set) av {_ROUGHLY} til {_OF}",
        (
            rf"{_OF} (?:ligger inne|ligg inne|er inne|står|er ført opp) (?:i {_PROGRAMME} med {_ROUGHLY}"
            rf"|med {_ROUGHLY} i {_PROGRAMME})"
        ),
        rf"det er (?:satt|sett) av {_ROUGHLY} til {_OF} i {_PROGRAMME}",
    ),
}
_OPEN: Final = r"(?:åpne|åpnes|opne|opnast)"
_SET_TO: Final = r"(?:planlagt|ventet|venta|forventet|satt|sett|flyttet|flytta|utsatt|utsett)"
_ON: Final = r"(?:til |i |er |på )*"
_AHEAD: Final = r"(?:planlagt |forventet |venta |ventet |ny )?"
_START: Final = r"(?:byggestart|byggjestart|anleggsstart)"
_DATES: Final = {
    OPENS: (
        (
            rf"{_OF} {_PLANNED}(?:åpner|åpnes|opnar|opnast|blir åpnet|blir opna|tas i bruk|blir teken i bruk"
            rf"|blir tatt i bruk|(?:skal|vil) {_PLANNED}{_OPEN}"
            rf"|(?:er|blir) {_SET_TO} (?:å )?(?:{_OPEN}|åpnet|opna)) {_PLANNED}{_ON}"
        ),
        rf"{_AHEAD}(?:åpning(?:en|a)?|opning(?:a)?) (?:av|for) {_OF} er {_PLANNED}(?:{_SET_TO} )?{_ON}",
        rf"{_OF} har {_PLANNED}{_AHEAD}(?:åpning|opning) {_ON}",
    ),
    STARTS: (
        rf"{_AHEAD}{_START} (?:for|på|av) {_OF} er {_PLANNED}(?:{_SET_TO} )?{_ON}",
        rf"{_OF} har {_PLANNED}{_AHEAD}{_START} {_ON}",
        (
            rf"bygging(?:en|a) av {_OF} {_PLANNED}(?:starter|startar|begynner|tar til|tek til|byrjar"
            rf"|skal (?:starte|begynne|byrje|ta til)|er {_SET_TO} å (?:starte|begynne|byrje)) {_PLANNED}{_ON}"
        ),
    ),
    DONE: (
        (
            rf"{_OF} {_PLANNED}(?:ferdigstilles|blir ferdigstilt|blir ferdig|vert ferdig|står ferdig"
            rf"|(?:skal|vil) {_PLANNED}(?:stå|være|vere|bli) ferdig(?:stilt)?|er ferdig"
            rf"|er {_SET_TO} (?:å (?:stå|være|vere|bli) )?ferdig(?:stilt)?) {_PLANNED}{_ON}"
        ),
    ),
}
_ENDS: Final = r" ?(?:[.;:]|$|,)"


def _whole(form: str) -> str:
    """A form that has no figure of its own in it ends with the figure."""
    return form if "¤" in form else f"{form}¤"


def _made(forms: Mapping[str, tuple[str, ...]]) -> dict[str, re.Pattern[str]]:
    return {
        kind: re.compile(rf"(?:{'|'.join(map(_whole, each))}){_ENDS}", re.IGNORECASE)
        for kind, each in forms.items()
    }


MONEY: Final = _made(_MONEY)
DATES: Final = _made(_DATES)
SET_TO_A_DAY: Final = re.compile(rf"\b{_SET_TO} til *$", re.IGNORECASE)
"""After this a date is the one that is meant, and no bound."""

_THE_PROJECT: Final = re.compile(
    r"\b(?:prosjektet|tiltaket|anlegget|strekningen|strekninga)\b", re.IGNORECASE
)
_OWN_SUBJECT: Final = re.compile(
    rf"^(?P<before>(?:{_LEAD} (?:er|blir) )?)(?P<noun>{_COST_NOUN}"
    r"|(?:den )?(?:vedtatte |vedtekne )?(?:kostnads)?(?:rammen|ramma)"
    rf"|{_AHEAD}(?:byggestart(?:en)?|byggjestart(?:en)?|anleggsstart(?:en)?|åpning(?:en|a)?|opning(?:a)?))"
    r"(?= (?:er|blir|vert|ligger|ligg|utgjør|utgjer|nå|no|¤|\d))",
    re.IGNORECASE,
)
_BARE_VERB: Final = re.compile(r"(?:koster|kostar|åpner|opnar|ferdigstilles|skal|er) ", re.IGNORECASE)
"""How the second part of a sentence begins that has the subject of the first."""
_LABELLED: Final = re.compile(
    r"^(?P<label>kostnad(?:sanslag)?|anslag|prosjektkostnad|p50|p85|kostnadsramme|ramme|byggestart|byggjestart"
    r"|anleggsstart|åpning|opning) ?: (?=¤)",
    re.IGNORECASE,
)
_LABELS: Final = (
    ("ramme", "rammen for § er "),
    ("start", "byggestart for § er "),
    ("pning", "åpning av § er "),
    ("", "kostnaden for § er "),
)
_HEADING: Final = re.compile(
    r"(?:\d[\d.]*\)? )?(?:prosjektet |om |status for "
    r"|(?:kostnad(?:en|er)?|økonomi|framdrift|fremdrift) (?:for|ved|i) )?"
    r"§(?: ?[:,–-] ?(?:kostnad\w*|økonomi|status|framdrift|fremdrift|finansiering|økonomi og framdrift))?:?",
    re.IGNORECASE,
)
_STILL: Final = re.compile(r"(?:banen|brua|broen|bruen|vegen|veien|tunnelen|ruta|ruten) ", re.IGNORECASE)
_ABOUT_ELSE: Final = re.compile(
    r"\b(?:en|ei|ein|et|eit|ny|nye|nytt|flere|fleire|noen|nokre)\b", re.IGNORECASE
)


def filled_in(skeleton: str) -> str:
    """A sentence without a name, where its project is known from what stands before, as if it had one."""
    label = _LABELLED.match(skeleton)
    if label:
        said = label["label"].casefold()
        opening = next(words for part, words in _LABELS if part in said)
        kind = "p85" if "p85" in said else "kostnaden"
        return opening.replace("kostnaden", kind) + skeleton[label.end() :]
    named = _THE_PROJECT.sub("§", skeleton, count=1)
    if named != skeleton:
        return named
    if _BARE_VERB.match(skeleton):
        return f"§ {skeleton}"
    return _OWN_SUBJECT.sub(lambda m: f"{m['before']}{m['noun']} for §", skeleton, count=1)


def is_heading_of(skeleton: str) -> bool:
    """Whether a heading is the name of a project and little more."""
    return _HEADING.fullmatch(skeleton.strip()) is not None


def speaks_of_it(skeleton: str, *, goes_on: bool) -> bool:
    """Whether a sentence is about the project itself, so that «kostnaden» in the next one is its cost.

    One that goes on from the sentence before need not name it: «Banen er under bygging.»
    """
    if _ABOUT_ELSE.search(skeleton) or skeleton.count("§") > 1:
        return False
    return bool(re.match(_OF, skeleton) or (goes_on and ("§" in skeleton or _STILL.match(skeleton))))
