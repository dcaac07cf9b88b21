"""Pictures of values: what each criterion gives with one profile, or which places there can be with all."""

from pathlib import Path

from byvekst_cli.cli.opening import Opened
from byvekst_cli.cli.saving import save_bytes
from byvekst_cli.cli.words import Words
from byvekst_cli.pack.scores import Scores
from byvekst_cli.report.scores import common_notes, title_of


def save_score_chart(path: Path, told: Scores, profile: str | None, found: Opened, words: Words) -> None:
    """Draw the values. Raises WrongUse where the file cannot or must not be written."""
    from byvekst_cli.draw.picture import png, svg
    from byvekst_cli.draw.score_parts import score_parts
    from byvekst_cli.draw.score_ranks import score_ranks

    area, say = found.loaded.area, found.say
    title, marks = title_of(area, told, say), common_notes(told, say)
    if profile is None:
        picture = score_ranks(told, title, marks, say)
    else:
        picture = score_parts(told, next(iter(told.sets)), title, marks, say)
    data = png(picture) if path.suffix.lower() == ".png" else svg(picture)
    save_bytes(path, data, [found.root / name for name in found.loaded.documents], words)
