"""Direct booking: nobody is asked, since she has said herself that she can and the policy lets it be so."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from booking import offering
from booking.calendar_days import red_days
from booking.matching import candidates
from booking.matching.candidates import Candidate
from booking.models import Booking, Order, Origin, Policy
from booking.offering import Hindrance
from booking.operations import bookings
from booking.operations.deciding import decision, lock
from booking.operations.refusals import AlreadyTaken, CannotBook, Hindered
from booking.rules import Channel
from booking.weeks import local_day
from people.history import record
from people.models import Substitute, User

NEAR = timedelta(days=1)


def book_best(order: Order, *, by: User | None, at: datetime) -> Booking | None:
    """Book the best of those who may be booked directly; nobody if there is none, or if somebody was first.

    Each try is a decision of its own: whoever is no longer free when her turn comes is passed over. Whoever has given
    the shift back is not given it again.
    """
    if order.status != Order.Status.OPEN:
        return None
    gave_it_back = set(Booking.objects.regretted(order).values_list("substitute", flat=True))
    standing = candidates.eligible(order, channel=Channel.DIRECT, but=gave_it_back)
    for rank, candidate in enumerate(standing, start=1):
        try:
            return _chosen(order, candidate.substitute, standing[:rank], by=by, at=at)
        except (CannotBook, Hindered):
            continue
        except AlreadyTaken:
            return None
    return None


@decision
def _chosen(
    order: Order, substitute: Substitute, thought_of: Sequence[Candidate], *, by: User | None, at: datetime
) -> Booking:
    """Book her, and keep who was thought of before her, and why each stood where she stood."""
    booking = book(order, substitute, by=by, at=at)
    why = candidates.as_record(thought_of)
    record(booking, "booking.choose", by=by, at=at, area_id=order.workplace.area_id, order=str(order.pk), **why)
    return booking


@decision
def book(order: Order, substitute: Substitute, *, by: User | None, at: datetime) -> Booking:
    """Book her directly, or say every reason why the policy or the rules will not: for the portal and for herself."""
    substitute, order = lock(substitute, order)
    if hindrances := why_not(order, substitute, now=at):
        raise Hindered(*hindrances)
    return bookings.book(order, substitute, by=by, at=at, origin=Origin.DIRECT)


def why_not(order: Order, substitute: Substitute, *, now: datetime) -> tuple[Hindrance, ...]:
    """Every reason of the policy's why the order may not be booked directly, for her."""
    terms = Policy.objects.in_force(order.workplace)
    hers = Booking.objects.occupying().of(substitute).overlapping(order.period.widened(NEAR)).exclude(order=order)
    return offering.why_not_direct(
        order.period,
        now=now,
        terms=terms,
        red_days=red_days(local_day(order.starts).year),
        booked=[booking.period for booking in hers],
    )
