"""Weeks and months as a calendar has them. Pure: which of them is now is handed in."""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from booking.period import STOCKHOLM, Period, local

# The calendar can be asked for any address; outside these years there is nothing to show.
YEARS = range(2000, 2100)


def within_reach(day: date) -> date:
    """The day itself, or a `ValueError` if no calendar of ours goes there."""
    if day.year not in YEARS:
        message = f"{day} is beyond the calendar"
        raise ValueError(message)
    return day


def local_day(moment: datetime) -> date:
    """The day that it is in Stockholm at that moment."""
    return moment.astimezone(STOCKHOLM).date()


def months_later(day: date, months: int) -> date:
    """The same day so many months on, or back; the month's last day where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def span_of(first: date, last: date) -> Period:
    """From midnight before the first day to midnight after the last, in Stockholm."""
    return Period(local(first, time()), local(last + timedelta(days=1), time()))


@dataclass(frozen=True, slots=True, order=True)
class Week:
    """A week from Monday to Sunday, named as in 2026-W20."""

    monday: date

    @classmethod
    def of(cls, day: date) -> "Week":
        """The week that the day belongs to."""
        return cls(day - timedelta(days=day.weekday()))

    @classmethod
    def named(cls, name: str) -> "Week":
        """`2026-W20`; what is no week is a `ValueError`."""
        return cls(within_reach(datetime.strptime(f"{name}-1", "%G-W%V-%u").date()))  # noqa: DTZ007 (a day, no moment)

    def __str__(self) -> str:
        return self.monday.strftime("%G-W%V")

    @property
    def number(self) -> int:
        """20 in 2026-W20."""
        return self.monday.isocalendar().week

    @property
    def sunday(self) -> date:
        """Its last day."""
        return self.monday + timedelta(days=6)

    @property
    def days(self) -> list[date]:
        """Monday to Sunday."""
        return [self.monday + timedelta(days=n) for n in range(7)]

    @property
    def span(self) -> Period:
        """All of it."""
        return span_of(self.monday, self.sunday)

    @property
    def before(self) -> "Week":
        """The week before."""
        return self.later(-1)

    @property
    def after(self) -> "Week":
        """The week after."""
        return self.later(1)

    def later(self, weeks: int) -> "Week":
        """So many weeks on."""
        return Week(self.monday + timedelta(weeks=weeks))


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A month, named as in 2026-05."""

    first: date

    @classmethod
    def of(cls, day: date) -> "Month":
        """The month that the day belongs to."""
        return cls(day.replace(day=1))

    @classmethod
    def named(cls, name: str) -> "Month":
        """`2026-05`; what is no month is a `ValueError`."""
        return cls(within_reach(datetime.strptime(name, "%Y-%m").date()))  # noqa: DTZ007 (a day, no moment)

    def __str__(self) -> str:
        return self.first.strftime("%Y-%m")

    @property
    def last(self) -> date:
        """Its last day."""
        return self.first.replace(day=calendar.monthrange(self.first.year, self.first.month)[1])

    @property
    def span(self) -> Period:
        """All of it."""
        return span_of(self.first, self.last)

    @property
    def before(self) -> "Month":
        """The month before."""
        return Month.of(self.first - timedelta(days=1))

    @property
    def after(self) -> "Month":
        """The month after."""
        return Month.of(self.last + timedelta(days=1))

    def weeks(self) -> Iterator[Week]:
        """The weeks that have a day in it."""
        week = Week.of(self.first)
        while week.monday <= self.last:
            yield week
            week = week.after
