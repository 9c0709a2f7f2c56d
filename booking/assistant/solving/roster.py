"""One person's work, piece by piece, and whether she may have one shift more by her limits.

Asked as the rulebook asks (`booking.rules`): only of the time that the shift can affect, so that an old breach among
what she is booked for stops nothing that does not worsen it. All in minutes.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable

from booking.assistant.problem import Given, Person, Seat, Shift
from booking.assistant.solving import rest

DAY = 24 * 60


class Roster:
    """The shifts that a person is booked for, which stay, and the seats that the plan gives her."""

    __slots__ = (
        "_alone",
        "_begun",
        "_days",
        "_given",
        "_hours",
        "_months",
        "_weeks",
        "booked",
        "ends",
        "gives",
        "limits",
        "starts",
    )

    def __init__(self, person: Person) -> None:
        """Nothing given yet."""
        self.limits, self.gives = person.limits, person.gives
        self.booked = rest.joined((each.starts, each.ends) for each in person.booked)
        self.starts = [starts for starts, _ in self.booked]
        self.ends = [ends for _, ends in self.booked]
        self._weeks = defaultdict(int, person.weeks)
        self._begun = defaultdict(int, person.weeks)  # the same, with each seat of the plan whole where it starts
        self._months = defaultdict(int, person.months)
        self._hours = sum(person.weeks.values())
        self._days: dict[int, int] = defaultdict(int)
        for shift in person.booked:
            self._days[shift.day] += 1
        self._given: dict[int, int] = defaultdict(int)  # how many seats of the plan start in the week
        self._alone: set[int] = set()  # days whose shift may have no other beside it

    def fits(self, seat: Seat) -> bool:
        """Whether she may have the seat beside all that she has."""
        shift = seat.shift
        at = self._gap(shift)
        return (
            at is not None
            and self._has_hours(shift)
            and self._has_days(shift, second=seat.second)
            and rest.is_kept(self, shift.starts, shift.ends, at)
            and (not self.gives or all(self._has_left(given, shift) for given in self.gives))
        )

    def add(self, seat: Seat) -> None:
        """Give her the seat."""
        shift = seat.shift
        at = bisect_right(self.starts, shift.starts)
        self.starts.insert(at, shift.starts)
        self.ends.insert(at, shift.ends)
        self._count(shift, 1)
        if not seat.second:
            self._alone.add(shift.day)

    def remove(self, seat: Seat) -> None:
        """Take a seat back that she was given."""
        shift = seat.shift
        at = bisect_right(self.starts, shift.starts) - 1
        del self.starts[at], self.ends[at]
        self._count(shift, -1)
        if not seat.second:
            self._alone.discard(shift.day)

    def left_in_week(self, week: int) -> int:
        """How much more work that week may have."""
        return self.limits.weekly_hours - self._weeks[week]

    def left_in_month(self, month: int) -> int | None:
        """How much more work that month may have; `None` is no cap."""
        cap = self.limits.month_cap
        return None if cap is None else cap - self._months[month]

    def _gap(self, shift: Shift) -> int | None:
        """Where the shift goes among the pieces; `None` where it meets one of them."""
        at = bisect_right(self.starts, shift.starts)
        if at and self.ends[at - 1] > shift.starts:
            return None
        return None if at < len(self.starts) and self.starts[at] < shift.ends else at

    def _has_hours(self, shift: Shift) -> bool:
        limits = self.limits
        for week, work in shift.weeks:
            if self._weeks[week] + work > limits.weekly_hours:
                return False
        if limits.month_cap is not None and self._months[shift.month] + shift.work > limits.month_cap:
            return False
        most = limits.average_hours * limits.average_weeks
        return self._hours + shift.work <= most or self._has_average(shift, most)

    def _has_average(self, shift: Shift, most: int) -> bool:
        """In the weeks that end with the shift's own, and in those that end with a later one in which she is given.

        A shift over the end of a week counts whole there, so that it does not matter which of hers is asked for last.
        """
        own, span = monday(shift.day), self.limits.average_weeks * 7
        ends = {own, *(week for week, given in self._given.items() if given and own <= week < own + span)}
        return all(
            sum(work for week, work in self._begun.items() if end - span < week <= end) + shift.work <= most
            for end in ends
        )

    def _has_days(self, shift: Shift, *, second: bool) -> bool:
        day, days = shift.day, self._days
        if days.get(day):
            return second and not self.limits.one_a_day and day not in self._alone
        most = self.limits.days_in_row
        if most is None:
            return True
        first, last = day, day
        while days.get(first - 1):
            first -= 1
        while days.get(last + 1):
            last += 1
        return last - first < most

    def _has_left(self, given: Given, shift: Shift) -> bool:
        """Asked as `booking.resource_time.beyond` asks."""
        asked = _within(given, [(shift.starts, shift.ends)])
        return not asked or asked + _within(given, zip(self.starts, self.ends, strict=True)) <= given.most

    def _count(self, shift: Shift, sign: int) -> None:
        for week, work in shift.weeks:
            self._weeks[week] += sign * work
        self._months[shift.month] += sign * shift.work
        self._hours += sign * shift.work
        self._days[shift.day] += sign
        self._begun[monday(shift.day)] += sign * shift.work
        self._given[monday(shift.day)] += sign


def _within(given: Given, pieces: Iterable[tuple[int, int]]) -> int:
    """How many minutes of the pieces lie in it."""
    spans = given.spans
    return sum(max(0, min(ends, last) - max(starts, first)) for starts, ends in pieces for first, last in spans)


def monday(day: int) -> int:
    """The ordinal of the week's Monday; ordinal 1 was one."""
    return day - (day - 1) % 7
