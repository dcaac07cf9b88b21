"""A document with everything that one can hold, for tests of what is written from it."""

import zipfile
import zlib
from io import BytesIO
from struct import pack

from byvekst_cli.render.tree import (
    Block,
    Box,
    Code,
    Contents,
    Document,
    Fact,
    Figure,
    Heading,
    Image,
    Item,
    Items,
    Line,
    Made,
    NewPage,
    Paragraph,
    Quote,
    Span,
    Table,
)

MADE = Made(
    area="bergen",
    as_of="2026-11-23",
    whole="3f2a9c01d4e5b6a7",
    version="0.1.0",
    revision="1a2b3c4d5e",
    hashes={"prosjekt/bg-syk-002.yaml": "aa11", "møter/2026-12/møte.yaml#sak-3": "bb22"},
    asked={"meeting": "2026-12"},
)


def line(text: str) -> Line:
    return (Span(text),)


def words(text: str) -> Paragraph:
    return Paragraph(line(text))


def listed(*texts: str, ordered: bool = False, start: int = 1) -> Items:
    return Items(tuple(Item((words(text),)) for text in texts), ordered=ordered, start=start)


def png(width: int = 60, height: int = 30) -> bytes:
    """A grey picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\xb0" * width for _ in range(height))
    head = pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def document(*blocks: Block, language: str = "nb", **more: object) -> Document:
    """A document of these blocks."""
    facts: dict[str, object] = {"subtitle": None, "sender": "Sekretariatet", "dated": "23. november 2026"}
    pictures = {"kostnad": Image(png(), 12, 6), "logo": Image(png(30, 30), 2, 2)}
    return Document("pack", "Møtepapirer", language, blocks, MADE, pictures=pictures, **(facts | more))  # type: ignore[arg-type]


def case(number: int, rows: int) -> tuple[Block, ...]:
    """A case as it stands in a pack: a box, text, lists, a table and a figure."""
    budget = Table(
        head=tuple(map(line, ("Prosjekt", "2026", "2027", "Sum"))),
        rows=(
            *((line(f"BG-SYK-{row:03} Sykkelveg langs elva"), line("3,5"), line("ukjent"), line("1 234,5"))
              for row in range(1, rows)),
            tuple(map(line, ("Sum", "100,0", "90,0", "12 345,6"))),
        ),
        caption=line("Årsbudsjett, mill. 2026-kroner"),
        id=f"budsjett-{number}",
        numbers=(1, 2, 3),
        has_sum=True,
    )  # fmt: skip
    facts = Box(
        "Kort om saken",
        (
            Fact("Det bes om", (words("Å omdisponere 12,5 mill. kr innen 23. november 2026, jf. § 3."),)),
            Fact("Prosjekter", (listed("BG-SYK-002 Sykkelstamveg", "BG-KOL-011 Bybanen"),)),
            Fact("Kostnad", (words("214,9 mill. kr"), words("Av dette 12 345 678 kr fra staten"))),
        ),
    )
    deep = Items((
        Item((words("Første"), Items((Item((words("Under"), listed("Tredje nivå"))),)), words("Mer om det"))),
        Item((words("Andre"),)),
    ))  # fmt: skip
    numbered = Items(
        (Item((words("Én"), listed("a", "b", ordered=True))), Item((words("To"),))), ordered=True
    )
    said = Paragraph((
        Span("Behandlet "), Span("23. november 2026", strong=True), Span(", se "),
        Span("", refers=f"budsjett-{number}"),
        Span(", "), Span("", refers=f"figur-{number}"), Span(" og «"), Span("", refers=f"vurdering-{number}"),
        Span("». "), Span("Miljøløftet", link="https://miljoloftet.no/", emphasis=True), Span(". "),
        Span("Dette er ikkje på bokmål.", language="nn"), Span(" Koden "), Span("x-1 = 2", code=True),
    ))  # fmt: skip
    return (
        Heading(1, line(f"Sak {number}/26 Rullering av handlingsprogrammet"), f"sak-{number}"),
        facts,
        Heading(2, line("Bakgrunn"), f"bakgrunn-{number}"),
        said,
        deep,
        numbered,
        words("En liste fra fire:"),
        listed("Fire", "Fem", ordered=True, start=4),
        Quote((words("Styringsgruppen ber om en vurdering."),)),
        budget,
        Heading(3, line("Vurdering"), f"vurdering-{number}"),
        words("Byen vokser, og bilene skal ikke bli flere. " * 12),
        Code("a = 1\n  b = 2"),
        Paragraph(line("This paragraph is in English."), language="en"),
        Figure("kostnad", "Stolper som viser kostnad år for år.", line("Kostnad per år"), f"figur-{number}"),
    )


def rich(language: str = "nb", *, cases: int = 2, rows: int = 5, pictures: int = 0) -> Document:
    """A pack with cases, a long table and more pictures."""
    long = Table(
        tuple(map(line, ("Id", "Prosjekt", "Fase", "Ansvarlig", "2026", "2027", "Merknad"))),
        tuple(
            tuple(map(line, (f"BG-KOL-{row:03}", "Kollektivfelt mellom Danmarks plass og Minde", "byggeplan",
                             "Vestland fylkeskommune", "12,5", "1 214,9", "Avventer grunnerverv; overføres")))
            for row in range(60)
        ),
        caption=line("Alle prosjekter"),
        numbers=(4, 5),
    )  # fmt: skip
    return document(
        Contents(),
        NewPage(),
        *(block for number in range(1, cases + 1) for block in case(number, rows)),
        Heading(1, line("Vedlegg"), "vedlegg"),
        long,
        Figure("logo", ""),
        *(Figure("kostnad", f"Figur {at}.", line(f"Kostnad {at}"), f"mer-{at}") for at in range(pictures)),
        Figure("borte", "Et bilde som ikke er tegnet.", line("Borte")),
        language=language,
        subtitle="Byvekstavtalen for Bergensområdet",
        invented="Illustrasjon: minst ett av tallene er funnet på.",
    )


def parts(data: bytes) -> dict[str, bytes]:
    """What is in a file, by path."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
