"""Which posts count for a project: those of its line in the programme, or else its sheet's own."""

from collections.abc import Mapping
from dataclasses import dataclass

from byvekst_cli.area import Record
from byvekst_cli.finding import Place
from byvekst_cli.model.block import Block
from byvekst_cli.model.funding import Post
from byvekst_cli.model.programme import Programme
from byvekst_cli.model.project import Project


@dataclass(frozen=True, slots=True)
class PostAt:
    """A post and where it stands; `steps` are the attributes that lead to it."""

    post: Post
    record: Record[Block]
    steps: tuple[str | int, ...]

    def at(self, *attributes: str | int) -> Place:
        """The place of a value in the post."""
        return self.record.at(*self.steps, *attributes)


Posts = Mapping[str, tuple[PostAt, ...]]
"""By the id of a project, casefolded; only lines that have posts of their own."""


def programme_posts(programme: Record[Programme] | None) -> Posts:
    """The posts that stand in a programme."""
    found: dict[str, tuple[PostAt, ...]] = {}
    if programme is None:
        return found
    for at, line in enumerate(programme.model.lines):
        own = (
            PostAt(post, programme, ("lines", at, "posts", index)) for index, post in enumerate(line.posts)
        )
        if line.posts:
            found[line.project.casefold()] = (*found.get(line.project.casefold(), ()), *own)
    return found


def posts_of(project: Record[Project], posts: Posts) -> tuple[PostAt, ...]:
    """The posts of a project, as `lines` counts them."""
    funding = project.model.funding
    sheet = enumerate(funding.posts if funding else ())
    return posts.get(project.id.casefold()) or tuple(
        PostAt(post, project, ("funding", "posts", index)) for index, post in sheet
    )
