"""The solver: a mixed-integer program in, an answer out; the same answer each time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import inf
from typing import Any, Final

from byvekst_cli.choice.rows import Row

_TIGHT: Final = 1e-9
LIMIT: Final = 40.0
"""Seconds that one question may take; what is found by then is taken, with the gap that is left."""
_FOUND: Final = 2
"""HiGHS: the solution there is fulfils all rows."""


@dataclass(frozen=True, slots=True)
class Problem:
    """To be maximised. Columns below `whole` are 0 or 1, or as `fixed` says; the rest are not negative."""

    count: int
    whole: int
    rows: tuple[Row, ...]
    worth: Mapping[int, float]
    fixed: Mapping[int, int]
    gap: float = 0.0
    seconds: float = LIMIT


@dataclass(frozen=True, slots=True)
class Answer:
    """The value of each column, and how far from the bound it may be (a ratio)."""

    columns: tuple[float, ...]
    gap: float


class NoAnswer(Exception):
    """The solver stopped without saying whether there is a solution."""


def optimum(problem: Problem) -> Answer | None:
    """None where nothing fulfils all rows."""
    import highspy

    solver: Any = highspy.Highs()  # type: ignore[no-untyped-call]
    for name, value in _settings(problem).items():
        solver.setOptionValue(name, value)
    solver.passModel(_model(problem, highspy))
    solver.run()
    status = solver.getModelStatus()
    told = highspy.HighsModelStatus
    if status in (told.kInfeasible, told.kUnboundedOrInfeasible):
        return None
    info = solver.getInfo()
    is_cut = status == told.kTimeLimit and info.primal_solution_status == _FOUND
    if status != told.kOptimal and not is_cut:
        raise NoAnswer(solver.modelStatusToString(status))
    return Answer(tuple(solver.getSolution().col_value), _gap(problem, float(info.mip_gap), is_cut))


def _gap(problem: Problem, told: float, is_cut: bool) -> float:
    """None is left where the solver came to the end, whatever the last digits are."""
    if not is_cut and (problem.gap == 0 or problem.whole <= len(problem.fixed)):
        return 0.0
    return (1.0 if is_cut else 0.0) if told == inf else max(told, 0.0)


def _settings(problem: Problem) -> dict[str, Any]:
    """Without presolve, which in HiGHS 1.15 may call impossible what is not; it saves no time here."""
    return {
        "output_flag": False,
        "presolve": "off",
        "threads": 1,
        "time_limit": problem.seconds,
        "random_seed": 0,
        "mip_rel_gap": problem.gap,
        "mip_abs_gap": 1e-6 if problem.gap == 0 else 0.0,
        "mip_feasibility_tolerance": _TIGHT,
        "primal_feasibility_tolerance": _TIGHT,
    }


def _model(problem: Problem, highspy: Any) -> Any:
    import numpy as np

    rows = [row for row in problem.rows if row.terms or not row.low <= 0 <= row.high]
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = problem.count, len(rows)
    model.sense_ = highspy.ObjSense.kMaximize
    model.col_cost_ = np.array([problem.worth.get(at, 0.0) for at in range(problem.count)])
    free = [1.0 if at < problem.whole else inf for at in range(problem.count)]
    model.col_lower_ = np.array([float(problem.fixed.get(at, 0)) for at in range(problem.count)])
    model.col_upper_ = np.array([float(problem.fixed.get(at, free[at])) for at in range(problem.count)])
    model.row_lower_ = np.array([row.low for row in rows], dtype=float)
    model.row_upper_ = np.array([row.high for row in rows], dtype=float)
    lengths = np.cumsum([0, *(len(row.terms) for row in rows)])
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = lengths.astype(np.int32)
    model.a_matrix_.index_ = np.array(_flat(row.terms for row in rows), dtype=np.int32)
    model.a_matrix_.value_ = np.array(_flat(row.terms.values() for row in rows), dtype=float)
    kinds = highspy.HighsVarType
    whole = [at < problem.whole and at not in problem.fixed for at in range(problem.count)]
    if any(whole):
        model.integrality_ = [kinds.kInteger if each else kinds.kContinuous for each in whole]
    return model


def _flat(parts: Iterable[Iterable[float]]) -> list[float]:
    return [each for part in parts for each in part]


def solver() -> str:
    """The solver and its version."""
    import highspy

    made: Any = highspy.Highs()  # type: ignore[no-untyped-call]
    return f"HiGHS {made.version()}"
