"""What sources and groups are called in the language of the picture."""

from typing import Final

from byvekst_cli.language import Say
from byvekst_cli.language.facts import fact_words
from byvekst_cli.language.say import safe
from byvekst_cli.pack.names import Names

_CONCEPTS: Final = ("phase", "measure", "means")


def name_of(names: Names, by: str, key: str | None, say: Say) -> str:
    """The name of a group; what nothing is known of is called what the files call it."""
    if key is None:
        return say("chart-no-source" if by == "means" else "chart-not-stated")
    if by == "state":
        return say(f"state-{key}")
    if by in _CONCEPTS:
        first, *others = [fact_words(names.of(by, part), say) for part in key.split(" + ")]
        return safe(" + ".join([first, *map(_lower, others)]))
    return safe(fact_words(names.of(by, key), say))


def _lower(name: str) -> str:
    """Inside a row of names; one of capitals is left as it is."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name
