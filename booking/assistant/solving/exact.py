"""A model's best answer, by CP-SAT of OR-Tools. It stops by work, not by the clock: the same seed, the same answer."""

from math import ceil

from ortools.sat.python import cp_model

from booking.assistant.solving.models import Model

CLOSE = 1e-5
"""An answer that is so near the best, as a part of it, is good enough."""


def answer(model: Model, *, effort: float, seed: int) -> list[int]:
    """The choices to make; none where none were found within the effort (CP-SAT's deterministic seconds)."""
    return answered(model, effort=effort, seed=seed)[0]


def answered(model: Model, *, effort: float, seed: int) -> tuple[list[int], int | None]:
    """The choices, and what no others can be worth more than, where that is known."""
    whole = cp_model.CpModel()
    choices = [whole.new_bool_var("") for _ in model.seats]
    for clique in model.cliques:
        whole.add_at_most_one([choices[n] for n in clique])
    for chosen, takes, most in model.sums:
        whole.add(cp_model.LinearExpr.weighted_sum([choices[n] for n in chosen], takes) <= most)
    whole.maximize(cp_model.LinearExpr.weighted_sum(choices, model.points))
    for choice, made in zip(choices, model.made, strict=True):
        whole.add_hint(choice, made)
    solver = cp_model.CpSolver()
    wishes = solver.parameters
    wishes.num_workers, wishes.random_seed = 1, seed
    wishes.max_deterministic_time, wishes.relative_gap_limit = effort, CLOSE
    wishes.linearization_level, wishes.symmetry_level, wishes.cp_model_probing_level = 2, 0, 0
    if solver.solve(whole) not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
        return [], None
    return [n for n, choice in enumerate(choices) if solver.boolean_value(choice)], ceil(solver.best_objective_bound)
