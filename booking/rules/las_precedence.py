"""Företrädesrätt: who is to be offered the next employment before others, and who is to be told that there is none.

25 § LAS: whoever has been employed for more than twelve months in the last three years is first to be employed anew;
to a new särskild visstid also whoever has had more than nine months of that kind. It lasts until nine months after the
last employment ended. 15 §: whoever has been employed for as long, and is not going to be any more, is told a month
before, or when the employment begins if it is shorter; in writing, and the paper says whether she has the right and
whether she must claim it (16 and 27 §§). 3 §: the rule of three holds here too.

What no count can tell: that there is a lack of work, and that she is qualified. Whether AB says otherwise for those who
are employed by the hour has not been verified.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from booking.rules.las import NINE_MONTHS, TWELVE_MONTHS, VISSTID, WINDOW_FOR_THE_NEXT, window
from booking.rules.las_course import Engaged, course, number
from booking.weeks import months_later

LASTS, NOTICE = 9, 1
"""Months that the right lasts after the last employment, and that notice is given before it ends."""


class Right(Enum):
    """To what she has precedence, with the kinds that count and the days that must be passed."""

    TO_FIXED_TERM = ({VISSTID}, NINE_MONTHS)
    TO_ANY = (None, TWELVE_MONTHS)

    @property
    def days(self) -> int:
        """That may be worked before she has it."""
        return self.value[1]

    def counts(self, kind: str) -> bool:
        """Whether that kind of employment does."""
        kinds = self.value[0]
        return kinds is None or kind in kinds


@dataclass(frozen=True, slots=True)
class Precedence:
    """Her days towards a right in three years, and the days on which she has it, both included; `None`: she has not.

    `since` is when the days were passed, and may be to come, if that is booked; `until` is if nothing more is booked.
    """

    right: Right
    days: int
    since: date | None = None
    until: date | None = None

    def holds(self, day: date) -> bool:
        """Whether she has it on that day."""
        return self.since is not None and self.until is not None and self.since <= day <= self.until


@dataclass(frozen=True, slots=True)
class Notice:
    """By which day she is to be told that there is no more, and her last engagement that is known.

    Each is a day long: if it was agreed on later than a month before, she is told when it begins.
    """

    by: date
    last: date

    def is_due(self, today: date) -> bool:
        """Whether it is time, or late."""
        return self.by <= today


def precedence(engagements: Sequence[Engaged], right: Right, *, today: date) -> Precedence:
    """By all that is worked and booked; `days` are those that have been worked."""
    since: date | None = None
    until: date | None = None
    worked = 0
    for day, days in course(engaged for engaged in engagements if right.counts(engaged.kind)):
        if day <= today:
            worked = number(days, window(today, WINDOW_FOR_THE_NEXT)[0])
        if number(days, window(day, WINDOW_FOR_THE_NEXT)[0]) > right.days:
            if until is None or until < day:
                if until and until >= today:
                    break  # she has it now; that she gets it once more is another story
                since = day
            until = months_later(day, LASTS)
    return Precedence(right, worked, since, until) if until and until >= today else Precedence(right, worked)


def notice(engagements: Sequence[Engaged], *, today: date) -> Notice | None:
    """If nothing more than what is booked is to come; `None` if she is not to be told, or the right is over."""
    if not engagements:
        return None
    last = max(engagements).day
    rights = (precedence(engagements, right, today=today) for right in Right)
    if all(hers.until != months_later(last, LASTS) for hers in rights):
        return None
    return Notice(months_later(last, -NOTICE), last)
