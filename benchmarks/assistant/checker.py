"""A judge of plans that shares nothing with the solver and the rules: it paints a person's minutes and looks.

Told are only breaches that the plan adds: what is wrong with the booked shifts already is no fault of a plan.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from booking.assistant.problem import Person, Plan, Problem, Seat, Shift

STOCKHOLM = ZoneInfo("Europe/Stockholm")
DAY, WEEK, MARGIN = 1_440, 10_080, 16 * 1_440
REST, WORK = re.compile(rb"\x00+"), re.compile(rb"\x01+")


@dataclass(frozen=True, slots=True)
class Breach:
    """What is broken, and by whom (-1 where it is nobody)."""

    kind: str
    person: int


def breaches(problem: Problem, plan: Plan) -> list[Breach]:
    """All that the plan breaks; empty is a lawful plan, worth what it says."""
    worth = {
        (seat, person): points
        for seat, person, points in zip(problem.pairs.seat, problem.pairs.person, problem.pairs.points, strict=True)
        if seat < len(plan.people) and plan.people[seat] == person
    }
    given: defaultdict[int, list[Seat]] = defaultdict(list)
    found = list(_of_the_whole(problem, plan, worth))
    for number, person in enumerate(plan.people):
        if (number, person) in worth:
            given[person].append(problem.seats[number])
        elif person != -1:
            found.append(Breach("pair", person))
    for number, seats in given.items():
        found += [Breach(kind, number) for kind in _of_one(problem.people[number], seats)]
    return found


def _of_the_whole(problem: Problem, plan: Plan, worth: Mapping[tuple[int, int], int]) -> Iterator[Breach]:
    if len(plan.people) != len(problem.seats):
        yield Breach("seats", -1)
    if plan.points != sum(worth.values()):
        yield Breach("points", -1)
    if plan.bound is not None and plan.bound < plan.points:
        yield Breach("bound", -1)


def _of_one(person: Person, seats: Sequence[Seat]) -> Iterator[str]:
    yield from _of_hours(person, [seat.shift for seat in seats])
    yield from _of_days(person, seats)
    yield from _of_rest(person, [seat.shift for seat in seats])


def _of_hours(person: Person, given: Sequence[Shift]) -> Iterator[str]:
    limits, weeks, months = person.limits, Counter(person.weeks), Counter(person.months)
    touched = [(week, work) for shift in given for week, work in shift.weeks]
    for week, work in touched:
        weeks[week] += work
    for shift in given:
        months[_month(shift.starts)] += shift.work
    if any(weeks[week] > limits.weekly_hours for week, _work in touched):
        yield "weekly_hours"
    if limits.month_cap is not None and any(months[_month(shift.starts)] > limits.month_cap for shift in given):
        yield "month_cap"
    for monday in {_monday(shift.starts) for shift in given}:
        span = range(monday - 7 * (limits.average_weeks - 1), monday + 1, 7)
        if sum(weeks[week] for week in span) > limits.average_hours * limits.average_weeks:
            yield "average"


def _of_days(person: Person, seats: Sequence[Seat]) -> Iterator[str]:
    limits = person.limits
    booked = Counter(_day(shift.starts) for shift in person.booked)
    days = booked + Counter(_day(seat.shift.starts) for seat in seats)
    second = [seat for seat in seats if days[_day(seat.shift.starts)] > 1]
    if limits.one_a_day and second:
        yield "one_a_day"
    if not all(seat.second for seat in second):
        yield "second"
    calendar = "".join("x" if day in days else " " for day in range(min(days), max(days) + 1))
    for streak in re.finditer("x+", calendar):
        between = range(min(days) + streak.start(), min(days) + streak.end())
        new = any(day not in booked for day in between)
        if limits.days_in_row is not None and len(between) > limits.days_in_row and new:
            yield "days_in_row"


def _of_rest(person: Person, given: Sequence[Shift]) -> Iterator[str]:
    zero = min(shift.starts for shift in given) - MARGIN
    length = max(shift.ends for shift in given) + MARGIN - zero
    before, _overlaps = _painted(bytearray(length), zero, person.booked)
    after, overlaps = _painted(bytearray(before), zero, given)
    if overlaps:
        yield "overlap"
    pieces = [piece.span() for piece in WORK.finditer(after)]
    spans = [(shift.starts - zero, shift.ends - zero) for shift in given]
    begun = {starts for starts, _ends in pieces} | {starts for starts, _ends in spans}
    daily, weekly = bytes(person.limits.daily_rest), bytes(person.limits.weekly_rest)
    if any(after.find(daily, at, at + DAY) < 0 for at in _reaching(begun, DAY, spans)):
        yield "daily_rest"
    if any(
        _is_long(after[starts : starts + DAY], starts, spans, person.limits.longest_span) for starts, _ends in pieces
    ):
        yield "span"
    moments = {moment for piece in pieces for moment in piece}
    short = [at for at in _reaching(moments, WEEK, spans) if after.find(weekly, at, at + WEEK) < 0]
    if any(_longest(after[at : at + WEEK]) < _longest(before[at : at + WEEK]) for at in short):
        yield "weekly_rest"


def _painted(line: bytearray, zero: int, shifts: Iterable[Shift]) -> tuple[bytearray, bool]:
    """With the minutes of the shifts as ones, and whether any was one before."""
    overlaps = False
    for shift in shifts:
        starts, ends = max(shift.starts - zero, 0), min(shift.ends - zero, len(line))
        if starts < ends:
            overlaps |= any(line[starts:ends])
            line[starts:ends] = b"\1" * (ends - starts)
    return line, overlaps


def _reaching(moments: Iterable[int], length: int, spans: Sequence[tuple[int, int]]) -> list[int]:
    """Those from which so long a time shares a minute with one of the spans."""
    return [at for at in moments if any(at < ends and starts < at + length for starts, ends in spans)]


def _is_long(day: bytearray, begins: int, spans: Sequence[tuple[int, int]], most: int) -> bool:
    """Whether the day's work, which ends as its longest rest begins, is too long, and one of the spans is in it."""
    rests = [rest.span() for rest in REST.finditer(day)]
    last = max(rests, key=lambda rest: (rest[1] - rest[0], rest[0]))[0] if rests else len(day)
    return last > most and any(starts < begins + last and ends > begins for starts, ends in spans)


def _longest(line: bytearray) -> int:
    return max((len(rest) for rest in REST.findall(line)), default=0)


@lru_cache(maxsize=10_000)
def _local(minute: int) -> date:
    return datetime.fromtimestamp(minute * 60, STOCKHOLM).date()


def _day(minute: int) -> int:
    return _local(minute).toordinal()


def _monday(minute: int) -> int:
    day = _local(minute)
    return (day - timedelta(days=day.weekday())).toordinal()


def _month(minute: int) -> int:
    return _local(minute).year * 12 + _local(minute).month - 1
