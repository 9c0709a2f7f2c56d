"""What an assistant has decided is done: each order whole or not at all, as it stands when its turn comes.

If whom it chose can no longer have it, nobody else is tried blindly: the next run sees the whole anew.
"""

import uuid
from collections.abc import Callable, Collection, Sequence
from datetime import datetime

from django.db.models import Q
from django.utils.translation import gettext as _

from booking.matching import around
from booking.models import (
    RESOURCES,
    Asking,
    AssistantDecision,
    Availability,
    Booking,
    Kind,
    Order,
    Origin,
    Policy,
)
from booking.operations import assistant_hours, bookings, direct, waves
from booking.operations.deciding import decision, locked_order, locked_substitutes
from booking.operations.refusals import AlreadyTaken, Hindered, Refused
from booking.period import covered
from people.history import record
from people.models import Substitute, User

Outcome = AssistantDecision.Outcome
LONGEST = 500

Done = Callable[[AssistantDecision, Order], Outcome]


@decision
def book(made: AssistantDecision, *, by: User | None, at: datetime) -> AssistantDecision:
    """Book whom it chose, or keep why not. Done twice it is done once."""
    assert made.substitute_id  # noqa: S101 (a constraint: what is planned names somebody)
    people = locked_substitutes([made.substitute_id])

    def do(made: AssistantDecision, order: Order) -> Outcome:
        made.booking = _booked(made, order, people[made.substitute_id], by=by, at=at)  # type: ignore[index]
        return Outcome.BOOKED

    return _carried_out(made, do, at=at)


@decision
def ask(made: AssistantDecision, *, by: User | None, at: datetime) -> AssistantDecision:
    """Ask whom it chose, and after her those who come next; the first wave leaves when it is due.

    Its `why` says who they are, by `asks`, and by `only` whether nobody else is asked after them.
    """
    keys = [uuid.UUID(key) for key in made.why["asks"]]
    people = locked_substitutes(keys)

    def do(made: AssistantDecision, order: Order) -> Outcome:
        _asked(made, order, [people[key] for key in keys if key in people], by=by, at=at)
        return Outcome.ASKED

    return _carried_out(made, do, at=at)


@decision
def give_up(made: AssistantDecision, *, reasons: Sequence[str], at: datetime) -> None:
    """It could not be done, for a reason that is not the order's; the next run tries anew."""
    planned = AssistantDecision.objects.planned().filter(pk=made.pk)
    planned.update(outcome=Outcome.REFUSED, refusal=". ".join(reasons)[:LONGEST], done_at=at)


def _carried_out(made: AssistantDecision, do: Done, *, at: datetime) -> AssistantDecision:
    """Under the locks of the people; locks the order, and then the decision."""
    order = locked_order(made.order)
    rows = AssistantDecision.objects.select_for_update(no_key=True, of=("self",)).select_related("run__profile")
    made = rows.get(pk=made.pk)
    if made.outcome != Outcome.PLANNED:
        return made
    try:
        _stands(made, order, at=at)
        made.outcome = do(made, order)
    except AlreadyTaken as refusal:
        made.outcome, made.refusal = Outcome.OVERTAKEN, str(refusal)[:LONGEST]
    except Refused as refusal:
        made.outcome, made.refusal = Outcome.REFUSED, str(refusal)[:LONGEST]
    made.done_at = at
    made.save(update_fields=["outcome", "refusal", "done_at", "booking"])
    return made


def _stands(made: AssistantDecision, order: Order, *, at: datetime) -> None:
    """The order is as it was when it was decided on, and the assistant may still act."""
    profile = made.run.profile
    if not profile.is_on:
        raise Refused(_("Assistenten stängdes av."))
    if not assistant_hours.works(profile, Policy.objects.in_force(order.workplace), at=at):
        raise Refused(_("Assistenten arbetar inte vid den här tiden."))
    if order.status != Order.Status.OPEN or order.round != made.round or order.starts <= at:
        raise AlreadyTaken(_("Passet är inte längre ledigt."))
    if Asking.objects.running().filter(order=order).exists():
        raise AlreadyTaken(_("Någon annan har börjat fråga om passet."))


@decision
def _booked(made: AssistantDecision, order: Order, substitute: Substitute, *, by: User | None, at: datetime) -> Booking:
    """Where the policy lets it be done; time that she is paid for is not a matter of the policy's."""
    if (order.pk, substitute.pk) in around.said([order]).no:
        raise Refused(_("%(who)s har sagt nej till passet.") % {"who": substitute})
    kinds = made.run.profile.of_kinds
    if kinds and not _holds(order, substitute, kinds):
        raise Refused(_("%(who)s har ändrat sin tid.") % {"who": substitute})
    if not _holds(order, substitute, RESOURCES) and (why_not := direct.why_not(order, substitute, now=at)):
        raise Hindered(*why_not)
    booking = bookings.book(order, substitute, by=by, at=at, origin=Origin.ASSISTANT)
    facts = {"order": str(order.pk), "run": str(made.run_id), **made.why}
    record(booking, "booking.choose", by=by, at=at, area_id=order.workplace.area_id, **facts)
    return booking


@decision
def _asked(
    made: AssistantDecision, order: Order, people: Sequence[Substitute], *, by: User | None, at: datetime
) -> None:
    """In waves, in their order; the order's history keeps why they stand as they do."""
    waves.start_later(order, by=by, at=at, chosen=people, only=made.why["only"])
    facts = {"run": str(made.run_id), **made.why}
    record(order, "order.choose", by=by, at=at, area_id=order.workplace.area_id, **facts)


def _holds(order: Order, substitute: Substitute, kinds: Collection[Kind]) -> bool:
    """Whether time of hers of these kinds, that counts for the order and at its workplace, holds all of it."""
    here = Q(order=None) | Q(order=order)
    there = Q(limited=False) | Q(workplaces=order.workplace)
    rows = Availability.objects.touching(order.period).filter(here, there, substitute=substitute, kind__in=kinds)
    return covered(order.period, [row.period for row in rows])
