"""The days of a calendar, each with what fills it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial

from django.conf import settings
from django.utils.translation import get_language

from booking.agenda import by_day
from booking.calendar_days import red_days
from booking.entries import Entry, Look
from booking.weeks import Week

SUNDAY = 6


@dataclass(frozen=True, slots=True)
class Day:
    """A day with its entries, the surest first; `red` is the name of a public holiday."""

    on: date
    today: date
    entries: list[Entry]
    red: str

    @property
    def main(self) -> list[Entry]:
        """What a glance needs: shifts, enquiries, interests, absences; her own time where it meets none of them."""
        firm = [entry for entry in self.entries if not entry.is_own_word]
        return [
            entry
            for entry in self.entries
            if not entry.is_own_word or not any(entry.period.overlaps(other.period) for other in firm)
        ]

    @property
    def is_today(self) -> bool:
        """Whether it is this very day."""
        return self.on == self.today

    @property
    def is_past(self) -> bool:
        """Whether it is over."""
        return self.on < self.today

    @property
    def is_red(self) -> bool:
        """Whether it stands in red: a public holiday or a Sunday."""
        return bool(self.red) or self.on.weekday() == SUNDAY

    @property
    def week(self) -> Week:
        """The week it belongs to."""
        return Week.of(self.on)


def days_with(entries: Iterable[Entry], dates: Iterable[date], *, today: date) -> list[Day]:
    """The dates as days, each with its entries."""
    entries_of = by_day(entries)
    red = partial(red_days, language=get_language() or settings.LANGUAGE_CODE)
    return [Day(that, today, entries_of.get(that, []), red(that.year).get(that, "")) for that in dates]


def first_empty(weeks: Iterable[Week], entries: Iterable[Entry]) -> Week | None:
    """The first of the weeks where she has neither a shift nor said anything of her time."""
    spoken_for = {Week.of(entry.day) for entry in entries if entry.look not in {Look.ASKED, Look.HOPED}}
    return next((week for week in weeks if week not in spoken_for), None)
