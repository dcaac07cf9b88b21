"""How long it takes to write a document as Word, and how that grows: `python benchmarks/word.py`.

A pack of 12 cases with 40 projects and 20 pictures, and of two and four times as much.
"""

import statistics
import time
from struct import pack
from zlib import compress, crc32

from byvekst_cli.render.tree import (
    Block,
    Box,
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
    Paragraph,
    Span,
    Table,
)
from byvekst_cli.render.word.write import word

ROUNDS = 3
CASES, PROJECTS, PICTURES = 12, 40, 20
TEXT = "Byen vokser, og biltrafikken skal ikke øke. Det er satt av 12,5 mill. kr til BG-SYK-002 i 2027. " * 6


def line(text: str) -> Line:
    return (Span(text),)


def picture(number: int) -> Image:
    """A picture of 1600 × 800 pixels that no other is like."""
    rows = b"".join(
        b"\0" + bytes((number * 7 + at // 8 * row) % 256 for at in range(1600)) for row in range(800)
    )
    head = pack(">IIBBBBB", 1600, 800, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", compress(rows, 1)), (b"IEND", b""))
    body = (pack(">I", len(data)) + kind + data + pack(">I", crc32(kind + data)) for kind, data in chunks)
    return Image(b"\x89PNG\r\n\x1a\n" + b"".join(body), 16, 8)


def case(number: int) -> tuple[Block, ...]:
    """A box, and three pages of text, lists and a table."""
    rows = tuple(
        tuple(map(line, (f"BG-SYK-{row:03}", "Sykkelveg langs elva", "12,5", "1 214,9"))) for row in range(15)
    )
    parts: list[Block] = []
    for part in range(6):
        parts += [Heading(2, line(f"Del {part}"), f"del-{number}-{part}")]
        parts += [Paragraph(line(TEXT)) for _ in range(3)]
        parts += [Items(tuple(Item((Paragraph(line("Et punkt om saken")),)) for _ in range(4)))]
    facts = tuple(Fact(f"Opplysning {at}", (Paragraph(line("214,9 mill. kr")),)) for at in range(10))
    head = tuple(map(line, ("Id", "Prosjekt", "2026", "Sum")))
    return (
        Heading(1, line(f"Sak {number}/26"), f"sak-{number}"),
        Box("Kort om saken", facts),
        *parts,
        Table(head, rows, caption=line("Prosjekter"), id=f"t-{number}", numbers=(2, 3)),
    )


def document(times: int, images: list[Image]) -> Document:
    """The pack, so many times as large."""
    sheets = tuple(
        block
        for number in range(PROJECTS * times)
        for block in (
            Heading(1, line(f"Prosjekt {number}"), f"prosjekt-{number}"),
            Box("Kort om prosjektet", (Fact("Kostnad", (Paragraph(line("12 mill. kr")),)),)),
            Paragraph(line(TEXT)),
        )
    )
    pictures = {f"p{number}": images[number] for number in range(PICTURES * times)}
    figures = (Figure(name, "Kostnad år for år", line("Kostnad"), name) for name in pictures)
    cases = (block for number in range(CASES * times) for block in case(number))
    made = Made(
        "bergen", "2026-11-23", "0" * 16, "0.1.0", hashes={f"sak/{n}": "0" * 16 for n in range(200 * times)}
    )
    return Document(
        "pack", "Sakspakke", "nb", (Contents(), *cases, *sheets, *figures), made, pictures=pictures
    )


def main() -> None:
    """Medians, and how they grow."""
    images = [picture(number) for number in range(PICTURES * 4)]
    word(document(1, images))
    medians = []
    for times in (1, 2, 4):
        wanted = document(times, images)
        took = []
        for _ in range(ROUNDS):
            started = time.perf_counter()
            data = word(wanted)
            took.append(time.perf_counter() - started)
        medians.append(statistics.median(took))
        print(f"{CASES * times} cases: {medians[-1]:.2f} s, {len(data) / 1e6:.1f} MB")
    print(f"four times as much takes {medians[2] / medians[0]:.1f} times as long")


if __name__ == "__main__":
    main()
