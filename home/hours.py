"""How much she works in a month, beside her own wish and the caps that hold for her."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from booking.models import Booking
from booking.period import Period
from booking.weeks import Month, local_day
from home.standing import Held
from portal.templatetags.times import digits

HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Hours:
    """How much she has worked this month, and how much more is booked; what she wishes for, and may have at most."""

    worked: timedelta
    booked: timedelta
    wish: timedelta | None = None
    cap: timedelta | None = None

    @property
    def total(self) -> timedelta:
        """Worked and booked together."""
        return self.worked + self.booked

    @property
    def whole(self) -> timedelta:
        """What the total is a part of."""
        return self.wish or self.cap or self.total

    @property
    def words(self) -> str:
        """31 av 78 tim du önskar, högst 165"""
        facts = {"hours": digits(self.total), "wish": digits(self.wish or HOUR), "cap": digits(self.cap or HOUR)}
        if self.wish and self.cap:
            return _("%(hours)s av %(wish)s tim du önskar, högst %(cap)s") % facts
        if self.wish:
            return _("%(hours)s av %(wish)s tim du önskar") % facts
        return (_("%(hours)s tim, högst %(cap)s") if self.cap else _("%(hours)s tim")) % facts

    @property
    def is_over(self) -> bool:
        """Whether it is more than the cap."""
        return self.cap is not None and self.total > self.cap


def hours_in(month: Month, shifts: Iterable[Booking], *, now: datetime) -> Hours:
    """The hours of the shifts that begin in the month, in real time and without breaks."""
    worked = booked = timedelta()
    for shift in shifts:
        if Month.of(local_day(shift.starts)) != month or shift.no_show:
            continue
        if shift.ends <= now:
            worked += paid(shift.period, shift.break_minutes)
        else:
            booked += paid(shift.period, shift.break_minutes)
    return Hours(worked, booked)


def paid(period: Period, break_minutes: int) -> timedelta:
    """The length less the break."""
    return max(period.length - timedelta(minutes=break_minutes), timedelta())


def wished(in_a_month: timedelta | None) -> timedelta | None:
    """In whole hours: an average month is no more exact than that."""
    return round(in_a_month / HOUR) * HOUR if in_a_month else None


def cap_of(agreements: Iterable[Held], *, now: datetime) -> timedelta | None:
    """The highest cap of the agreements in force; none if one of them has none, or none is in force."""
    caps = [held.cap or 0 for held in agreements if held.starts <= now and (held.ends is None or now < held.ends)]
    return max(caps) * HOUR if caps and all(caps) else None
