"""The days that figures are of, and those that they are compared with. Pure: what day it is is handed in."""

from dataclasses import dataclass
from datetime import date, timedelta

from booking.period import Period
from booking.weeks import Month, Week, span_of

DAY = timedelta(days=1)
LONGEST = 366
"""Days that can be asked for at once."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """From the first day to the last, both included."""

    first: date
    last: date

    @classmethod
    def of_weeks(cls, number: int, *, today: date) -> "Stretch":
        """So many whole weeks, of which the last is over: a week that goes on would look worse than it is."""
        week = Week.of(today)
        return cls(week.later(-number).monday, week.before.sunday)

    @classmethod
    def of_month(cls, month: Month) -> "Stretch":
        """All of the month."""
        return cls(month.first, month.last)

    @property
    def days(self) -> int:
        """How many they are."""
        return (self.last - self.first).days + 1

    @property
    def span(self) -> Period:
        """From midnight to midnight in Stockholm."""
        return span_of(self.first, self.last)

    @property
    def before(self) -> "Stretch":
        """As many days right before; before a whole month, the whole month."""
        month = Month.of(self.first)
        if (self.first, self.last) == (month.first, month.last):
            return Stretch.of_month(month.before)
        return Stretch(self.first - timedelta(days=self.days), self.first - DAY)

    def weeks(self) -> list[Week]:
        """The weeks that have a day in it, in order."""
        week, found = Week.of(self.first), []
        while week.monday <= self.last:
            found.append(week)
            week = week.after
        return found
