"""What her workplaces ordered the last day that they ordered anything, and how it would be on another."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from booking.forms.order_columns import plans
from booking.models import Order, Policy
from booking.models.order import OrderQuerySet
from booking.offering import OfferTerms, earliest_start
from booking.period import NoSuchTime, Period, TimeTwice, local, local_span
from booking.templatetags.shifts import by
from booking.weeks import local_day, span_of
from people import access
from people.models import User
from portal.templatetags.times import day as in_words

LOOKED_BACK = timedelta(days=14)
MOST = 20


@dataclass(frozen=True, slots=True)
class Again:
    """An earlier order, its time on the new day, and why it cannot be ordered then, or need not be."""

    order: Order
    period: Period | None
    fault: str = ""
    is_there: bool = False

    @property
    def is_chosen(self) -> bool:
        """Whether it is ordered unless she says otherwise."""
        return not self.fault and not self.is_there


def latest_day(me: User, *, now: datetime) -> date | None:
    """The last day before today on which a shift began, within two weeks; one query."""
    today = local(local_day(now), time())
    rows = _asked_for(me).filter(starts__lt=today, starts__gte=today - LOOKED_BACK)
    last = rows.order_by("-starts").values_list("starts", flat=True).first()
    return local_day(last) if last else None


def named(day: date, *, now: datetime) -> str:
    """Samma som i går, or Samma som fredag 8 maj"""
    if day == local_day(now) - timedelta(days=1):
        return _("Samma som i går")
    return _("Samma som %(day)s") % {"day": in_words(day)}


def of_day(me: User, day: date) -> list[Order]:
    """What was asked for that day, the first first."""
    span = span_of(day, day)
    rows = _asked_for(me).filter(starts__gte=span.starts, starts__lt=span.ends)
    return list(rows.for_a_list()[:MOST])


def again(earlier: Sequence[Order], day: date, *, me: User, now: datetime) -> list[Again]:
    """Each of them on the day; the shifts that are there already are told from those that are not. Two queries."""
    there = _there(me, day)
    terms = Policy.objects.in_force_at({order.workplace for order in earlier}) if earlier else {}
    found = []
    for order in earlier:
        period = _on(order, day)
        seat = (order.workplace_id, order.occupation_id, period)
        lead = OfferTerms(order_min_lead=timedelta()) if plans(me, order.workplace) else terms[order.workplace_id]
        found.append(Again(order, period, _fault(period, lead, now), is_there=there[seat] > 0))
        there[seat] -= 1
    return found


def _there(me: User, day: date) -> "Counter[tuple[object, object, Period | None]]":
    """How many are ordered for the day, by workplace, occupation and time."""
    span = span_of(day, day)
    rows = access.scope(me, Order.objects.filter(starts__gte=span.starts, starts__lt=span.ends), "place")
    left = rows.filter(status__in=[Order.Status.OPEN, Order.Status.BOOKED])
    return Counter((row.workplace_id, row.occupation_id, row.period) for row in left)


def _asked_for(me: User) -> OrderQuerySet:
    """What somebody was needed for: neither drafts, nor what was taken back, nor introductions."""
    rows = Order.objects.exclude(status__in=[Order.Status.DRAFT, Order.Status.CANCELLED])
    return access.scope(me, rows.filter(reason__introduces=False), "place")


def _on(order: Order, day: date) -> Period | None:
    """The same clock that day; none if the clock jumps over it or passes it twice."""
    starts, ends = localtime(order.starts).time(), localtime(order.ends).time()
    try:
        return local_span(day, starts, ends)
    except (NoSuchTime, TimeTwice):
        return None


def _fault(period: Period | None, terms: OfferTerms, now: datetime) -> str:
    if period is None:
        return _("Klockan ställs om den natten. Beställ passet för sig.")
    earliest = earliest_start(now, terms)
    if period.starts < earliest or period.starts <= now:
        return _("Börjar för snart. Tidigast %(when)s.") % {"when": by(earliest, local_day(now))}
    return ""
