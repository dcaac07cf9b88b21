"""Make the Word template that ships: `templates/document.docx`, the same bytes each time.

`--check` only compares. People change a copy of it in Word; nothing here is needed for that.
"""

import sys
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Final

PATH: Final = Path(__file__).resolve().parent.parent / "templates/document.docx"
W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
DARK, GREY, FILL, RULE, WARM = "1B3A57", "4A5560", "EDF2F6", "8FA0AE", "FFF4D6"
MARGIN, WIDTH = 1417, 9072
"""Twips: 2.5 cm on each side of an A4 page, and the 16 cm between."""


def style(
    name: str,
    id: str,
    *,
    kind: str = "paragraph",
    based: str = "Normal",
    after: str = "",
    paragraph: str = "",
    run: str = "",
    rest: str = "",
    is_own: bool = False,
) -> str:
    """A style, with its parts in the order of the schema."""
    own = ' w:customStyle="1"' if is_own else ""
    return (
        f'<w:style w:type="{kind}"{own} w:styleId="{id}"><w:name w:val="{name}"/>'
        + (f'<w:basedOn w:val="{based}"/>' if based else "")
        + (f'<w:next w:val="{after}"/>' if after else "")
        + "<w:qFormat/>"
        + (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "")
        + (f"<w:rPr>{run}</w:rPr>" if run else "")
        + f"{rest}</w:style>"
    )


def size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def colour(value: str) -> str:
    return f'<w:color w:val="{value}"/>'


def space(before: int, after: int, line: int | None = None) -> str:
    lines = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{lines}/>'


def heading(level: int, half_points: int, before: int, after: int, tone: str = DARK) -> str:
    return style(
        f"heading {level}",
        f"Heading{level}",
        after="Normal",
        paragraph="<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/>"
        f'{space(before, after, 259)}<w:outlineLvl w:val="{level - 1}"/>',
        run=f"<w:b/><w:bCs/>{colour(tone)}{size(half_points)}",
    )


def contents(level: int, indent: int, before: int) -> str:
    return style(
        f"toc {level}",
        f"TOC{level}",
        after="Normal",
        paragraph=f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{WIDTH}"/></w:tabs>'
        f'{space(before, 40)}<w:ind w:left="{indent}"/>',
        run="<w:b/><w:bCs/>" if level == 1 else "",
    )


def edges(name: str, *sides: str) -> str:
    return f"<w:{name}>{''.join(sides)}</w:{name}>"


def edge(side: str, size: int, colour: str, space: int = 0) -> str:
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'


def box(name: str, id: str, more: str, run: str = "", *, keep: bool = False) -> str:
    """Shaded, with a bar on the left; the same edge for all, so that they stand as one."""
    return style(
        name,
        id,
        is_own=True,
        paragraph=("<w:keepNext/>" if keep else "")
        + "<w:keepLines/>"
        + edges(
            "pBdr",
            edge("top", 4, FILL, 3),
            edge("left", 24, DARK, 8),
            edge("bottom", 4, FILL, 3),
            edge("right", 4, FILL, 5),
        )
        + f'<w:shd w:val="clear" w:color="auto" w:fill="{FILL}"/>{more}',
        run=run,
    )


def styles() -> str:
    """All styles that the tool writes with, and what they are based on."""
    return (
        f'{HEAD}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>'
        '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'
        f'{size(21)}<w:lang w:val="nb-NO" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f"<w:pPrDefault><w:pPr>{space(0, 140, 281)}</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        "<w:pPr><w:widowControl/><w:suppressAutoHyphens/></w:pPr></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
        + "".join((*_texts(), *_fronts(), *_lists(), *_boxes(), *_tables(), *_letters()))
        + "</w:styles>"
    )


def _texts() -> tuple[str, ...]:
    bar = edges("pBdr", edge("left", 12, RULE, 10))
    return (
        heading(1, 32, 340, 120),
        heading(2, 26, 260, 80),
        heading(3, 23, 220, 70),
        heading(4, 21, 220, 60, GREY),
        style("Quote", "Quote", paragraph=f'{bar}<w:ind w:left="397" w:right="397"/>', run=colour(GREY)),
        style(
            "caption",
            "Caption",
            after="Normal",
            paragraph=f"<w:keepLines/>{space(160, 80, 252)}",
            run=f"{colour(DARK)}{size(19)}",
        ),
        style("Byvekst figur", "ByvekstFigur", is_own=True, paragraph=f"<w:keepNext/>{space(160, 40, 240)}"),
        style(
            "Byvekst kode",
            "ByvekstKode",
            is_own=True,
            paragraph=f'{space(60, 140, 240)}<w:ind w:left="284"/>',
            run='<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>' + size(18),
        ),
    )


def _fronts() -> tuple[str, ...]:
    """What stands on the first page and in the margins."""
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{WIDTH}"/></w:tabs>'
    small = f"{colour(GREY)}{size(17)}"
    return (
        style(
            "Title",
            "Title",
            after="Subtitle",
            paragraph=f"<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/>{space(120, 80, 247)}",
            run=f"<w:b/><w:bCs/>{colour(DARK)}{size(46)}",
        ),
        style(
            "Subtitle",
            "Subtitle",
            after="Normal",
            paragraph=f"<w:keepLines/>{space(0, 60, 252)}",
            run=f"{colour(GREY)}{size(27)}",
        ),
        style("Date", "Date", after="Normal", paragraph=space(0, 240), run=colour(GREY)),
        style("header", "Header", paragraph=f"{tab}{space(0, 0, 240)}", run=small),
        style("footer", "Footer", paragraph=f"{tab}{space(0, 0, 240)}", run=small),
        style(
            "Byvekst avsender",
            "ByvekstAvsender",
            is_own=True,
            paragraph=space(0, 0, 240),
            run=f"<w:b/><w:bCs/>{colour(DARK)}{size(22)}",
        ),
        style(
            "Byvekst oppdiktet",
            "ByvekstOppdiktet",
            is_own=True,
            paragraph="<w:keepLines/>"
            + edges(
                "pBdr",
                edge("top", 6, "B58900", 5),
                edge("left", 6, "B58900", 5),
                edge("bottom", 6, "B58900", 5),
                edge("right", 6, "B58900", 5),
            )
            + f'<w:shd w:val="clear" w:color="auto" w:fill="{WARM}"/>{space(120, 200)}'
            + '<w:ind w:left="113" w:right="113"/>',
            run="<w:b/><w:bCs/>",
        ),
        style(
            "Byvekst laget av",
            "ByvekstLagetAv",
            is_own=True,
            paragraph="<w:keepLines/>" + edges("pBdr", edge("top", 4, RULE, 6)) + space(320, 0, 252),
            run=f"{colour(GREY)}{size(16)}",
        ),
    )


def _lists() -> tuple[str, ...]:
    tight = f"{space(0, 70)}"
    return (
        style("List Bullet", "ListBullet", paragraph=tight),
        style("List Number", "ListNumber", paragraph=tight),
        style("List Continue", "ListContinue", paragraph=tight),
        style(
            "TOC Heading",
            "TOCHeading",
            after="Normal",
            paragraph=f"<w:keepNext/>{space(360, 120)}",
            run=f"<w:b/><w:bCs/>{colour(DARK)}{size(28)}",
        ),
        contents(1, 0, 100),
        contents(2, 284, 0),
        contents(3, 567, 0),
    )


def _boxes() -> tuple[str, ...]:
    hang = (
        '<w:tabs><w:tab w:val="left" w:pos="2665"/></w:tabs>{}'
        '<w:ind w:left="2665" w:right="113" w:hanging="2495"/>'
    )
    return (
        box("Byvekst boks", "ByvekstBoks", hang.format(space(0, 0, 288))),
        box(
            "Byvekst bokstittel",
            "ByvekstBokstittel",
            f'{space(120, 0, 300)}<w:ind w:left="170" w:right="113"/>',
            f"{colour(DARK)}{size(23)}",
            keep=True,
        ),
        box(
            "Byvekst boksliste", "ByvekstBoksliste", f'{space(0, 0, 288)}<w:ind w:left="2665" w:right="113"/>'
        ),
    )


def _tables() -> tuple[str, ...]:
    rules = edges("tblBorders", edge("top", 8, DARK), edge("bottom", 8, DARK), edge("insideH", 4, "C3CDD5"))
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 40), ("left", 85), ("bottom", 40), ("right", 85))
    )
    first = (
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr>'
        + edges("tcBorders", edge("bottom", 8, DARK))
        + '<w:shd w:val="clear" w:color="auto" w:fill="DCE5EC"/><w:vAlign w:val="bottom"/></w:tcPr>'
        "</w:tblStylePr>"
    )
    last = (
        '<w:tblStylePr w:type="lastRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr>'
        + edges("tcBorders", edge("top", 8, DARK))
        + "</w:tcPr></w:tblStylePr>"
    )
    left = '<w:suppressAutoHyphens w:val="0"/>'
    return (
        style(
            "Byvekst tabell",
            "ByvekstTabell",
            kind="table",
            based="TableNormal",
            is_own=True,
            rest=f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{rules}<w:tblCellMar>{margins}</w:tblCellMar>'
            f"</w:tblPr>{first}{last}",
        ),
        style(
            "Byvekst tabelltekst",
            "ByvekstTabelltekst",
            is_own=True,
            paragraph=f"{left}{space(0, 0, 252)}",
            run=size(18),
        ),
        style("footnote text", "FootnoteText", paragraph=space(0, 40, 240), run=size(18)),
        style(
            "Byvekst tabellhode",
            "ByvekstTabellhode",
            based="ByvekstTabelltekst",
            is_own=True,
            paragraph="<w:keepNext/>",
            run=f"<w:b/><w:bCs/>{colour(DARK)}",
        ),
    )


def _letters() -> tuple[str, ...]:
    font = "DefaultParagraphFont"
    return (
        style(
            "Hyperlink",
            "Hyperlink",
            kind="character",
            based=font,
            run=f'{colour("0B4F8A")}<w:u w:val="single"/>',
        ),
        style(
            "footnote reference",
            "FootnoteReference",
            kind="character",
            based=font,
            run='<w:vertAlign w:val="superscript"/>',
        ),
        style("Strong", "Strong", kind="character", based=font, run="<w:b/><w:bCs/>"),
        style("Emphasis", "Emphasis", kind="character", based=font, run="<w:i/><w:iCs/>"),
        style(
            "Byvekst tegn",
            "ByvekstTegn",
            kind="character",
            based=font,
            is_own=True,
            run='<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>',
        ),
    )


def paragraph(style: str, *texts: str, more: str = "") -> str:
    runs = "".join(
        "<w:r><w:tab/></w:r>" if text == "\t" else f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
        for text in texts
    )
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{runs}</w:p>'


def document() -> str:
    """The page: what stands first, and the mark for the contents."""
    fields = (
        ("Title", "title"),
        ("Subtitle", "subtitle"),
        ("Date", "dated"),
        ("ByvekstOppdiktet", "invented"),
        ("Normal", "contents"),
        ("ByvekstLagetAv", "made"),
    )
    body = "".join(paragraph(style, f"{{{{ {field} }}}}") for style, field in fields)
    margins = (
        f'w:top="1531" w:right="{MARGIN}" w:bottom="1417" w:left="{MARGIN}" w:header="680" w:footer="567"'
    )
    return (
        f'{HEAD}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}<w:sectPr>'
        '<w:headerReference w:type="default" r:id="rId4"/><w:headerReference w:type="first" r:id="rId5"/>'
        '<w:footerReference w:type="default" r:id="rId6"/><w:footerReference w:type="first" r:id="rId6"/>'
        f'<w:pgSz w:w="11906" w:h="16838"/><w:pgMar {margins} w:gutter="0"/><w:cols w:space="708"/>'
        "<w:titlePg/></w:sectPr></w:body></w:document>"
    )


def margin(tag: str, *paragraphs: str) -> str:
    return f'{HEAD}<w:{tag} xmlns:w="{W}" xmlns:r="{R}">{"".join(paragraphs)}</w:{tag}>'


def parts() -> dict[str, str]:
    """Every part by its path, in the order that they are packed."""
    rule = edges("pBdr", edge("bottom", 4, RULE, 4))
    kinds = {
        "document": "document.main",
        "styles": "styles",
        "settings": "settings",
        "fontTable": "fontTable",
        "header1": "header",
        "header2": "header",
        "footer1": "footer",
    }
    links_space = f"{PACKAGE}/relationships"
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{R}/{kind}" Target="{name}.xml"/>'
        for number, (name, kind) in enumerate(
            (
                ("styles", "styles"),
                ("settings", "settings"),
                ("fontTable", "fontTable"),
                ("header1", "header"),
                ("header2", "header"),
                ("footer1", "footer"),
            ),
            1,
        )
    )
    return {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{links_space}">'
        f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": document(),
        "word/_rels/document.xml.rels": f'{HEAD}<Relationships xmlns="{links_space}">{links}</Relationships>',
        "word/styles.xml": styles(),
        "word/settings.xml": settings(),
        "word/fontTable.xml": fonts(),
        "word/header1.xml": margin(
            "hdr", paragraph("Header", "{{ sender }}"), paragraph("Header", "{{ title }}", more=rule)
        ),
        "word/header2.xml": margin("hdr", paragraph("ByvekstAvsender", "{{ sender }}")),
        "word/footer1.xml": margin("ftr", paragraph("Footer", "{{ dated }}", "\t", "{{ page }}")),
    }


def settings() -> str:
    return (
        f'{HEAD}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>'
        '<w:autoHyphenation/><w:consecutiveHyphenLimit w:val="2"/><w:hyphenationZone w:val="357"/>'
        '<w:doNotHyphenateCaps/><w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        'w:val="15"/></w:compat><w:themeFontLang w:val="nb-NO"/><w:decimalSymbol w:val=","/>'
        '<w:listSeparator w:val=";"/></w:settings>'
    )


def fonts() -> str:
    """What may stand in for a font where it is not."""
    found = (
        ("Arial", "Liberation Sans", "swiss", "variable"),
        ("Courier New", "Liberation Mono", "modern", "fixed"),
    )
    return (
        f'{HEAD}<w:fonts xmlns:w="{W}">'
        + "".join(
            f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="00"/>'
            f'<w:family w:val="{family}"/><w:pitch w:val="{pitch}"/></w:font>'
            for name, other, family, pitch in found
        )
        + "</w:fonts>"
    )


def packed() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in parts().items():
            info = zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0))
            info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 0
            archive.writestr(info, text.encode())
    return out.getvalue()


def main() -> int:
    """Write or compare; 1 when it differs."""
    if "--check" not in sys.argv[1:]:
        PATH.write_bytes(packed())
        return 0
    with zipfile.ZipFile(PATH) as archive:
        same = {name: archive.read(name).decode() for name in archive.namelist()} == parts()
    if not same:
        print(f"{PATH.name} is not what tools/word_template.py makes")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
