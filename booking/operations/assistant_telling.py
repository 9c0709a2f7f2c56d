"""What the planners are told of an assistant's run: once, each of her own areas, and only if something is new."""

import uuid
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime

from booking import notifications
from booking.models import AssistantDecision, AssistantProfile, AssistantRun
from people.models import RoleAssignment, User
from people.models.user import let_in
from people.roles import PLANNER

Outcome, Tell = AssistantDecision.Outcome, AssistantProfile.Tell

NEWS: Mapping[str, Collection[str]] = {
    Tell.NEVER: (),
    Tell.LEFT: (Outcome.LEFT,),
    Tell.ALWAYS: (Outcome.BOOKED, Outcome.ASKED, Outcome.PROPOSED, Outcome.LEFT),
}
"""What of this run a profile tells; that an order is left as it was before is nothing new."""

Numbers = Mapping[uuid.UUID, Mapping[str, int]]


def tell(run: AssistantRun, *, at: datetime) -> None:
    """Of what it did and what it left; for operations that hold the run's lock."""
    if run.why == AssistantRun.Why.DRY or run.planned_at is None:
        return
    rows = AssistantDecision.objects.filter(run=run)
    new = rows.filter(decided_at=run.planned_at, outcome__in=NEWS[run.profile.tell])
    where = set(new.values_list("order__workplace__area", flat=True))
    if not where:
        return
    numbers: defaultdict[uuid.UUID, Counter[str]] = defaultdict(Counter)
    for area, outcome, decided_at in rows.values_list("order__workplace__area", "outcome", "decided_at"):
        if outcome == Outcome.LEFT or decided_at == run.planned_at:
            numbers[area][outcome] += 1
    for planner, areas in _planners(where, at).items():
        hers = sum((numbers[area] for area in areas), Counter[str]())
        notifications.assistant_worked(run, hers, to=planner, at=at)


def _planners(areas: Collection[uuid.UUID], at: datetime) -> Mapping[User, Collection[uuid.UUID]]:
    """Each planner, with those of the areas that are hers; one query."""
    theirs = RoleAssignment.objects.in_force(now=at).filter(let_in(at, "user__"), role=PLANNER.code, area__in=areas)
    found: defaultdict[User, set[uuid.UUID]] = defaultdict(set)
    for given in theirs.select_related("user").order_by("user", "area"):
        assert given.area_id  # noqa: S101 (the role's reach is an area)
        found[given.user].add(given.area_id)
    return found
