"""Pictures, never wider than the page, with words for those who do not see."""

from collections.abc import Iterator
from typing import Final

from byvekst_cli.render.tree import Figure, Image, Span
from byvekst_cli.render.word.captions import caption
from byvekst_cli.render.word.spans import runs
from byvekst_cli.render.word.state import Place, State
from byvekst_cli.render.word.xml import escaped, on, run

_CM: Final = 360_000
_TWIP: Final = 635
_TALLEST: Final = 0.82
"""Of the page, so that the caption has room below."""
_DECORATIVE: Final = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)


def figure(block: Figure, state: State, place: Place) -> Iterator[str]:
    """A picture and its caption; its words where there is no picture."""
    image = state.document.pictures.get(block.name)
    has_caption = bool(block.caption)
    keep = {"keepNext": on("keepNext")} if has_caption else {}
    if image is None:
        line = (Span(block.alternative, emphasis=True),)
        yield state.paragraph(runs(line, state, place.language), "body", **keep)
    else:
        yield state.paragraph(run(_drawing(block, image, state, place)), "figure", **keep)
    if has_caption:
        yield caption(block, state, place, above=False)


def _drawing(block: Figure, image: Image, state: State, place: Place) -> str:
    state.drawings += 1
    number, name = state.drawings, escaped(block.name)
    size = 'cx="{}" cy="{}"'.format(*_size(image, state, place))
    words = f'descr="{escaped(block.alternative)}"' if block.alternative else 'descr=""'
    inside = "" if block.alternative else _DECORATIVE
    link = state.picture(image.png)
    return (
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="{number}" name="{name}" {words}>{inside}</wp:docPr><wp:cNvGraphicFramePr>'
        '<a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="{name}" {words}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{link}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


def _size(image: Image, state: State, place: Place) -> tuple[int, int]:
    """Width and height in EMU, smaller where the page is."""
    wide, high = max(image.width, 0.1) * _CM, max(image.height, 0.1) * _CM
    room = (state.page.width - place.indent) * _TWIP, state.page.height * _TALLEST * _TWIP
    share = min(1.0, room[0] / wide, room[1] / high)
    return round(wide * share), round(high * share)
