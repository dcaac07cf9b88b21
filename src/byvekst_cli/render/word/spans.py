"""A line of spans → runs: emphasis, links, references, and the language of each."""

from dataclasses import replace
from typing import Final

from byvekst_cli.render.tree import Line, Note, Span
from byvekst_cli.render.word.fields import field
from byvekst_cli.render.word.languages import lang
from byvekst_cli.render.word.letters import unbroken
from byvekst_cli.render.word.state import State
from byvekst_cli.render.word.targets import Target
from byvekst_cli.render.word.xml import bookmark, escaped, on, paragraph, run, texts, value

BOLD: Final = {"b": on("b"), "bCs": on("bCs")}


def runs(line: Line, state: State, language: str | None = None, **look: str) -> str:
    """The runs of a line; `language` is that of the paragraph, and `look` what all its runs share."""
    return "".join(_span(span, state, span.language or language, look) for span in line)


def words(line: Line, state: State) -> str:
    """What a line says, without any look."""
    return "".join(_referred(state, span.refers) if span.refers else span.text for span in line)


def _noted(note: Note, state: State) -> str:
    """The mark of a footnote; where it was referred to before, a field that shows the same number."""
    look = {"rStyle": value("rStyle", state.styles["note-mark"])}
    if note.label in state.noted:
        number = int(note.label) + state.notes_above
        return field(f"NOTEREF {state.noted[note.label]} \\f \\h", str(number), **look)
    name = state.noted[note.label] = f"_Refn{len(state.noted) + 1:05}"
    mark = run(f'<w:footnoteReference w:id="{state.footnotes.add(_below(note, state))}"/>', **look)
    return bookmark(state.next_id(), name, mark)


def _below(note: Note, state: State) -> str:
    """The paragraphs of a footnote, the first with its number."""
    inside = replace(state, link=state.link_below)
    mark = run("<w:footnoteRef/>", rStyle=value("rStyle", state.styles["note-mark"])) + run(texts(" "))
    style = value("pStyle", state.styles["note"])
    first, *others = (runs(line, inside) for line in note.lines)
    return "".join(paragraph(each, pStyle=style) for each in (mark + first, *others))


def _span(span: Span, state: State, language: str | None, shared: dict[str, str]) -> str:
    if span.note:
        return _noted(span.note, state)
    look = dict(shared)
    if span.code:
        look["rStyle"] = value("rStyle", state.styles["code-letters"])
    if span.strong:
        look |= BOLD
    if span.emphasis:
        look |= {"i": on("i"), "iCs": on("iCs")}
    if language and language != state.document.language:
        look["lang"] = lang(language)
    if span.refers:
        return _reference(span.refers, state, look)
    inside = texts(span.text if span.code else unbroken(span.text))
    if not span.link:
        return run(inside, **look)
    look["rStyle"] = value("rStyle", state.styles["link"])
    return _linked(span.link, run(inside, **look), state)


def _linked(address: str, inside: str, state: State) -> str:
    """A link; within the document where the address is one of its own ids."""
    if not address.startswith("#"):
        return f'<w:hyperlink r:id="{state.link(address)}" w:history="1">{inside}</w:hyperlink>'
    target = state.by_id.get(address[1:])
    if target is None:
        return inside
    return f'<w:hyperlink w:anchor="{escaped(target.bookmark)}" w:history="1">{inside}</w:hyperlink>'


def _reference(id: str, state: State, look: dict[str, str]) -> str:
    """«tabell 3»: the word as text and the number as a field, so that it is right in a sentence."""
    target = state.by_id.get(id)
    if target is None:
        return run(texts(state.told.get(id, id)), **look)
    code = f"REF {target.bookmark} \\h"
    if target.kind == "heading":
        return field(code, words(target.line, state), **look)
    return run(texts(f"{_label(target, state)}\u00a0"), **look) + field(code, str(target.number), **look)


def _referred(state: State, id: str) -> str:
    target = state.by_id.get(id)
    if target is None:
        return state.told.get(id, id)
    if target.kind == "heading":
        return words(target.line, state)
    return f"{_label(target, state)}\u00a0{target.number}"


def _label(target: Target, state: State) -> str:
    return state.say.doc(f"doc-{target.kind}").lower()
