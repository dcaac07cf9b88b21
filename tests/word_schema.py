"""What ECMA-376 (transitional) says of the order of elements, for the parts of a Word file that we write.

Word repairs or refuses a file where they stand in another order. Written by hand after the standard, so that
the writer is held against something that is not itself; no file of the schema is read. Of settings only the
commonest are known.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any, Final
from xml.etree import ElementTree as ET

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
ORDER: Final = {
    name: words.split()
    for name, words in {
        "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr "
        "suppressLineNumbers pBdr shd "
        "tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi "
        "adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap "
        "jc textDirection "
        "textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
        "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss "
        "imprint noProof "
        "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect "
        "bdr shd fitText "
        "vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
        "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
        "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption "
        "tblDescription tblPrChange",
        "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection "
        "tcFitText vAlign "
        "hideMark",
        "tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
        "tr": "tblPrEx trPr tc",
        "tc": "tcPr p tbl",
        "p": "pPr *",
        "r": "rPr *",
        "pBdr": "top left bottom right between bar",
        "tblBorders": "top left start bottom right end insideH insideV",
        "tcBorders": "top start left bottom end right insideH insideV tl2br tr2bl",
        "tblCellMar": "top start left bottom end right",
        "sdt": "sdtPr sdtEndPr sdtContent",
        "docPartObj": "docPartGallery docPartCategory docPartUnique",
        "numPr": "ilvl numId numberingChange ins",
        "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
        "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
        "num": "abstractNumId lvlOverride",
        "lvlOverride": "startOverride lvl",
        "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
        "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden "
        "unhideWhenUsed qFormat "
        "locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
        "tblStylePr": "pPr rPr tblPr trPr tcPr",
        "styles": "docDefaults latentStyles style",
        "docDefaults": "rPrDefault pPrDefault",
        "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders "
        "lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid "
        "printerSettings sectPrChange",
        "settings": "writeProtection view zoom removePersonalInformation removeDateAndTime mirrorMargins "
        "trackRevisions documentProtection defaultTabStop autoHyphenation "
        "consecutiveHyphenLimit hyphenationZone "
        "doNotHyphenateCaps evenAndOddHeaders characterSpacingControl footnotePr endnotePr "
        "compat docVars rsids "
        "mathPr themeFontLang clrSchemeMapping decimalSymbol listSeparator",
        "font": "altName panose1 charset family notTrueType pitch sig",
        "body": "* sectPr",
    }.items()
}
_ONCE: Final = ("pPr", "rPr", "tblPr", "tcPr", "sectPr", "numPr")
_MANY: Final = frozenset({"headerReference", "footerReference"})


def faults(parts: dict[str, bytes]) -> Iterator[str]:
    """Everything in the parts of a file that the standard forbids, as far as is looked at here."""
    roots = {name: ET.fromstring(data) for name, data in parts.items() if name.endswith((".xml", ".rels"))}
    for name, root in roots.items():
        for element in root.iter():
            yield from (f"{name}: {fault}" for fault in _order(element))
    yield from _names(roots)
    yield from _footnotes(roots)
    yield from _links(parts, roots)
    yield from _types(parts, roots)


def _order(element: Any) -> Iterator[str]:
    tag = element.tag.removeprefix(W)
    if tag not in ORDER or not element.tag.startswith(W):
        return
    order = ORDER[tag]
    places = []
    for child in element:
        name = child.tag.removeprefix(W)
        if name not in order and "*" not in order and tag != "settings":
            yield f"{name} in {tag}"
            continue
        if name in order or tag != "settings":
            places.append(order.index(name) if name in order else order.index("*"))
    if places != sorted(places):
        yield f"order in {tag}: {[child.tag.removeprefix(W) for child in element]}"
    if tag in _ONCE:
        count = Counter(child.tag.removeprefix(W) for child in element)
        yield from (f"{name} twice in {tag}" for name, n in count.items() if n > 1 and name not in _MANY)
    if tag == "tc" and (not len(element) or element[-1].tag != f"{W}p"):
        yield "a cell must end with a paragraph"


def _names(roots: dict[str, Any]) -> Iterator[str]:
    """Everything that is named is there, and nothing has the same name or number as another."""
    document = roots["word/document.xml"]
    styles = {
        (each.get(f"{W}type"), each.get(f"{W}styleId")) for each in roots["word/styles.xml"].iter(f"{W}style")
    }
    for kind, tags in (("paragraph", ("pStyle",)), ("character", ("rStyle",)), ("table", ("tblStyle",))):
        for root in roots.values():
            for tag in tags:
                for each in root.iter(f"{W}{tag}"):
                    if (kind, each.get(f"{W}val")) not in styles:
                        yield f"no style {each.get(f'{W}val')}"
    marks = [each.get(f"{W}name") for each in document.iter(f"{W}bookmarkStart")]
    ids = [each.get(f"{W}id") for each in document.iter(f"{W}bookmarkStart")]
    drawn = [each.get("id") for each in document.iter() if each.tag.endswith("}docPr")]
    for found in (marks, ids, drawn, [id for _, id in styles]):
        yield from (f"{name} twice" for name, n in Counter(found).items() if n > 1)
    yield from (
        f"a long or odd bookmark {name}" for name in marks if not name or len(name) > 40 or " " in name
    )
    if not _nested(document):
        yield "bookmarks that do not close in order"
    wanted = [each.get(f"{W}anchor") for each in document.iter(f"{W}hyperlink") if each.get(f"{W}anchor")]
    codes = [(each.text or "").split() for each in document.iter(f"{W}instrText")]
    wanted += [code[1] for code in codes if code[0] in ("REF", "PAGEREF", "NOTEREF")]
    yield from (f"no bookmark {name}" for name in wanted if name not in marks)
    numbers = roots.get("word/numbering.xml")
    known = {each.get(f"{W}numId") for each in numbers.iter(f"{W}num")} if numbers is not None else set()
    used = {each.get(f"{W}val") for each in document.iter(f"{W}numId")}
    yield from (f"no list {id}" for id in sorted(used - known - {"0"}))
    kinds = [each.get(f"{W}fldCharType") for each in document.iter(f"{W}fldChar")]
    if not kinds.count("begin") == kinds.count("separate") == kinds.count("end"):
        yield "fields that do not end"


def _nested(document: Any) -> bool:
    """Whether each bookmark ends before those that began before it."""
    open: list[str | None] = []
    for each in document.iter():
        if each.tag == f"{W}bookmarkStart":
            open.append(each.get(f"{W}id"))
        elif each.tag == f"{W}bookmarkEnd" and (not open or open.pop() != each.get(f"{W}id")):
            return False
    return not open


def _footnotes(roots: dict[str, Any]) -> Iterator[str]:
    """Each footnote that is referred to is there, once, and the lines that the settings name are drawn."""
    part, settings = roots.get("word/footnotes.xml"), roots["word/settings.xml"]
    asked = [each.get(f"{W}id") for each in roots["word/document.xml"].iter(f"{W}footnoteReference")]
    notes = list(part.iter(f"{W}footnote")) if part is not None else []
    words = [each.get(f"{W}id") for each in notes if each.get(f"{W}type") is None]
    lines = {each.get(f"{W}id"): each.get(f"{W}type") for each in notes if each.get(f"{W}type")}
    yield from (f"footnote {id} twice" for id, n in Counter([*words, *lines]).items() if n > 1)
    if sorted(asked) != sorted(words):
        yield f"footnotes {words}, and references to {asked}"
    named = [each.get(f"{W}id") for each in settings.iter(f"{W}footnote")]
    yield from (f"no line {id} above footnotes" for id in named if id not in lines)
    if notes and not {"separator", "continuationSeparator"} <= set(lines.values()):
        yield "no line above footnotes"
    yield from (f"footnote {each.get(f'{W}id')} is empty" for each in notes if each.find(f"{W}p") is None)


def _links(parts: dict[str, bytes], roots: dict[str, Any]) -> Iterator[str]:
    """Each link of each part leads somewhere, and each that is used is there."""
    for name, root in roots.items():
        if not name.endswith(".rels"):
            continue
        folder, _, file = name.replace("_rels/", "").rpartition("/")
        source = f"{folder}/{file}".removesuffix(".rels").lstrip("/")
        ids = {each.get("Id") for each in root}
        for each in root:
            if each.get("TargetMode") != "External":
                target = each.get("Target", "")
                path = target.lstrip("/") if target.startswith("/") else _joined(folder, target)
                if path not in parts:
                    yield f"{name}: no {path}"
        if source in roots:
            used = {v for e in roots[source].iter() for k, v in e.attrib.items() if k.startswith(R)}
            yield from (f"{source}: no relation {id}" for id in sorted(used - ids))


def _types(parts: dict[str, bytes], roots: dict[str, Any]) -> Iterator[str]:
    """Every part has a type, and every part that has a type of its own is there."""
    root = roots["[Content_Types].xml"]
    endings = {each.get("Extension", "").lower() for each in root if each.get("Extension")}
    own = {each.get("PartName", "").lstrip("/") for each in root if each.get("PartName")}
    for name in parts:
        if (
            name not in own
            and name.rpartition(".")[2].lower() not in endings
            and name != "[Content_Types].xml"
        ):
            yield f"no type for {name}"
    yield from (f"a type for {name}, which is not there" for name in sorted(own - set(parts)))


def _joined(folder: str, target: str) -> str:
    found = [each for each in folder.split("/") if each]
    for step in target.split("/"):
        if step == "..":
            found.pop()
        else:
            found.append(step)
    return "/".join(found)
