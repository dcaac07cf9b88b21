"""Templates → our Markdown: Jinja in a sandbox of our own, where nothing but our names can be reached."""

import dataclasses
import os
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from jinja2 import (
    BaseLoader,
    Template,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
    nodes,
)
from jinja2.runtime import LoopContext, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from byvekst_cli.edit.templates import template
from byvekst_cli.language import Say
from byvekst_cli.language.values import NoWords, value_words
from byvekst_cli.model.block import Block
from byvekst_cli.model.near import near
from byvekst_cli.render.checked import DEEPEST, FILTERS, TESTS, check, included, loops
from byvekst_cli.render.faults import BadTemplate
from byvekst_cli.render.marked import Marked, escaped
from byvekst_cli.source.loose import loose_text

FOLDER: Final = "maler"
"""In an area: templates that take the place of those that ship with the tool."""
MOST_TURNS: Final = 200_000
"""Turns of all loops of a document together, and templates that it takes in."""
LONGEST: Final = 20_000_000
"""Letters of Markdown."""
_FAILURES: Final = (
    UndefinedError, TemplateError, TypeError, KeyError, ValueError, OverflowError,
    RecursionError, SyntaxError, MemoryError,
)  # fmt: skip
"""What a template can bring about that keeps the rules: nested too deep for Python, numbers too large."""
_LOOP: Final = frozenset({"first", "last", "index", "index0", "length"})


class _Loader(BaseLoader):
    """The area's own folder first, then the templates that ship with the tool."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def get_source(self, _: Any, template: str) -> tuple[str, str, Callable[[], bool]]:
        text, file = source_of(self.root, template)
        return text, file, lambda: True


def source_of(root: Path, name: str) -> tuple[str, str]:
    """The text of a template and where it lies. Raises TemplateNotFound."""
    if "/" in name or "\\" in name or name.startswith(".") or not name.endswith(".md"):
        raise TemplateNotFound(name)
    own = loose_text(root, f"{FOLDER}/{name}")
    if own is not None:
        return own, f"{FOLDER}/{name}"
    if os.path.lexists(root / FOLDER / name):
        raise BadTemplate("template-unreadable", f"{FOLDER}/{name}", 0)
    try:
        return template(f"documents/{name}"), f"templates/documents/{name}"
    except (OSError, ValueError):
        raise TemplateNotFound(name) from None


def mistyped(name: str, files: Collection[str]) -> str | None:
    """A file in the area's folder of templates that was probably meant to be one that it does not have."""
    own = [file.removeprefix(f"{FOLDER}/") for file in files if file.startswith(f"{FOLDER}/")]
    others = [each for each in own if not _ships(each)]
    return None if name in own else near(name, others)


def _ships(name: str) -> bool:
    try:
        template(f"documents/{name}")
    except (OSError, ValueError):
        return False
    return True


class Sandbox(ImmutableSandboxedEnvironment):
    """Reads fields of dataclasses and models, entries of mappings and tuples, and nothing else."""

    def __init__(self, root: Path, say: Say) -> None:
        super().__init__(
            loader=_Loader(root),
            undefined=StrictUndefined,
            finalize=lambda value: printed(value, say),
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            cache_size=50,
        )
        self.turns_left = MOST_TURNS
        self.filters = {name: self.filters[name] for name in FILTERS} | {"_turns": self._turns}
        self.tests = {name: self.tests[name] for name in TESTS}
        self.globals = {}
        self.names: frozenset[str] = frozenset()

    def get_template(self, name: Any, *others: Any) -> Template:
        """A template that is included, which costs a turn."""
        self._pay(1)
        return super().get_template(name, *others)

    def _pay(self, turns: int) -> None:
        self.turns_left -= turns
        if self.turns_left < 0:
            raise Refused("template-too-long", "")

    def _turns(self, value: Any) -> list[Any]:
        """What a loop goes through, paid for from the budget."""
        if isinstance(value, str) or not isinstance(value, list | tuple | Mapping):
            raise Refused("template-not-a-list", type(value).__name__)
        self._pay(len(value))
        return list(value)

    def getattr(self, obj: Any, attribute: str) -> Any:
        return self._read(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if isinstance(obj, list | tuple) and isinstance(argument, int) and -len(obj) <= argument < len(obj):
            return obj[argument]
        return self._read(obj, str(argument))

    def _read(self, obj: Any, name: str) -> Any:
        if isinstance(obj, Mapping):
            if name in obj:
                return obj[name]
            raise Refused("template-no-field", name, tuple(map(str, obj)))
        if isinstance(obj, StrictUndefined):
            raise Refused("template-no-name", str(obj._undefined_name))  # noqa: SLF001  # jinja has no other way
        fields = fields_of(obj)
        if name not in fields:
            raise Refused("template-no-field", name, fields)
        return getattr(obj, name)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        check(tree, filename or "", tuple(self.globals), self.names)
        for loop in tree.find_all(nodes.For):
            loop.iter = nodes.Filter(loop.iter, "_turns", [], [], None, None, lineno=loop.lineno)
        return tree

    def parsed(self, name: str) -> tuple[nodes.Template, str]:
        """A template that is only looked at, and where it lies."""
        text, file = source_of(self.loader.root, name)  # type: ignore[union-attr]
        return super()._parse(text, name, file), file


class Refused(Exception):
    """Something that a template asked for while it ran; where it asked is found from the trace."""

    def __init__(self, says: str, asked: str, there: tuple[str, ...] = ()) -> None:
        super().__init__(says)
        self.says = says
        self.asked = asked
        self.there = there


def fields_of(obj: Any) -> tuple[str, ...]:
    """The names that a template may read of a value."""
    if isinstance(obj, LoopContext):
        return tuple(sorted(_LOOP))
    if isinstance(obj, Block):
        return tuple(type(obj).model_fields)
    if dataclasses.is_dataclass(obj) and not isinstance(obj, type):
        return tuple(each.name for each in dataclasses.fields(obj))
    return ()


def printed(value: Any, say: Say) -> Marked:
    """A value as it stands in our Markdown: by its type, in the document's language."""
    if isinstance(value, Marked):
        return value
    try:
        return escaped(value_words(value, say))
    except NoWords as error:
        raise Refused("template-no-words", str(error)) from None


def filled(root: Path, name: str, say: Say, globals: Mapping[str, Any], names: Mapping[str, Any]) -> str:
    """A template filled in. Raises BadTemplate."""
    sandbox = Sandbox(root, say)
    sandbox.globals = dict(globals)
    sandbox.names = frozenset(names)
    try:
        check_loops(sandbox, name)
        return _bounded(sandbox.get_template(name).generate(**names), name)
    except TemplateSyntaxError as error:
        file = error.filename or error.name or name
        raise BadTemplate("template-syntax", file, error.lineno, asked=error.message or "") from None
    except TemplateNotFound as error:
        raise BadTemplate("template-not-there", name, 0, asked=str(error.name)) from None
    except Refused as error:
        file, line = _place(error, name)
        raise BadTemplate(error.says, file, line, error.asked, error.there) from None
    except _FAILURES as error:
        file, line = _place(error, name)
        raise BadTemplate("template-fails", file, line, asked=str(error)) from None


def _bounded(pieces: Iterator[str], name: str) -> str:
    found, length = [], 0
    for piece in pieces:
        length += len(piece)
        if length > LONGEST:
            raise BadTemplate("template-too-long", name, 0)
        found.append(piece)
    return "".join(found)


def _place(error: BaseException, name: str) -> tuple[str, int]:
    """The template and line that were being filled in."""
    place, trace = (name, 0), error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.startswith((f"{FOLDER}/", "templates/documents/")):
            place = (file, trace.tb_lineno)
        trace = trace.tb_next
    return place


def check_loops(sandbox: Sandbox, name: str) -> None:
    """No loops too deep, and no template that includes itself, by whatever way. Raises BadTemplate."""
    _height(sandbox, name, (), {})


def _height(sandbox: Sandbox, name: str, inside: tuple[str, ...], known: dict[str, int]) -> int:
    """How many loops stand inside each other in a template and those that it includes; each is read once."""
    if name in known:
        return known[name]
    tree, file = sandbox.parsed(name)
    sandbox.names |= {each.name for each in tree.find_all(nodes.Name) if each.ctx == "store"}
    found = list(loops(tree))
    for other, line, outer in included(tree, file):
        if other in (*inside, name):
            raise BadTemplate("template-circle", file, line, asked=other)
        try:
            found.append((outer + _height(sandbox, other, (*inside, name), known), line))
        except TemplateNotFound:
            raise BadTemplate("template-not-there", file, line, asked=other) from None
    for deep, line in found:
        if deep > DEEPEST:
            raise BadTemplate("template-deep", file, line)
    known[name] = max((deep for deep, _ in found), default=0)
    return known[name]
