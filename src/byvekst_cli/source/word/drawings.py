"""Pictures, text boxes and other drawings in a run."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element

from byvekst_cli.source.word.letters import plain, seen
from byvekst_cli.source.word.note import Picture
from byvekst_cli.source.word.package import Link

_WANTED: Final = frozenset({"w:txbxContent", "a:blip", "v:imagedata", "a:graphicData"})
_OTHERS: Final = (("/chart", "chart"), ("/chartex", "chart"), ("/diagram", "smart-art"))


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a drawing has: pictures, the contents of text boxes, and what cannot be carried, with its name."""

    pictures: tuple[Picture, ...]
    boxes: tuple[Element, ...]
    lost: tuple[tuple[str, str], ...]


def drawn(element: Element, links: Mapping[str, Link]) -> Drawn:
    """What is in a drawing, old or new in form."""
    alternative = _alternative(element)
    found = list(_outermost(element))
    boxes = tuple(each for each in found if each.tag == "w:txbxContent")
    pictures, lost = [], []
    for each in found:
        kind = next((what for end, what in _OTHERS if each.get("uri", "").endswith(end)), None)
        if kind is not None:
            lost.append((kind, alternative or ""))
        if each.tag not in ("a:blip", "v:imagedata"):
            continue
        link = links.get(each.get("r:embed") or each.get("r:id") or each.get("r:link") or "")
        if link is None or link.is_outside:
            lost.append(("linked-picture", link.target if link else alternative or ""))
        else:
            pictures.append(Picture(link.target, alternative))
    if element.tag == "w:object":
        return Drawn((), boxes, (("object", alternative or ""),))
    if not pictures and not boxes and not lost:
        lost.append(("shape", alternative or _written(element)))
    return Drawn(tuple(pictures), boxes, tuple(lost))


def _outermost(element: Element) -> Iterator[Element]:
    """What is looked for, but nothing inside a text box: that is read with the box."""
    for child in element:
        if child.tag in _WANTED:
            yield child
        if child.tag != "w:txbxContent":
            yield from _outermost(child if child.tag != "mc:AlternateContent" else chosen(child))


def chosen(alternatives: Element) -> Element:
    """The newer of two forms of the same; what has neither is empty."""
    found = alternatives.find("mc:Choice")
    found = alternatives.find("mc:Fallback") if found is None else found
    return Element("empty") if found is None else found


def _alternative(element: Element) -> str | None:
    """The words for those who do not see it; None where it is marked as there for looks alone."""
    facts = next(element.iter("wp:docPr"), None)
    if facts is not None:
        if any(each.get("val") in ("1", "true") for each in facts.iter("adec:decorative")):
            return None
        return _clean(facts.get("descr") or facts.get("title") or "")
    shapes = (shape.get("alt") for shape in element.iter() if str(shape.tag).startswith("v:"))
    return _clean(next((text for text in shapes if text), ""))


def _clean(text: str) -> str:
    return " ".join(seen(plain(text))[0].split())


def _written(element: Element) -> str:
    """What a decorated text says."""
    return next((path.get("string", "") for path in element.iter("v:textpath")), "")
