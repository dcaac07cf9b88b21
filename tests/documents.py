"""A document with everything that there is in documents, and one of a real area."""

import base64
from datetime import date
from pathlib import Path

from byvekst_cli.language import Say
from byvekst_cli.render.kinds import KINDS
from byvekst_cli.render.make import Ordered, make, with_words
from byvekst_cli.render.parse import document_blocks
from byvekst_cli.render.tree import Document, Image, Made
from byvekst_cli.source.load import load
from byvekst_cli.source.tree import Folder
from conftest import ROOT

DAY = date(2026, 11, 23)
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
EVERYTHING = """
# Årsbudsjett 2027

<!-- contents -->

## Hva saken gjelder

Se [](#penger), [](#bilde) og [](#vedtak). Kostnaden er 12 345,6 mill. kr per 1. januar 2027.

<div class="box" title="Kort om saken">

- **Type sak:** vedtak
- **Prosjekter:** Bybanen og **sykkelvegen**

</div>

### Økonomi {#oekonomi}

<!-- table: penger | Penger etter kilde (mill. kr) | sum -->

| Kilde | 2026 | 2027 |
| --- | ---: | ---: |
| Stat | 10,5 | 20 |
|  | 1 | ukjent |
| Sum | 11,5 | 20 |

![En søyle som vokser](picture:bilde "Utviklingen"){#bilde}

<!-- new page -->

## Vedtak

> Det som er sagt før.

1. Første punkt
2. Andre punkt med [lenke](https://lovdata.no/) og `kode`
   - et underpunkt

<div lang="nn">

Dette avsnittet er på nynorsk.

</div>

Et ord på <span lang="en">English</span> midt i.

```
fast tekst
```
"""


def everything(language: str = "nb", said: str = EVERYTHING) -> Document:
    """The document in a language; the words stay what they are."""
    parsed = document_blocks(said, {})
    made = Made(
        "bergen", DAY.isoformat(), "3f2a9c0112345678", "0.1.0", "f" * 40, {"prosjekt/a.yaml": "1" * 16}
    )
    return with_words(
        Document(
            kind="project-sheet",
            title=parsed.title,
            language=language,
            blocks=parsed.blocks,
            made=made,
            subtitle="Sak 2/27",
            sender="Miljøløftet",
            dated="23. november 2026",
            invented="Illustrasjon: minst ett av tallene er funnet på.",
            pictures={"bilde": Image(PNG, 12.0, 6.0)},
        )
    )


def sheet(area: str, id: str, language: str = "nb", root: Path | None = None) -> Document:
    """The sheet of a project."""
    folder = root or ROOT / "examples" / area
    order = Ordered(load(Folder(folder), DAY).area, folder, Say(language))
    return make(KINDS["project-sheet"], {"id": id}, order).document
