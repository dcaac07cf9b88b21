"""The mark of what nobody knows, in pictures of values."""

from byvekst_cli.language import Say
from byvekst_cli.pack.scores import Row, Scores


def marked(text: str, row: Row) -> str:
    """With `?` where an effect is unknown or missing."""
    return text if row.scored.is_whole else f"{text} ?"


def unknown_notes(found: Scores, say: Say) -> list[str]:
    """What the mark means, where it stands."""
    return [] if all(row.scored.is_whole for row in found.rows) else [say("score-unknown-note")]
