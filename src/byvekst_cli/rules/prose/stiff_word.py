"""PRO001: a word or phrase that a list knows a plainer one for."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Severity
from byvekst_cli.model.paper import Paper
from byvekst_cli.model.wording import PlainWord
from byvekst_cli.prose.found import grouped
from byvekst_cli.prose.passages import language_of
from byvekst_cli.prose.wording import stiff_words
from byvekst_cli.rules.rule import Problems, rule


@rule("PRO001", about=Paper, severity=Severity.ADVICE)
def stiff_word(note: Record[Paper], area: Area) -> Problems:
    """Words are looked for in the language of the note, and each is told once."""
    language = language_of(note, area)
    advice = {
        id: each
        for id, each in area.all_of(PlainWord).items()
        if language in each.rather and each.off is None
    }
    forms = {id: tuple(each.forms) or (id.replace("-", " "),) for id, each in advice.items()}
    for group in grouped(stiff_words(area.text_of(note), forms)):
        rather = tuple(advice[group.name].rather[language])  # type: ignore[index]
        yield group.problem(note.path, {"word": _shown(group.name, forms), "rather": rather})


def _shown(name: str, forms: dict[str, tuple[str, ...]]) -> str:
    """The phrase in its first spelling."""
    return " ".join(word.split("|")[0] for word in forms[name][0].split())
