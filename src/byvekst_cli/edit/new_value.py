"""What a new file about value can begin with: the area's own criteria, and policy to be changed."""

from byvekst_cli.area import Area
from byvekst_cli.edit.new_file import UNKNOWN_WORDS
from byvekst_cli.language import Say
from byvekst_cli.model.goal import GoalFile
from byvekst_cli.model.kinds import Kind
from byvekst_cli.model.value_model import ValueModel
from byvekst_cli.value.told import Measure, measures_of, model_of

_POLICY = {
    "usikkerhet": """
  målt: {prosent: 10, poeng: 0}
  modell: {prosent: 25, poeng: 2}
  skjønn: {prosent: 50, poeng: 5}
  påstand: {prosent: 100, poeng: 10}""",
    "ukjent_regnes_som": "{lav: 0, sannsynlig: 20, høy: 100}",
}


def suggested(kind: Kind, area: Area, say: Say) -> dict[str, str]:
    """YAML by field, to lie under what somebody gives; nothing for other kinds of file."""
    unknown = UNKNOWN_WORDS["nn" if say.language == "nn" else "nb"]
    record = model_of(area)
    measures = list(measures_of(record.model)) if record else []
    if kind.model is ValueModel:
        goal = next((id for goals in area.of(GoalFile) for id in goals.model.goals), "nullvekst")
        return {**_POLICY, "kriterier": say("new-criteria-example", goal=goal).rstrip()}
    if kind.name == "weighting" and measures:
        return {"vekter": "".join(f"\n  - {{{_swing(each)}}}" for each in measures)}
    if kind.name == "assessment" and measures:
        scores = "".join(f"\n  {each.id}: {{sannsynlig: {unknown}}}" for each in measures)
        return {"vurdert": f"{{av: {unknown}}}", "vurderinger": scores}
    return {}


def _swing(measure: Measure) -> str:
    """The step from doing nothing to what is worth most, for somebody to say what it means."""
    best = max(measure.scale.points, key=lambda point: point[1])[0]
    level = next(level for level, _ in measure.criterion.steps if level == best)
    return f"kriterium: {measure.id}, fra: {measure.criterion.zero}, til: {level}"
