"""Notes: front matter, headings, and where they stand."""

import pytest

from byvekst_cli.finding import Place
from byvekst_cli.source.markdown import read_markdown

NOTE = """---
sak: "2/24"
tittel: Årsbudsjett
---
# Årsbudsjett

## Kva saka gjeld

```
# ikkje ei overskrift
```

Vurdering
---------

### Økonomi ###
"""


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_front_matter_and_headings_stand_where_they_are(ending: str) -> None:
    """Keys have their lines in the whole file, and headings their level, text and line."""
    document = read_markdown("sak/1/notat-ku.md", NOTE.replace("\n", ending))

    assert document.flaws == ()
    assert document.data == {"sak": "2/24", "tittel": "Årsbudsjett"}
    assert document.locate(Place("", ("tittel",))).line == 3
    assert [(h.level, h.text, document.span(h.start, h.end).line) for h in document.headings] == [
        (1, "Årsbudsjett", 5),
        (2, "Kva saka gjeld", 7),
        (2, "Vurdering", 13),
        (3, "Økonomi", 16),
    ]


def test_a_flaw_in_front_matter_stands_in_the_whole_file() -> None:
    """Offsets of the YAML are moved to where the YAML begins."""
    document = read_markdown("n.md", "---\nsak: 1\nsak: 2\n---\n")

    assert [(f.slug, document.span(f.start, f.end).line) for f in document.flaws] == [("duplicate-key", 3)]


@pytest.mark.parametrize(
    "text", ["", "---", "---\n---\n", "---\n- a\n---\n", "# a\n---\n", "---\n\n---\n# a"]
)
def test_odd_notes_end_in_flaws(text: str) -> None:
    """No note makes the reader fail."""
    document = read_markdown("n.md", text)

    assert document.flaws
