"""The words of the command line, and which language to use before any area is read."""

from collections.abc import Mapping
from dataclasses import dataclass

from byvekst_cli.language import LANGUAGES, Say


@dataclass(frozen=True, slots=True)
class Words:
    """Speaks the catalogue of the command line; `asked` is the language that the user asked for, if any."""

    say: Say
    asked: str | None = None

    def __call__(self, name: str, **facts: object) -> str:
        return self.say.cli(name, **facts)


def asked_language(arguments: list[str]) -> str | None:
    """The value of `--language`, before the command's name or after it."""
    for at, argument in enumerate(arguments):
        option, _, value = argument.partition("=")
        if option == "--language":
            value = value or (arguments[at + 1 : at + 2] or [""])[0]
            if value in LANGUAGES:
                return value
    return None


def language_of(arguments: list[str], environment: Mapping[str, str]) -> str:
    """From `--language`, else BYVEKST_LANGUAGE, else the system's language, else bokmål."""
    asked = asked_language(arguments)
    if asked is not None:
        return asked
    wished = environment.get("BYVEKST_LANGUAGE", "")
    return wished if wished in LANGUAGES else _system_language(environment)


def _system_language(environment: Mapping[str, str]) -> str:
    locale = next((environment[n] for n in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(n)), "")
    language = locale[:2].lower()
    return language if language in LANGUAGES else "nb"
