"""The proposal of an assistant's run: whom each order could go to, for a planner to accept. Nothing of it holds."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from booking.models import AssistantRun, Order, Proposal, ProposalLine
from booking.operations import proposals
from booking.weeks import local_day
from people.models import Substitute

FIRST_VERSION = 1

Lines = Sequence[tuple[Order, Substitute | None, Mapping[str, Any]]]


def propose(run: AssistantRun, lines: Lines, *, at: datetime) -> None:
    """Propose all of it, unless the one that lies there says the same; for operations that hold the run's lock.

    An earlier one of the profile's that nobody has worked on is closed.
    """
    earlier = Proposal.objects.open().filter(run__profile=run.profile, version=FIRST_VERSION)
    if not lines:
        earlier.update(closed_at=at)
        return
    if any(_says(proposal) == {order.pk: who and who.pk for order, who, _why in lines} for proposal in earlier):
        return
    earlier.update(closed_at=at)
    _make(run, lines, at=at)


def _make(run: AssistantRun, lines: Lines, *, at: datetime) -> None:
    days = [local_day(order.starts) for order, _who, _why in lines]
    proposal = Proposal.objects.create(
        first_day=min(days),
        last_day=max(days),
        run=run,
        made_by=run.started_by,
        made_at=at,
        command=f"run:{run.pk}",
        solved_at=at,
        method=run.method,
        points=run.points,
        bound=run.bound,
        wanted=run.wanted,
    )
    proposal.areas.set({order.workplace.area for order, _who, _why in lines})
    ProposalLine.objects.bulk_create(
        ProposalLine(proposal=proposal, order=order, substitute=who, why=dict(why), terms_version=order.terms_version)
        for order, who, why in lines
    )
    proposal.plans = [proposals.plan_of(proposal, version=FIRST_VERSION)]
    proposal.save(update_fields=["plans"])


def _says(proposal: Proposal) -> dict[object, object]:
    return dict(proposal.lines.values_list("order", "substitute"))
