"""The facts of a shift, as a message says them. Nothing of why somebody is needed, nor of whom they stand in for."""

from collections.abc import Collection
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from booking.models import Booking, Order
from booking.notifications.shortening import Facts
from booking.period import Period
from booking.weeks import local_day
from people import access
from people.models import User
from portal.templatetags.times import clock, day


def shift(of: Order | Booking) -> dict[str, str]:
    """Where and when: of a booking, as it was agreed."""
    order = of.order if isinstance(of, Booking) else of
    agreed = of.terms if isinstance(of, Booking) else {}
    place = agreed.get("workplace", order.workplace.name)
    return {"place": place, "day": day(of.starts), "span": span(of.period)}


def whole_shift(booking: Booking) -> Facts:
    """What she must know to get there."""
    address = booking.terms.get("address", booking.order.workplace.address)
    return {**shift(booking), "address": address, "contact": contact(booking.order)}


def contact(order: Order) -> tuple[str, ...]:
    """Whom to ask for and the number; in short the number."""
    phone = order.workplace.phone
    whole = ", ".join(filter(None, [order.contact, phone])) or settings.MUNICIPALITY
    return (whole, phone) if phone else (whole,)


def span(period: Period) -> str:
    """07.00–16.00"""
    return f"{clock(period.starts)}–{clock(period.ends)}"


def moment(when: datetime, *, at: datetime) -> str:
    """06.15 when it is today, else onsdag 13 maj 06.15."""
    return clock(when) if local_day(when) == local_day(at) else f"{day(when)} {clock(when)}"


def before(was: Period, now: Period) -> str:
    """The time that it was, with its day if that is another; nothing if only the place is new."""
    if was == now:
        return ""
    return span(was) if local_day(was.starts) == local_day(now.starts) else f"{day(was.starts)} {span(was)}"


def days(orders: Collection[Order]) -> str:
    """onsdag 13 maj, 13–20 maj, 30 maj–2 juni: from the first shift to the last."""
    first, last = (local_day(pick(order.starts for order in orders)) for pick in (min, max))
    if first == last:
        return day(first)
    start = date_format(first, "j" if (first.year, first.month) == (last.year, last.month) else "j F")
    return f"{start}–{date_format(last, 'j F')}"


def choice(code: int, order: Order) -> str:
    """How to say yes to one of several: JA 7: Solgården onsdag 13 maj 07.00."""
    facts = {"code": code, "place": order.workplace.name, "day": day(order.starts), "clock": clock(order.starts)}
    return _("JA %(code)s: %(place)s %(day)s %(clock)s.") % facts


def page_of(order: Order, reader: User) -> str:
    """The order as the reader sees it: at the planners' desk, or among her own."""
    return reverse("order:inspect" if access.may(reader, "order.book") else "booking:order", args=[order.pk])
