"""`[^1]` and `[^1]: text` for the parser: a reference is one only where there is a text for it."""

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

_LABEL: Final = r"\[\^([^\s\[\]\\]+)\]"
_DEFINED: Final = re.compile(rf"{_LABEL}:[ \t]*(?=\S)")
_REFERS: Final = re.compile(_LABEL)
_KNOWN: Final = "footnotes"
_INDENT: Final = 4
"""Spaces before what goes on after the first paragraph of a footnote."""


def with_footnotes(parser: "MarkdownIt") -> "MarkdownIt":
    """The parser, which gives `footnote_open`, `footnote_close` and `footnote_ref` with the label as info."""
    ends = ["paragraph", "reference", "blockquote", "list"]
    parser.block.ruler.before("reference", "footnote", _definition, {"alt": ends})
    parser.inline.ruler.before("link", "footnote_ref", _reference)
    return parser


def _definition(state: "StateBlock", line: int, end: int, silent: bool) -> bool:
    begin = state.bMarks[line] + state.tShift[line]
    found = _DEFINED.match(state.src, begin, state.eMarks[line])
    if found is None or state.is_code_block(line):
        return False
    if silent:
        return True
    state.env.setdefault(_KNOWN, set()).add(found[1])
    state.push("footnote_open", "", 1).info = found[1]
    kept = state.bMarks[line], state.tShift[line], state.sCount[line], state.parentType
    state.bMarks[line], state.tShift[line] = found.end(), 0
    state.blkIndent += _INDENT
    state.sCount[line] = state.blkIndent
    state.parentType = "footnote"
    state.md.block.tokenize(state, line, end)
    state.blkIndent -= _INDENT
    state.bMarks[line], state.tShift[line], state.sCount[line], state.parentType = kept
    state.push("footnote_close", "", -1)
    return True


def _reference(state: "StateInline", silent: bool) -> bool:
    found = _REFERS.match(state.src, state.pos, state.posMax)
    if found is None or found[1] not in state.env.get(_KNOWN, ()):
        return False
    if not silent:
        token = state.push("footnote_ref", "", 0)
        token.info, token.content = found[1], found[0]
    state.pos = found.end()
    return True
