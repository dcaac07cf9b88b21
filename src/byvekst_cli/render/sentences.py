"""The sentences that templates may ask for by name: what is worked out → a list of sentences."""

from collections.abc import Mapping
from typing import Final

from byvekst_cli.language import Say
from byvekst_cli.render.registry import imported

SENTENCES: Final[Mapping[str, str]] = {
    "goal-formal": "report.goal_document:formal",
    "goal-statistical": "report.goal_document:statistical",
    "goal-levels": "report.goal_document:levels",
    "goal-political": "report.goal_document:political",
    "goal-joint": "report.goal_document:joint",
    "roles-tasks": "report.roles_booklet:told",
    "goal-ahead": "report.goal_document:ahead",
}
"""Name → `room.module:function`, called as `function(figures, say)`."""


def sentences(name: str, figures: object, say: Say) -> tuple[str, ...]:
    """The sentences of a name. Raises KeyError where there is no such name."""
    return tuple(imported(SENTENCES[name])(figures, say))
