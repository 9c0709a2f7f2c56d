"""How worked time is said: 07.00–17.15, rast 30 min; +1 tim 15 min."""

from datetime import timedelta

from django import template
from django.utils.translation import gettext as _

from booking.models import Booking, WorkedTime
from booking.period import Period
from booking.policy_words import length
from booking.templatetags.shifts import exact
from portal.templatetags.times import hours

register = template.Library()

Time = Booking | WorkedTime


@register.filter
def as_worked(time: Time) -> str:
    """07.00–17.15, rast 30 min"""
    if isinstance(time, WorkedTime) and time.nothing:
        return _("Inget arbetat")
    rest = _("rast %(minutes)d min") % {"minutes": time.break_minutes} if time.break_minutes else _("ingen rast")
    return f"{exact(time.period)}, {rest}"


@register.filter
def beside(time: Time, was: Time) -> str:
    """+1 tim 15 min: how much more work than it was; nothing where it is as much."""
    more = _work(time) - _work(was)
    return f"{'+' if more > timedelta() else '−'}{length(abs(more))}" if more else ""


@register.filter
def worked_hours(work: timedelta, period: Period | None = None) -> str:
    """7 tim, or 7 tim (sommartid) where the clock changed during the period"""
    moves = period.clock_moves if period else timedelta()
    if not moves:
        return hours(work)
    change = _("sommartid") if moves > timedelta() else _("normaltid")
    return f"{hours(work)} ({change})"


def is_as(time: Time, other: Time) -> bool:
    """Whether they say the same."""
    return _facts(time) == _facts(other)


def _facts(time: Time) -> tuple[object, ...]:
    nothing = isinstance(time, WorkedTime) and time.nothing
    return (nothing,) if nothing else (nothing, time.period, time.break_minutes)


def _work(time: Time) -> timedelta:
    if isinstance(time, WorkedTime) and time.nothing:
        return timedelta()
    return max(time.period.length - timedelta(minutes=time.break_minutes), timedelta())
