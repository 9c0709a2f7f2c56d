"""An assistant at work: a run is started, planned, and carried out order by order.

It may be stopped anywhere, by anything, and called again: what has been decided and not done is done then, or found
overtaken. The same twice, or by two at once, is once.
"""

import logging
import time
from collections.abc import Callable
from datetime import datetime
from functools import partial

from booking.assistant import planning
from booking.assistant.planning import Solve
from booking.assistant.schedule import due, key_of_turn
from booking.assistant.solver import solve
from booking.assistant.taking_up import orders_of
from booking.models import Asking, AssistantDecision, AssistantProfile, AssistantRun
from booking.operations import assistant, assistant_runs, one_by_one, waves
from people.models import User

__all__ = ["carry_out", "due", "orders_of", "start", "start_turn"]

logger = logging.getLogger(__name__)

SOLVED_WITHIN = 10.0  # seconds, of the half minute that the queue gives a task

IN_TIME: Solve = partial(solve, seconds=SOLVED_WITHIN)

Clock = Callable[[], datetime]


def start(
    profile: AssistantProfile, *, why: AssistantRun.Why, command: str, by: User | None, at: datetime
) -> AssistantRun:
    """Begin a run, which the queue carries out; the one of the same command if there is one.

    `Refused` if it is off or at work already; a dry run is made whenever somebody asks for it.
    """
    return assistant_runs.begin(profile, why=why, command=command, by=by, at=at)


def start_turn(profile: AssistantProfile, *, at: datetime) -> AssistantRun:
    """Begin the run of its turn in the schedule."""
    return start(profile, why=AssistantRun.Why.SCHEDULE, command=key_of_turn(profile, at=at), by=None, at=at)


def carry_out(
    run: AssistantRun,
    *,
    now: Clock,
    seconds: float | None = None,
    solve: Solve = IN_TIME,
) -> AssistantRun:
    """Plan, if that is not done, and act decision by decision, for so many seconds; it has ended if all is done."""
    until = None if seconds is None else time.monotonic() + seconds
    run = AssistantRun.objects.select_related("profile", "started_by").get(pk=run.pk)
    if run.ended_at:
        return run
    assistant_runs.heard(run, at=now())
    if run.planned_at is None:
        run = _planned(run, now, solve)
    for made in _to_do(run):
        if until is not None and time.monotonic() > until:
            return run
        _act(made, run, now)
    return assistant_runs.end(run, at=now())


def _planned(run: AssistantRun, now: Clock, solve: Solve) -> AssistantRun:
    """One that cannot be planned has failed, and the next turn tries anew."""
    at = now()
    try:
        planned = planning.planned(run, now=at, solve=solve)
    except Exception:
        logger.exception("Could not plan %s", run.pk)
        return assistant_runs.end(run, at=now(), failed=True)
    return assistant_runs.plan(run, planned, at=at)


def _to_do(run: AssistantRun) -> list[AssistantDecision]:
    planned = AssistantDecision.objects.planned().filter(run=run).select_related("order")
    return list(planned.order_by("order__starts", "order"))


def _act(made: AssistantDecision, run: AssistantRun, now: Clock) -> None:
    """One that breaks must not keep the others from being done."""
    at = now()
    assistant_runs.heard(run, at=at)
    do = assistant.book if run.mode == AssistantProfile.Mode.BOOK else assistant.ask
    reasons = one_by_one.why_not(partial(do, made, by=run.started_by, at=at), named=f"do {made.pk}")
    if reasons:
        assistant.give_up(made, reasons=reasons, at=at)
    for asking in Asking.objects.due(now=at).filter(order=made.order).select_related("order"):
        one_by_one.why_not(partial(waves.go_on, asking, at=at), named=f"ask by {asking.pk}")
