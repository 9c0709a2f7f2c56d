"""Everyone who could be thought of for an order, with every reason for and against: reads, decides nothing."""

import uuid
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from django.db.models import Count
from django.utils.timezone import localtime

from booking import eligibility
from booking.eligibility import Verdict
from booking.matching.ranking import Merits, ranked
from booking.models import Booking, Enquiry, Interest, Order
from booking.period import Period, whole_day
from booking.rules import Channel
from people import access
from people.models import Substitute, User


class Group(Enum):
    """Where on the page a candidate stands."""

    FITS = "fits"
    ALMOST = "almost"  # a named role could, with a reason
    CANNOT = "cannot"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One substitute beside the order."""

    substitute: Substitute
    verdict: Verdict
    merits: Merits
    interest: Interest | None
    enquiry: Enquiry | None

    @property
    def group(self) -> Group:
        """Fits, almost or cannot."""
        if not self.verdict.possible:
            return Group.CANNOT
        return Group.ALMOST if self.verdict.needs_a_reason else Group.FITS


def of(order: Order, *, seen_by: User) -> list[Candidate]:
    """The candidates that the planner may see, best first; a constant number of queries."""
    interested = Interest.objects.live().filter(order=order).values_list("substitute", flat=True)
    thought_of = Substitute.objects.of_interest_to(order.workplace, also=list(interested)).select_related("user")
    return _beside(order, list(access.scope(seen_by, thought_of)), channel=Channel.PLANNER, seen_by=seen_by)


def _beside(
    order: Order, substitutes: Sequence[Substitute], *, channel: Channel, seen_by: User | None
) -> list[Candidate]:
    people = {person.pk: person for person in substitutes}
    interests = {row.substitute_id: row for row in Interest.objects.live().filter(order=order)}
    enquiries = {row.substitute_id: row for row in Enquiry.objects.filter(order=order, round=order.round)}
    verdicts = eligibility.of_many(order, substitutes, channel=channel, seen_by=seen_by)
    hours = _hours_in_the_week_of(order, list(people))
    here = _shifts_at_the_workplace_of(order, list(people))
    merits = {
        key: Merits(
            interested=key in interests,
            has_time=all(breach.code != "availability" for breach in verdicts[key].breaches),
            shifts_here=here[key],
            hours_this_week=hours[key] + order.period.length,
            name=str(person),
        )
        for key, person in people.items()
    }
    return [
        Candidate(people[key], verdicts[key], merits[key], interests.get(key), enquiries.get(key))
        for key in ranked(merits.items())
    ]


def eligible(order: Order, *, channel: Channel, but: Collection[uuid.UUID] = ()) -> list[Candidate]:
    """Those whom the rules let through by the channel without anybody's reason, best first, but for those named in `but`.

    As the system itself sees them: nobody's reach limits whom it may think of.
    """
    thought_of = Substitute.objects.of_interest_to(order.workplace).exclude(pk__in=but).select_related("user")
    standing = _beside(order, list(thought_of), channel=channel, seen_by=None)
    return [candidate for candidate in standing if candidate.verdict.books_by_itself]


def in_group(candidates: Sequence[Candidate], group: Group) -> list[Candidate]:
    """Those of one group, still best first."""
    return [candidate for candidate in candidates if candidate.group is group]


def week_of(order: Order) -> Period:
    """Monday to Monday in Stockholm, around the start of the shift."""
    day = localtime(order.starts).date()
    monday = day - timedelta(days=day.weekday())
    return Period(whole_day(monday).starts, whole_day(monday + timedelta(days=6)).ends)


def _hours_in_the_week_of(order: Order, keys: Sequence[uuid.UUID]) -> defaultdict[uuid.UUID, timedelta]:
    week = week_of(order)
    hours: defaultdict[uuid.UUID, timedelta] = defaultdict(timedelta)
    for booking in Booking.objects.occupying().overlapping(week).filter(substitute__in=keys).exclude(order=order):
        if within := booking.period.common(week):
            hours[booking.substitute_id] += within.length
    return hours


def _shifts_at_the_workplace_of(order: Order, keys: Sequence[uuid.UUID]) -> Counter[uuid.UUID]:
    before = Booking.objects.occupying().filter(substitute__in=keys, order__workplace=order.workplace_id)
    counted = before.filter(starts__lt=order.starts).values("substitute").annotate(shifts=Count("pk"))
    return Counter({row["substitute"]: row["shifts"] for row in counted})
