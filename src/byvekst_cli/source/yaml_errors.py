"""libyaml's English complaints → names of sentences in the reader's language."""

from typing import Final

from byvekst_cli.finding import Term

_REASONS: Final = (
    ("conflict", "yaml-conflict"),
    ("mapping values are not allowed", "yaml-colon"),
    ("found unexpected ':'", "yaml-address"),
    ("could not find expected ':'", "yaml-no-colon"),
    ("did not find expected ',' or", "yaml-bracket"),
    ("while parsing a flow", "yaml-bracket"),
    ("unexpected end of stream", "yaml-quote"),
    ("document indicator", "yaml-quote"),
    ("did not find expected key", "yaml-indent"),
    ("did not find expected '-'", "yaml-indent"),
    ("block sequence entries are not allowed", "yaml-dash"),
    ("escape", "yaml-escape"),
    ("hexdecimal", "yaml-escape"),
    ("alias", "yaml-start"),
    ("anchor", "yaml-start"),
    ("cannot start any token", "yaml-start"),
    ("block mapping", "yaml-indent"),
    ("undefined alias", "yaml-start"),
)


def reason(problem: str) -> Term:
    """The name of the sentence that explains a problem; `yaml-other` for a rare one."""
    found = (name for sign, name in _REASONS if sign in problem)
    return Term(next(found, "yaml-other"))
