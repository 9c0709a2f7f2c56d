"""How the planners' desk says what is near and how far an order has come."""

from datetime import date, datetime, timedelta

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from booking.models import Booking, Order
from booking.weeks import local_day

register = template.Library()

SOON = timedelta(hours=2)
ROOM = 12
"""How many letters of an occupation stand on one line of the week's narrow columns."""
VOWELS = set("aeiouyåäö")
BADGES = {
    Order.Status.DRAFT: "grus",
    Order.Status.OPEN: "lingon",
    Order.Status.BOOKED: "bokad",
    Order.Status.COMPLETED: "bokad",
    Order.Status.CANCELLED: "grus",
    Order.Status.LAPSED: "lingon",
}


@register.filter
def until(moment: datetime, now: datetime) -> str:
    """om 48 min, om 1 tim 18 min, i dag, i morgon, om 3 dagar"""
    left = moment - now
    if left <= timedelta():
        return _("har börjat")
    if left <= SOON:
        hours, minutes = divmod(int(left.total_seconds()) // 60, 60)
        if hours:
            return _("om %(hours)d tim %(minutes)d min") % {"hours": hours, "minutes": minutes}
        return _("om %(minutes)d min") % {"minutes": minutes}
    days = (local_day(moment) - local_day(now)).days
    near = {0: _("i dag"), 1: _("i morgon")}
    return near.get(days) or ngettext("om %(days)d dag", "om %(days)d dagar", days) % {"days": days}


@register.filter
def is_soon(moment: datetime, now: datetime) -> bool:
    """Whether it is within two hours."""
    return moment - now <= SOON


@register.filter
def shortened(occupation: str) -> str:
    """Undersköt. of undersköterska: cut before a vowel, as words are; what has room is not cut"""
    if len(occupation) <= ROOM:
        return occupation
    ends = [n for n in range(2, ROOM - 1) if occupation[n] in VOWELS and occupation[n - 1] not in VOWELS]
    return f"{occupation[: max(ends, default=ROOM - 2)].rstrip()}."


@register.inclusion_tag("booking/desk/state.html")
def order_state(order: Order) -> dict[str, object]:
    """The order's badge; of an open one that was read with its state, how far it has come."""
    if order.status != Order.Status.OPEN:
        return {"kind": BADGES[Order.Status(order.status)], "text": order.get_status_display().capitalize()}
    if order.returned_at:
        return {"kind": "grus", "icon": "undo", "text": _("Returnerad")}
    if order.stopped_at:
        return {"kind": "grus", "icon": "stop", "text": _("Stoppad")}
    return _how_far(order)


def _how_far(order: Order) -> dict[str, object]:
    """Whoever would like it, else what those who were asked have said."""
    interested, waiting, said_no, asked = (
        getattr(order, name, 0) for name in ("interested", "waiting", "said_no", "asked")
    )
    if interested:
        wanting = ngettext("%(n)d har anmält intresse", "%(n)d har anmält intresse", interested)
        return {"kind": "ljung", "text": wanting % {"n": interested}, "also": waiting}
    if waiting and said_no:
        no_of = _("%(no)d av %(asked)d har svarat nej") % {"no": said_no, "asked": asked}
        return {"kind": "fraga", "icon": "clock", "text": no_of}
    if waiting:
        return {"kind": "fraga", "icon": "clock", "text": _("Väntar på %(n)d svar") % {"n": waiting}}
    return {"kind": "lingon", "text": _("Saknar vikarie")}


@register.filter
def booking_state(booking: Booking) -> str:
    """Bokad, or why it ended."""
    if booking.ended_at is None:
        return _("Kom inte") if booking.no_show else _("Bokad")
    return _("Avbokad: %(why)s") % {"why": booking.get_end_reason_display()}


@register.filter
def last_day(ends: datetime) -> date:
    """The last day that something holds which ends, half-open, at this moment."""
    return local_day(ends - timedelta(seconds=1))
