"""The life of an assistant's run: it begins, writes what it has planned, is heard of, and ends. Never twice."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django_q.tasks import async_task

from booking.models import AssistantDecision, AssistantProfile, AssistantRun, Order
from booking.operations import assistant_proposals, assistant_telling
from booking.operations.deciding import decision
from booking.operations.refusals import Refused
from people.history import record
from people.models import Substitute, User

Outcome, Mode, Why = AssistantDecision.Outcome, AssistantProfile.Mode, AssistantRun.Why

GIVEN_UP_AFTER = timedelta(minutes=30)
"""A run that has died again and again for so long is not taken up once more."""

KEPT_FOR = timedelta(days=7)
"""So long a turn of the schedule is kept in which nothing was decided."""


@dataclass(frozen=True, slots=True)
class Line:
    """Whom one order would go to, nobody if it would be left, and why."""

    order: Order
    substitute: Substitute | None
    why: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Planned:
    """What the solver has answered."""

    lines: Sequence[Line] = ()
    method: str = ""
    points: int = 0
    bound: int | None = None
    wanted: Sequence[Mapping[str, Any]] = field(default_factory=list)


@decision
def begin(
    profile: AssistantProfile, *, why: AssistantRun.Why, command: str, by: User | None, at: datetime
) -> AssistantRun:
    """Begin a run, and let the queue carry it out; the same command twice is one.

    Refused for one that is off, or at work already; a dry run changes nothing, so it hinders nobody.
    """
    profile = AssistantProfile.objects.select_for_update(no_key=True).get(pk=profile.pk)
    if made := AssistantRun.objects.filter(command=command).select_related("profile").first():
        return made
    if why != Why.DRY:
        _may_begin(profile)
    run = AssistantRun.objects.create(
        profile=profile, why=why, mode=profile.mode, command=command, started_by=by, started_at=at, heard_at=at
    )
    if by:
        record(run, "assistantrun.start", by=by, at=at, area_id=None, profile=profile.name, why=why)
    async_task("booking.tasks.assist_now", str(run.pk))
    return run


def _may_begin(profile: AssistantProfile) -> None:
    if not profile.is_on:
        raise Refused(_("Assistenten är avstängd. Slå på den, eller gör ett prov."))
    if AssistantRun.objects.live().filter(profile=profile).exclude(why=Why.DRY).exists():
        raise Refused(_("Assistenten arbetar redan. Vänta tills den är klar."))


def heard(run: AssistantRun, *, at: datetime) -> None:
    """It lives."""
    AssistantRun.objects.live().filter(pk=run.pk).update(heard_at=at)


@decision
def plan(run: AssistantRun, planned: Planned, *, at: datetime) -> AssistantRun:
    """Write all that it decided, once; what another run holds is passed over."""
    run = _locked(run)
    if run.planned_at or run.ended_at:
        return run
    found = [_decision(run, line, at=at) for line in planned.lines]
    fresh = found if run.why == Why.DRY else _not_decided_before(run, found)
    AssistantDecision.objects.bulk_create(fresh, ignore_conflicts=True)
    run.planned_at = run.heard_at = at
    run.method, run.points, run.bound = planned.method, planned.points, planned.bound
    run.wanted = list(planned.wanted)
    run.save(update_fields=["planned_at", "heard_at", "method", "points", "bound", "wanted"])
    if run.mode == Mode.PROPOSE and run.why != Why.DRY and run.profile.is_on:
        assistant_proposals.propose(run, [(line.order, line.substitute, line.why) for line in planned.lines], at=at)
    return run


def _decision(run: AssistantRun, line: Line, *, at: datetime) -> AssistantDecision:
    outcome = _outcome(run, line)
    return AssistantDecision(
        run=run,
        order=line.order,
        round=line.order.round,
        substitute=line.substitute,
        outcome=outcome,
        decided_at=at,
        done_at=at if outcome == Outcome.PROPOSED else None,
        why=dict(line.why),
    )


def _outcome(run: AssistantRun, line: Line) -> AssistantDecision.Outcome:
    if line.substitute is None:
        return Outcome.LEFT
    if run.why == Why.DRY:
        return Outcome.WOULD
    return Outcome.PROPOSED if run.mode == Mode.PROPOSE else Outcome.PLANNED


def _not_decided_before(run: AssistantRun, found: Sequence[AssistantDecision]) -> list[AssistantDecision]:
    """What differs from what the profile last decided of the order; else that row, as old as it is, is this run's."""
    rows = AssistantDecision.objects.real().filter(run__profile=run.profile, order__in=[each.order for each in found])
    last = {row.order_id: row for row in rows.order_by("decided_at", "pk")}
    fresh, still_so = [], []
    for each in found:
        was = last.get(each.order_id)
        if was is None or _sense(was) != _sense(each):
            fresh.append(each)
            continue
        was.run, was.why = run, each.why
        still_so.append(was)
    AssistantDecision.objects.bulk_update(still_so, ["run", "why"])
    return fresh


def _sense(row: AssistantDecision) -> object:
    """What makes two decisions of an order that change nothing the same; each that changes something is one by itself.

    The points change as the shift comes nearer, without anything being decided.
    """
    if row.outcome not in {Outcome.LEFT, Outcome.PROPOSED}:
        return row.pk
    instead = [(each.get("substitute"), each.get("instead")) for each in row.why.get("ranked", ())]
    return row.round, row.outcome, row.substitute_id, row.why.get("left_out"), instead


@decision
def end(run: AssistantRun, *, at: datetime, failed: bool = False) -> AssistantRun:
    """It is over, once; what a failed one had planned and not done is let go."""
    run = _locked(run)
    planned = AssistantDecision.objects.planned().filter(run=run)
    if run.ended_at or (planned.exists() and not failed):
        return run
    planned.update(outcome=Outcome.REFUSED, done_at=at, refusal=_("Körningen avbröts."))
    run.ended_at, run.failed = at, failed
    run.save(update_fields=["ended_at", "failed"])
    assistant_telling.tell(run, at=at)
    return run


def take_up_again(*, at: datetime) -> list[uuid.UUID]:
    """Let the queue go on with what has died, and give up what dies again and again; those that go on."""
    going_on = []
    for run in AssistantRun.objects.dead(now=at):
        if run.started_at < at - GIVEN_UP_AFTER:
            end(run, at=at, failed=True)
            continue
        async_task("booking.tasks.assist_now", str(run.pk))
        going_on.append(run.pk)
    return going_on


def forget(*, at: datetime) -> None:
    """Turns in which nothing was decided are not kept."""
    empty = AssistantRun.objects.filter(why=Why.SCHEDULE, failed=False, ended_at__lt=at - KEPT_FOR)
    empty.filter(decisions=None, proposal=None).delete()


def _locked(run: AssistantRun) -> AssistantRun:
    rows = AssistantRun.objects.select_for_update(no_key=True, of=("self",)).select_related("profile", "started_by")
    return rows.get(pk=run.pk)
