"""What a template may hold: seen in the parsed template, before anything runs."""

from collections.abc import Collection, Iterator
from typing import Final

from jinja2 import nodes

from byvekst_cli.render.faults import BadTemplate

DEEPEST: Final = 4
"""Loops inside each other, those of included templates too."""
FILTERS: Final = frozenset({"default", "first", "last", "length"})
TESTS: Final = frozenset({"none", "defined", "undefined", "string", "number", "sameas", "eq", "ne", "even", "odd"})
_ALLOWED: Final = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If, nodes.Include, nodes.Assign,
    nodes.Name, nodes.NSRef, nodes.Const, nodes.Tuple, nodes.List, nodes.Getattr, nodes.Getitem, nodes.Call,
    nodes.Keyword, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Test, nodes.Filter,
    nodes.CondExpr,
)  # fmt: skip


def check(template: nodes.Template, file: str, globals: Collection[str], names: Collection[str]) -> None:
    """Raises BadTemplate for what could hang, reach out or is not there."""
    known = {*globals, *names, "loop"}
    for node in _all(template):
        if not isinstance(node, _ALLOWED) or (isinstance(node, nodes.For) and node.recursive):
            raise BadTemplate("template-not-allowed", file, node.lineno, asked=type(node).__name__)
        if isinstance(node, nodes.Name) and node.ctx == "load" and node.name not in known:
            raise BadTemplate("template-no-name", file, node.lineno, asked=node.name, there=tuple(sorted(known)))
        if isinstance(node, nodes.Call):
            _check_call(node, file, globals)
        if isinstance(node, nodes.Filter) and node.name not in FILTERS:
            raise BadTemplate("template-no-filter", file, node.lineno, asked=node.name, there=tuple(FILTERS))
        if isinstance(node, nodes.Test) and node.name not in TESTS:
            raise BadTemplate("template-no-filter", file, node.lineno, asked=node.name, there=tuple(TESTS))
        if isinstance(node, nodes.Tuple | nodes.List) and node.ctx == "load":
            _check_literal(node, file)


def _all(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _all(child)


def _check_call(node: nodes.Call, file: str, globals: Collection[str]) -> None:
    named = node.node.name if isinstance(node.node, nodes.Name) else None
    if named is None or node.dyn_args or node.dyn_kwargs:
        raise BadTemplate("template-not-allowed", file, node.lineno, asked="Call")
    if named not in globals:
        raise BadTemplate("template-no-call", file, node.lineno, asked=named, there=tuple(globals))


def _check_literal(node: nodes.Tuple | nodes.List, file: str) -> None:
    """A list of lists could be made to grow without end."""
    if not all(isinstance(item, nodes.Const) for item in node.items):
        raise BadTemplate("template-not-allowed", file, node.lineno, asked=type(node).__name__)


def included(template: nodes.Template, file: str) -> Iterator[tuple[str, int, int]]:
    """Each template that is included by name: its name, the line, and the loops around it."""
    yield from _included(template, file, 0)


def _included(node: nodes.Node, file: str, depth: int) -> Iterator[tuple[str, int, int]]:
    if isinstance(node, nodes.Include):
        if not isinstance(node.template, nodes.Const) or not isinstance(node.template.value, str):
            raise BadTemplate("template-not-allowed", file, node.lineno, asked="Include")
        yield node.template.value, node.lineno, depth
    for child in node.iter_child_nodes():
        yield from _included(child, file, depth + isinstance(node, nodes.For))


def loops(node: nodes.Node, depth: int = 0) -> Iterator[tuple[int, int]]:
    """How deep each loop stands, and its line."""
    inside = depth + isinstance(node, nodes.For)
    if inside > depth:
        yield inside, node.lineno
    for child in node.iter_child_nodes():
        yield from loops(child, inside)
