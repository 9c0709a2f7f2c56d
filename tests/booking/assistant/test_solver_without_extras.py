"""The solver where numpy or OR-Tools is not installed, or something fails: it comes as far as it can, and says so."""

import logging
import sys

import pytest

from booking.assistant.problem import Method
from booking.assistant.solver import Effort, solve
from tests.booking.assistant.judge import broken
from tests.booking.assistant.problems import random_problem

ASKED = random_problem(7, seats=60, people=12, days=10)
NEED_THEM = {"caps", "columns", "duties", "exact", "filling", "groups", "improving", "losses", "market", "prices"}
NEED_THEM |= {"answers", "search", "tiles", "wholes"}


def _missing(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """As on a machine that does not have them."""
    for name in list(sys.modules):
        if name.startswith("booking.assistant.solving.") and name.rpartition(".")[2] in NEED_THEM:
            monkeypatch.delitem(sys.modules, name)
    for name in names:
        monkeypatch.setitem(sys.modules, name, None)


def test_without_numpy_there_are_chains_and_no_bound(monkeypatch, caplog):
    _missing(monkeypatch, "numpy", "ortools.sat.python")

    with caplog.at_level(logging.WARNING):
        plan = solve(ASKED, effort=Effort.NORMAL)

    assert (plan.method, plan.bound, list(plan.prices)) == (Method.CHAINS, None, [])
    assert plan.people == solve(ASKED, effort=Effort.QUICK).people
    assert "no bound" in caplog.text


def test_without_or_tools_there_is_a_bound_all_the_same(monkeypatch, caplog):
    _missing(monkeypatch, "ortools.sat.python")

    plan = solve(ASKED, effort=Effort.NORMAL)

    assert plan.method == Method.CHAINS
    assert plan.bound >= plan.points
    assert "search failed" in caplog.text


def test_a_search_that_fails_leaves_the_plan_of_the_chains(monkeypatch):
    monkeypatch.setattr("ortools.sat.python.cp_model.CpSolver.solve", _breaks)

    plan = solve(ASKED, effort=Effort.NORMAL)

    assert plan.method == Method.CHAINS
    assert broken(plan, ASKED) == []


def test_chains_that_fail_leave_the_ranked_walk(monkeypatch):
    monkeypatch.setattr("booking.assistant.solving.chains.heappop", _breaks)

    plan = solve(ASKED, effort=Effort.NORMAL)

    assert plan.method == Method.WALK
    assert plan.filled > 0
    assert broken(plan, ASKED) == []


def _breaks(*_args: object) -> None:
    raise MemoryError
