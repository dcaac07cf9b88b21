"""A new file of a kind: its fields with their help, so that it teaches the person who fills it in."""

import json
import textwrap
from collections.abc import Iterator, Mapping
from typing import Any, Final

from byvekst_cli.area import Area
from byvekst_cli.finding import Term
from byvekst_cli.language import Say
from byvekst_cli.language.help import entry_of
from byvekst_cli.model.case import Case
from byvekst_cli.model.kinds import Kind
from byvekst_cli.model.outline import Field, outline
from byvekst_cli.model.text import file_stem
from byvekst_cli.model.treatment import Handling
from byvekst_cli.model.unknown import EMPTY_MARKERS, WORDS
from byvekst_cli.model.vocabulary import Concept
from byvekst_cli.prose.template import heading_for, template_for
from byvekst_cli.source.decode import UNSEEN
from byvekst_cli.source.load import shipped
from byvekst_cli.source.records import Misfit, build
from byvekst_cli.source.small_yaml import read

WIDTH: Final = 96
UNKNOWN_WORDS: Final = dict(zip(("nb", "nn"), WORDS, strict=True))


def asked(kind: Kind) -> tuple[Field, ...]:
    """The fields that somebody must fill in before there can be a file."""
    return tuple(field for field in outline(kind.model) if field.needed and not field.may_be_unknown)


def fitting(kind: Kind, key: str, answer: str) -> str | Misfit:
    """An answer as YAML that fits its field, or what keeps it from fitting.

    People write `sykkel, gange` where a list is meant and `bergen` for the whole of a project. A text
    is put in quotes wherever it would be read as anything but itself.
    """
    if unseen := UNSEEN.search(answer):
        return Misfit("control-character", (key,), facts={"character": f"U+{ord(unseen.group()):04X}"})
    if answer.strip().casefold() in EMPTY_MARKERS or not answer.strip():
        return Misfit("empty-value", (key,), facts={"field": key})
    found: list[Misfit] = []
    for text in (answer, _quoted(answer), f"[{answer}]", f"{{{answer}: 100}}"):
        small = read(f"{key}: {text}\n")
        if small.flaws or list(small.data) != [key]:
            continue
        value = small.data[key]
        if isinstance(value, str) and value != answer:
            continue
        misfits = _misfits(kind, key, value)
        if not misfits:
            return text
        found += misfits
    return found[0] if found else Misfit("yaml-syntax", (key,), facts={"reason": Term("yaml-other")})


def path_of(kind: Kind, values: Mapping[str, str], name: str | None) -> str:
    """Where the file belongs: named by its id, year or period, or its case and body, or else as asked."""
    plain = {key: str(read(f"x: {text}\n").data["x"]) for key, text in values.items()}
    if kind.name == "paper":
        return f"sak/{file_stem(plain['sak'])}/notat-{file_stem(plain.get('organ', 'utkast'))}.md"
    return kind.pattern.replace("*", file_stem(_own_name(plain) or name or "egne"))


def _own_name(plain: Mapping[str, str]) -> str | None:
    return next((plain[key] for key in ("id", "år", "periode", "prosjekt") if key in plain), None)


def new_file(kind: Kind, values: Mapping[str, str], say: Say, headings: tuple[str, ...] = ()) -> str:
    """The text of the file; `values` are YAML by field, and `headings` what a note gets.

    Fields without a value are suggestions.
    """
    values = values or {next(field.key for field in outline(kind.model) if field.inside): "{}"}
    lines = [*_comment(f"{say(f'file-{kind.name}')}. {say('new-intro')}"), ""]
    for field in outline(kind.model):
        lines += _field(field, values.get(field.key), say)
    text = "\n".join(lines).rstrip() + "\n"
    if kind.pattern.endswith(".md"):
        below = "".join(f"\n## {heading}\n" for heading in headings)
        title = read(f"x: {values['tittel']}\n").data["x"]
        return f"---\n{text}---\n\n# {title}\n{below}"
    return text


def note_headings(values: Mapping[str, str], area: Area, language: str) -> tuple[str, ...]:
    """What the template of a note asks for, by the kind of its case and its handling."""
    plain = {key: str(read(f"x: {text}\n").data["x"]) for key, text in values.items()}
    case = area.one(Case, plain["sak"])
    chosen = template_for(case.kind if case else None, Handling(plain["behandling"]), area)
    return tuple(heading_for(id, area, language) for id in chosen.template.required) if chosen else ()


def _field(field: Field, value: str | None, say: Say) -> Iterator[str]:
    entry = entry_of(field.owners, field.key)
    if entry is None:
        raise LookupError(field.key)
    yield from _comment(f"{entry['title'][say.language]}: {_part(entry, 'help', say)}{_words(field, say)}")
    if "guide" in entry:
        yield from _comment(_part(entry, "guide", say), "  ")
    for inner in outline(field.inside) if field.inside and field.key != "egne" else ():
        help = entry_of(inner.owners, inner.key)
        if help is not None and inner.key not in ("kilde", "illustrasjon", "merknad", "andre_oppgir", "egne"):
            told = f"{inner.key}: {_part(help, 'help', say)}{_words(inner, say)}"
            yield from _comment(told, "  - ")
    if value is None and field.needed:
        value = UNKNOWN_WORDS["nn" if say.language == "nn" else "nb"]
    if value is None:
        yield f"# {field.key}: {entry['example']}"
    else:
        yield f"{field.key}:{value}" if value.startswith("\n") else f"{field.key}: {value}"
    yield ""


def _words(field: Field, say: Say) -> str:
    """The words that ship for a field, where it takes such."""
    shipping = [record for record in shipped() if isinstance(record.model, Concept)]
    known = [record.id for record in shipping if record.kind in field.refers_to]
    return f" {say('new-words')} {', '.join(known)}." if known else ""


def _part(entry: Mapping[str, Any], part: str, say: Say) -> str:
    return str(entry[part][say.language])


def _comment(text: str, indent: str = "") -> list[str]:
    later = " " * len(indent)
    return [
        f"# {line}" for line in textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=later)
    ]


def _misfits(kind: Kind, key: str, value: Any) -> list[Misfit]:
    made = build(kind.model, {key: value})
    return [misfit for misfit in made if misfit.route[:1] == (key,)] if isinstance(made, list) else []


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
