"""What people are booked for already, the hours that count, and what the rules allow each of them."""

from collections import Counter
from dataclasses import dataclass

import numpy as np

from benchmarks.assistant.habits import BEYOND, Spans
from benchmarks.assistant.times import DAYTIME, NIGHT, Ints, Table
from benchmarks.assistant.town import MONTHLY, RESOURCE, People
from booking.assistant.problem import Limits, Person, Shift

PROFILES = (
    Limits(),
    Limits(weekly_hours=30 * 60, month_cap=120 * 60, days_in_row=5),
    Limits(weekly_hours=38 * 60 + 15, month_cap=None, days_in_row=None),
)
OF_MINORS = Limits(daily_rest=12 * 60, longest_span=12 * 60, one_a_day=True)
NIGHTS = 2
"""The habit of those who are booked at night."""


@dataclass(frozen=True, slots=True)
class Bookings:
    """In order of person and start."""

    person: Ints
    day: Ints
    form: Ints
    spans: Spans
    by_week: Ints  # minutes by person and week of the table


def bookings(dice: np.random.Generator, people: People, habit: Ints, table: Table) -> Bookings:
    """Pairs of days, some days apart, at hours that let her rest."""
    number, most = len(habit), 12
    many = np.where(people.stage == RESOURCE, 10, np.where(people.stage == MONTHLY, 7, 3)) + dice.integers(
        -2, 3, number
    )
    step, first = dice.integers(4, 12, number), dice.integers(0, table.days - 8, number)
    nth = np.arange(most)
    day = (first[:, None] + step[:, None] * (nth // 2) + nth % 2) % (table.days - 1)
    own = dice.choice([DAYTIME, 1, 2, 4], number)
    own = np.where(habit == NIGHTS, NIGHT, np.where(people.minor, 4, own))
    taken = np.zeros((number, table.days), dtype=bool)
    person, nth = np.nonzero(nth < many[:, None])
    taken[person, day[person, nth]] = True
    person, days = np.nonzero(taken)
    form = own[person]
    spans = Spans(person * BEYOND + table.starts[days, form], person, table.ends[days, form])
    by_week = np.zeros((number, table.week[-1] + 1), dtype=np.int64)
    np.add.at(by_week, (person, table.week[days]), table.work[days, form])
    return Bookings(person, days, form, spans, by_week)


def persons(dice: np.random.Generator, people: People, booked: Bookings, table: Table) -> list[Person]:
    """Each with her limits, her bookings, and the hours of the sixteen weeks before."""
    number = len(people.stage)
    usual = np.where(people.stage == RESOURCE, 36, np.where(people.stage == MONTHLY, 32, dice.integers(0, 44, number)))
    before = (usual[:, None] * 60 + dice.integers(-16, 17, (number, 16)) * 30).clip(0).tolist()
    bounds = np.searchsorted(booked.person, np.arange(number + 1)).tolist()
    rows = [table.shifts[day][form] for day, form in zip(booked.day.tolist(), booked.form.tolist(), strict=True)]
    return [
        _person(n, OF_MINORS if minor else PROFILES[profile], tuple(rows[bounds[n] : bounds[n + 1]]), before[n], table)
        for n, (minor, profile) in enumerate(zip(people.minor.tolist(), people.profile.tolist(), strict=True))
    ]


def _person(number: int, limits: Limits, shifts: tuple[Shift, ...], before: list[int], table: Table) -> Person:
    monday = table.first.toordinal() - table.first.weekday()
    weeks, months = Counter[int](), Counter[int]()
    for nth, work in enumerate(before, start=1):
        if work:
            weeks[monday - 7 * nth] += work
    for shift in shifts:
        months[shift.month] += shift.work
        for week, work in shift.weeks:
            weeks[week] += work
    return Person(number, limits, shifts, dict(weeks), dict(months))
