"""A new area: the smallest that checks clean, with what editors, git and CI need around it."""

import json
from pathlib import Path
from string import Template
from typing import Any, Final

from byvekst_cli.edit.new_file import new_file
from byvekst_cli.edit.templates import template
from byvekst_cli.language import Say
from byvekst_cli.language.schema import schema_of
from byvekst_cli.model.kinds import KINDS

_SCHEMAS: Final = ".byvekst/schemas"
_STEERING: Final = {"rolle": "styringsgruppe"}


def new_area(values: dict[str, str], name: str, say: Say) -> dict[str, str]:
    """Every file of the area, by its path; `values` are the fields of byvekst.yaml as YAML."""
    kinds = {kind.name: kind for kind in KINDS}
    area = {"avtaler": "{}", "organisasjoner": "{}", "parter": "[]", **values}
    body = {"id": "styringsgruppa", "navn": say("steering-group"), **_STEERING}
    return {
        "byvekst.yaml": new_file(kinds["area"], area, say),
        "kilder.yaml": new_file(kinds["citations"], {"kilder": "{}"}, say),
        "maal.yaml": template("area/goals.yaml"),
        "mandat/styringsgruppa.yaml": new_file(kinds["mandate"], body, say),
        "README.md": Template(template(f"area/README.{say.language}.md")).substitute(name=name),
        ".gitattributes": template("area/gitattributes"),
        ".github/workflows/byvekst.yml": template("area/workflow.yml"),
        ".vscode/settings.json": _json(_settings()),
        ".vscode/extensions.json": _json({"recommendations": ["redhat.vscode-yaml"]}),
        **{f"{_SCHEMAS}/{kind.name}.schema.json": _json(schema_of(kind, say)) for kind in KINDS},
    }


def _settings() -> dict[str, Any]:
    """The schemas for the usual YAML extension; the facts at the top of a note are out of its reach."""
    files = {kind: kind.pattern for kind in KINDS if kind.pattern.endswith(".yaml")}
    return {
        "yaml.schemas": {f"./{_SCHEMAS}/{kind.name}.schema.json": path for kind, path in files.items()},
        "yaml.format.enable": False,
        "files.encoding": "utf8",
        "files.eol": "\n",
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2},
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2, default=float) + "\n"


def under(root: Path, files: dict[str, str]) -> dict[Path, str]:
    """The files below a folder."""
    return {root / path: text for path, text in files.items()}
