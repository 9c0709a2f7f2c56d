"""Small problems for the solver: shifts by the clock in Stockholm, people, and who may have what."""

from array import array
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from booking.assistant.problem import Limits, Pairs, Person, Problem, Seat, Shift
from booking.period import STOCKHOLM, Period
from booking.rules.hours import worked_in
from booking.weeks import Week, local_day
from tests.clock import at

FREE = Limits(weekly_hours=168 * 60, month_cap=None, days_in_row=None)
"""As good as no caps: what is left is rest."""


def shift(starts: str, ends: str, pause: int = 0) -> Shift:
    """`shift("2027-03-01 07:00", "16:00")`: the same day, or the next; or until a day and time."""
    begins = at(starts)
    end = at(ends if " " in ends else f"{starts[:10]} {ends}")
    return _shift(Period(begins, end if end > begins else end + timedelta(days=1)), pause)


def _shift(period: Period, pause: int) -> Shift:
    day = local_day(period.starts)
    weeks = dict.fromkeys((Week.of(day), Week.of(local_day(period.ends - timedelta(minutes=1)))))
    parts = tuple(
        (week.monday.toordinal(), int(worked_in(period, timedelta(minutes=pause), week.span).total_seconds()) // 60)
        for week in weeks
    )
    work = int(period.length.total_seconds()) // 60 - pause
    first, last = (int(moment.timestamp()) // 60 for moment in (period.starts, period.ends))
    return Shift(first, last, work, day.toordinal(), day.year * 12 + day.month - 1, parts)


def person(name: str = "Amira", limits: Limits = FREE, *booked: Shift) -> Person:
    """With the hours of what she is booked for."""
    weeks: dict[int, int] = {}
    months: dict[int, int] = {}
    for each in booked:
        months[each.month] = months.get(each.month, 0) + each.work
        for week, work in each.weeks:
            weeks[week] = weeks.get(week, 0) + work
    return Person(name, limits, tuple(sorted(booked, key=lambda each: each.starts)), weeks, months)


def problem(seats: Sequence[Seat | Shift], people: Sequence[Person], worth: Mapping[tuple[int, int], int]) -> Problem:
    """`worth` is the points of each pair of seat and person."""
    named = [each if isinstance(each, Seat) else Seat(number, each) for number, each in enumerate(seats)]
    rows = sorted((seat, who, points) for (seat, who), points in worth.items())
    columns = zip(*rows, strict=True) if rows else ((), (), ())
    return Problem(named, list(people), Pairs(*map(array, "iiq", columns)))


def everybody(seats: int, people: int, points: int = 100) -> dict[tuple[int, int], int]:
    """Each pair, at the same worth."""
    return {(seat, who): points for seat in range(seats) for who in range(people)}


SPRING, AUTUMN = date(2027, 3, 28), date(2027, 10, 31)
"""When the clock is put forward, and back."""


def random_problem(seed: int, seats: int = 6, people: int = 3, days: int = 4) -> Problem:
    """Whole hours, in so many days around a night when the clock is changed, and tight limits."""
    dice = Random(seed)
    first = (SPRING, AUTUMN)[seed % 2] - timedelta(days=days // 2)
    shifts = [_random_shift(dice, first, days) for _ in range(seats)]
    folk = [_random_person(dice, first, days) for _ in range(people)]
    worth = {
        (seat, who): dice.randint(1, 9) * 10
        for seat in range(seats)
        for who in range(people)
        if dice.random() < 0.8
        if all(shifts[seat].starts >= b.ends or b.starts >= shifts[seat].ends for b in folk[who].booked)
    }
    return problem([Seat(n, each, dice.random() < 0.8) for n, each in enumerate(shifts)], folk, worth)


def _random_shift(dice: Random, first: date, days: int) -> Shift:
    """Of two to eleven hours."""
    day = first + timedelta(days=dice.randrange(days))
    begins = datetime.combine(day, time(dice.choice([0, 4, 6, 7, 8, 12, 13, 16, 20, 22])), STOCKHOLM).astimezone(UTC)
    ends = (begins + timedelta(hours=dice.randint(2, 11))).astimezone(STOCKHOLM)
    return _shift(Period(begins, ends), pause=dice.choice([0, 0, 30]))


def _random_person(dice: Random, first: date, days: int) -> Person:
    limits = Limits(
        daily_rest=dice.choice([9, 11, 12]) * 60,
        weekly_rest=dice.choice([36, 100]) * 60,
        weekly_hours=dice.choice([16, 24, 40]) * 60,
        average_hours=dice.choice([1, 48]) * 60,
        month_cap=dice.choice([None, 20 * 60]),
        days_in_row=dice.choice([None, 2, 3]),
        one_a_day=dice.random() < 0.2,
    )
    return person("?", limits, *([_random_shift(dice, first, days)] if dice.random() < 0.4 else []))
