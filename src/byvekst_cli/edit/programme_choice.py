"""A calculated choice of programme as a new file, with marks of what it rests on."""

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal

from byvekst_cli.area import Area
from byvekst_cli.area.frozen import inputs
from byvekst_cli.choice.highs import solver
from byvekst_cli.language import Say
from byvekst_cli.model.text import file_stem
from byvekst_cli.pack.planned import METHOD, Plan


def choice_file(plan: Plan, id: str, reasons: Mapping[str, str], area: Area, say: Say) -> tuple[str, str]:
    """The path and the text; `reasons` are of the projects that were placed otherwise than calculated."""
    lines = [*_head(plan, id, area, say), *_projects(plan, reasons), *_calculation(plan)]
    lines.append("grunnlag:")
    programme = plan.basis.programme.id if plan.basis.programme else None
    lines += [f"  {_text(path)}: {seal}" for path, seal in inputs(area, programme)]
    return f"programvalg/{file_stem(id)}.yaml", "\n".join(lines) + "\n"


def _head(plan: Plan, id: str, area: Area, say: Say) -> Iterator[str]:
    name = say("choice-name", first=str(plan.basis.first), last=str(plan.basis.last))
    yield f"# {say('choice-file')}"
    yield f"id: {_text(id)}"
    yield f"navn: {_text(name)}"
    yield "status: forslag"
    if plan.basis.programme:
        yield f"program: {_text(plan.basis.programme.id)}"
    yield f"dato: {area.as_of.isoformat()}"
    if plan.basis.invented:
        yield "illustrasjon: true"


def _projects(plan: Plan, reasons: Mapping[str, str]) -> Iterator[str]:
    chosen = plan.best.programme.chosen
    yield "med:"
    for id, start in sorted(plan.best.programme.starts):
        yield f"  - {{prosjekt: {_text(id)}, oppstart: {_text(start)}}}"
    out = [id for id in plan.instance.ids if id not in chosen]
    yield f"ikke_plass: [{', '.join(map(_text, out))}]"
    if reasons:
        yield "prioritert_annerledes:"
    for id, why in sorted(reasons.items()):
        placed = "med" if id in chosen else "ikke-med"
        yield f"  - {{prosjekt: {_text(id)}, plassert: {placed}, grunn: {_text(why)}}}"


def _calculation(plan: Plan) -> Iterator[str]:
    yield "beregning:"
    yield f"  metode: {METHOD}"
    yield f"  løser: {solver()}"
    yield f"  frø: {plan.asked.seed}"
    yield f"  avstand: {_ratio(max(plan.best.gap, plan.asked.gap or 0.0))}"
    if plan.asked.profile is not None:
        yield f"  profil: {_text(plan.asked.profile)}"
    if plan.asked.income:
        yield f"  endret_inntekt: {plan.asked.income}"
    yield f"  fra: {plan.basis.first}"
    yield f"  til: {plan.basis.last}"


def _ratio(value: float) -> str:
    """At least as wide as it was, with six decimals."""
    return format(
        Decimal(repr(value)).quantize(Decimal("0.000001"), rounding="ROUND_CEILING").normalize(), "f"
    )


def _text(value: str) -> str:
    """As YAML reads it back whatever it holds."""
    return json.dumps(value, ensure_ascii=False)
