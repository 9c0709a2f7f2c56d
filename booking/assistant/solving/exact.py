"""A model's best answer, by CP-SAT of OR-Tools. It stops by work, not by the clock: the same seed, the same answer.

It is not told the plan that there is: to go through that plan first took three quarters of its time.
"""

from collections.abc import Sequence
from math import ceil, inf

from ortools.sat.python import cp_model

from booking.assistant.solving.models import Model

CLOSE = 1e-5
"""An answer that is so near the best, as a part of it, is good enough."""
BATCH = 3_000
"""Rows that its linear relaxation takes in at a time: with its own 50, a large model took half as long again."""


class Exact:
    """The model as CP-SAT has it. It can be answered again when more is forbidden."""

    def __init__(self, model: Model) -> None:
        """All of it."""
        self._whole = cp_model.CpModel()
        self._choices = [self._whole.new_bool_var("") for _ in model.seats]
        for clique in model.cliques:
            self._whole.add_at_most_one([self._choices[n] for n in clique])
        for chosen, takes, most in model.sums:
            self._add(chosen, takes, most)
        self._whole.maximize(cp_model.LinearExpr.weighted_sum(self._choices, model.points))

    def _add(self, chosen: Sequence[int], takes: Sequence[int], most: int) -> None:
        wanted = [self._choices[n] for n in chosen]
        self._whole.add(cp_model.LinearExpr.weighted_sum(wanted, takes) <= most)

    def forbid(self, choices: Sequence[int], most: int) -> None:
        """That more than so many of these are made."""
        self._add(choices, [1] * len(choices), most)

    def answer(self, *, effort: float, seed: int, seconds: float = inf) -> tuple[list[int], int | None]:
        """The choices to make, and what no others can be worth more than.

        None, and unknown, where none were found within the effort (CP-SAT's deterministic seconds), and the seconds by
        the clock.
        """
        solver = cp_model.CpSolver()
        wishes = solver.parameters
        wishes.num_workers, wishes.random_seed = 1, seed
        wishes.max_deterministic_time, wishes.max_time_in_seconds, wishes.relative_gap_limit = effort, seconds, CLOSE
        wishes.linearization_level, wishes.symmetry_level, wishes.cp_model_probing_level = 2, 0, 0
        wishes.max_presolve_iterations, wishes.new_constraints_batch_size = 1, BATCH
        if solver.solve(self._whole) not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
            return [], None
        chosen = [n for n, choice in enumerate(self._choices) if solver.boolean_value(choice)]
        return chosen, ceil(solver.best_objective_bound)
