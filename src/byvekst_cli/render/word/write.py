"""A document as the bytes of a Word file."""

from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any, Final
from urllib.parse import quote

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.parts.numbering import NumberingPart

from byvekst_cli.language import Say
from byvekst_cli.render.numbering import numbering
from byvekst_cli.render.tree import Document, Paragraph, Span
from byvekst_cli.render.word.blocks import Writing
from byvekst_cli.render.word.footnotes import Footnotes
from byvekst_cli.render.word.front import fronted, hold_last_line, values_of
from byvekst_cli.render.word.languages import set_language
from byvekst_cli.render.word.list_looks import looks
from byvekst_cli.render.word.numbering import Numbering
from byvekst_cli.render.word.package import repacked
from byvekst_cli.render.word.pages import front_height, pages
from byvekst_cli.render.word.properties import set_properties
from byvekst_cli.render.word.state import Page, Place, State
from byvekst_cli.render.word.styles import completed
from byvekst_cli.render.word.targets import identified, targets
from byvekst_cli.render.word.template import opened, own
from byvekst_cli.render.word.xml import SPACES

_SAFE: Final = "%/:?#[]@!$&'()*+,;=~"
"""Signs that an address keeps as they are."""
_A4: Final = {"w": 11906, "h": 16838, "top": 1417, "bottom": 1417, "left": 1417, "right": 1417}


def word(document: Document, template: bytes | None = None) -> bytes:
    """A document in a template, or in the one that ships; the same bytes each time.

    Raises BadWordTemplate where the template cannot hold it.
    """
    file = opened(template if template is not None else own())
    say = Say(document.language)
    styles = completed(file.styles.element, opened(own()).styles.element)
    mark, asked = fronted(file, document, say)
    body = file.element.body
    state = _state(file, document, say, styles, _page(body, mark))
    state.notes_above = _notes_above(body, mark)
    _put(body, mark, _contents(state, asked))
    hold_last_line(body, styles["made"])
    set_language(file.styles.element, file.settings.element, document.language)
    set_properties(file, document)
    out = BytesIO()
    file.save(out)
    return repacked(out.getvalue())


def _contents(state: State, asked: frozenset[str]) -> str:
    """All that stands at the mark: what the template has no field for comes first and last."""
    document = state.document
    values = values_of(document, state.say)
    writing = Writing(state, pages(state, front_height(state)))

    def own_line(name: str) -> str:
        text = values[name]
        if name in asked or not text:
            return ""
        return "".join(writing.one(Paragraph((Span(text),)), Place(name)))

    first = own_line("title") + own_line("invented")
    return first + "".join(writing.all(document.blocks)) + own_line("made")


def _state(file: Any, document: Document, say: Say, styles: Mapping[str, str], page: Page) -> State:
    found = targets(document.blocks)
    root = _numbering(file)
    lists = Numbering(root, looks(root, file.styles.element, styles))
    footnotes = Footnotes(file)
    return State(
        document=document,
        say=say,
        styles=styles,
        page=page,
        targets=found,
        by_id=identified(document.blocks, found),
        told=numbering(document.blocks, say).words,
        numbered=lists.new,
        numbered_in_box=lists.new_in_box,
        link=_linker(lambda: file.part),
        footnotes=footnotes,
        link_below=_linker(lambda: footnotes.part),
        picture=lambda data: str(file.part.get_or_add_image(BytesIO(data))[0]),
        ids=_last_id(file.element),
        drawings=_last_drawing(file.element),
    )


def _put(body: Any, mark: Any | None, text: str) -> None:
    """Put the contents in the place of the mark, or last on the page where there is none."""
    made = list(parse_xml(f"<w:body {SPACES}>{text}</w:body>"))
    if mark is None:
        end = body.find(qn("w:sectPr"))
        place = len(body) if end is None else body.index(end)
    else:
        place = body.index(mark)
        if mark.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is None:
            body.remove(mark)
        else:
            for each in [child for child in mark if child.tag != qn("w:pPr")]:
                mark.remove(each)
    body[place:place] = made


def _notes_above(body: Any, mark: Any | None) -> int:
    """The template's own footnotes before the place of the contents."""
    before = body if mark is None else mark.itersiblings(preceding=True)
    return sum(1 for each in before for _ in each.iter(qn("w:footnoteReference")))


def _page(body: Any, mark: Any | None) -> Page:
    """The room on the pages where the contents stand: of the section that ends next after the mark."""
    after = body if mark is None else [mark, *mark.itersiblings()]
    sections = [each for child in after for each in child.iter(qn("w:sectPr"))]
    sizes = dict(_A4)
    for section in sections[: 1 if mark is not None else None]:
        for name in ("w:pgSz", "w:pgMar"):
            found = section.find(qn(name))
            for key in sizes if found is not None else ():
                given = found.get(qn(f"w:{key}"), "")
                sizes[key] = abs(int(given)) if given.lstrip("-").isdigit() else sizes[key]
    width = sizes["w"] - sizes["left"] - sizes["right"]
    height = sizes["h"] - sizes["top"] - sizes["bottom"]
    return Page(max(width, 2000), max(height, 2000))


def _numbering(file: Any) -> Any:
    """The part with lists, made where the template has none."""
    rels = file.part.rels.values()
    part = next((rel.target_part for rel in rels if rel.reltype == RELATIONSHIP_TYPE.NUMBERING), None)
    if part is None:
        root = parse_xml(f"<w:numbering {SPACES}/>")
        part = NumberingPart(
            PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, root, file.part.package
        )
        file.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
    return part.element


def _linker(part: Callable[[], Any]) -> Callable[[str], str]:
    """Gives each address one name in a part of the file."""
    known: dict[str, str] = {}

    def link(address: str) -> str:
        if address not in known:
            told = quote(address, safe=_SAFE)
            known[address] = part().relate_to(told, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return known[address]

    return link


def _last_id(root: Any) -> int:
    return max((int(each.get(qn("w:id"), "0")) for each in root.iter(qn("w:bookmarkStart"))), default=0)


def _last_drawing(root: Any) -> int:
    return max((int(each.get("id", "0")) for each in root.iter(qn("wp:docPr"))), default=0)
