"""PRO006: a note's LIX is over what the area has set."""

from dataclasses import dataclass

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity, Term
from byvekst_cli.model.paper import Paper
from byvekst_cli.prose.readability import Reading
from byvekst_cli.rules.rule import Problems, rule


@dataclass(frozen=True, slots=True)
class Options:
    """The LIX a note may have; 0 means that it is never told. Shorter notes than `ord` are not judged."""

    lix: int = 0
    ord: int = 100


@rule("PRO006", about=Paper, severity=Severity.ADVICE, options=Options)
def heavy_text(note: Record[Paper], area: Area, options: Options) -> Problems:
    """Silent until an area sets a limit: a number for readability is no fault by itself."""
    reading = Reading.of(area.text_of(note))
    lix, band = reading.lix, reading.band
    if not options.lix or lix is None or band is None or reading.words < options.ord:
        return
    if round(lix) > options.lix:
        facts = {"lix": round(lix), "band": Term(f"lix-{band.name.lower()}"), "most": options.lix}
        yield Problem(note.at("title"), facts)
