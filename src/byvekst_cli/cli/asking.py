"""Values for a new file: from options, or asked for on a terminal."""

import sys
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from byvekst_cli.cli.usage import WrongUse
from byvekst_cli.cli.words import Words
from byvekst_cli.edit.new_file import asked, fitting
from byvekst_cli.finding import Finding
from byvekst_cli.finding.faults import FAULTS
from byvekst_cli.language import Say
from byvekst_cli.language.help import entry_of
from byvekst_cli.model.kinds import Kind
from byvekst_cli.model.near import near
from byvekst_cli.model.outline import Field, outline
from byvekst_cli.source.records import Misfit
from byvekst_cli.source.small_yaml import read


def values_for(
    kind: Kind,
    given: Mapping[str, str],
    words: Words,
    say: Say,
    options: Mapping[str, str] = MappingProxyType({}),
) -> dict[str, str]:
    """YAML by field, every one that must be there and fits. Raises WrongUse.

    `options` are the command's own ways to give a field, such as `--name `.
    """
    values = {key: fit(kind, key, text, words, say) for key, text in given.items()}
    missing = [field for field in asked(kind) if field.key not in values]
    if missing and (sys.stdin is None or not sys.stdin.isatty()):
        raise WrongUse(words("new-needs", fields=missing_fields(kind, values, options)))
    for field in missing:
        values[field.key] = _ask(kind, field, words, say)
    return values


def missing_fields(
    kind: Kind, values: Mapping[str, str], options: Mapping[str, str] = MappingProxyType({})
) -> str:
    """The options that would give the fields that must be there and are not; empty when none is missing."""
    missing = [field for field in asked(kind) if field.key not in values]
    ways = {field.key: options.get(field.key, f"--set {field.key}=") for field in missing}
    return ", ".join(f"{ways[field.key]}{_example(field)}" for field in missing)


def pairs(settings: list[str], kind: Kind, words: Words) -> Iterator[tuple[str, str]]:
    """`navn=Sykkelveg` → field and text. Raises WrongUse."""
    known = [field.key for field in outline(kind.model)]
    for setting in settings:
        key, equals, text = setting.partition("=")
        if not equals:
            raise WrongUse(words("bad-setting", value=setting))
        if key not in known:
            raise WrongUse(words("no-such-field", field=key, near=near(key, known)))
        yield key, text


def fit(kind: Kind, key: str, text: str, words: Words, say: Say) -> str:
    """A text as YAML that fits a field. Raises WrongUse."""
    fits = fitting(kind, key, text)
    if isinstance(fits, Misfit):
        raise WrongUse(words("does-not-fit", field=key, why=told(fits, say)))
    return fits


def _ask(kind: Kind, field: Field, words: Words, say: Say) -> str:
    """Asks until the answer fits; help stands above the question."""
    entry = entry_of(field.owners, field.key) or {}
    for part in ("help", "guide"):
        if part in entry:
            print(entry[part][say.language])
    question = words("question", title=entry["title"][say.language], example=_as_answered(field))
    while True:
        try:
            answer = input(f"{question} ").strip()
        except (EOFError, KeyboardInterrupt):
            raise WrongUse(words("stopped")) from None
        fits = fitting(kind, field.key, answer) if answer else None
        if isinstance(fits, str):
            print()
            return fits
        if fits is not None:
            print(told(fits, say))


def told(misfit: Misfit, say: Say) -> str:
    """What is wrong with a value, and what to do."""
    fault = FAULTS[misfit.slug]
    message = say.message(Finding(fault.code, fault.slug, fault.severity, "", "", facts=misfit.facts))
    return f"{message.text} {message.remedy}"


def _example(field: Field) -> str:
    return f"'{_as_answered(field)}'"


def _as_answered(field: Field) -> str:
    """The example as somebody would give it: a text without the quotes that the file needs."""
    entry = entry_of(field.owners, field.key) or {}
    example = str(entry.get("example", ""))
    value = read(f"x: {example}\n").data["x"]
    return value if isinstance(value, str) else example
