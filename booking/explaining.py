"""What the policy in force says of an order."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from django.utils.translation import gettext as _

from booking.calendar_days import red_days
from booking.models import Order, Policy
from booking.offering import Mode, OfferTerms
from booking.offering_in_words import sentences
from booking.period import Period
from booking.weeks import local_day
from portal.templatetags.times import clock, day


def explained(order: Order, now: datetime) -> list[str]:
    """What happens to exactly this order from now on, a line for each step; nothing when it needs nobody."""
    if order.status not in {Order.Status.OPEN, Order.Status.DRAFT}:
        return []
    terms = Policy.objects.in_force(order.workplace)
    if order.enquiry_mode:
        terms = replace(terms, enquiry_mode=Mode(order.enquiry_mode))
    return [*_held_back(order, now), *of_a_shift(order.period, now=now, terms=terms, direct=order.allow_direct)]


def of_a_shift(shift: Period, *, now: datetime, terms: OfferTerms, direct: bool = True) -> list[str]:
    """What happens to an order of the shift, with the calendar's red days."""
    return sentences(shift, now=now, terms=terms, red_days=_red_around(shift), direct=direct)


def _held_back(order: Order, now: datetime) -> Iterator[str]:
    if order.returned_at:
        yield _("Beställningen är returnerad till beställaren. Inget skickas förrän den är ändrad.")
    elif order.stopped_at:
        yield _("Beställningen är stoppad. Inget skickas, och inget ja bokar, förrän den startas igen.")
    elif order.wished_until and order.wished_until > now:
        when = {"when": f"{day(order.wished_until)} {clock(order.wished_until)}"}
        yield _("Bara den önskade vikarien ser passet till %(when)s. Sedan gäller det här:") % when


def _red_around(shift: Period) -> set[date]:
    return {red for year in {local_day(shift.starts).year, local_day(shift.ends).year} for red in red_days(year)}
