"""Small problems made by hand, for the judge to look at."""

from array import array
from datetime import timedelta

from benchmarks.assistant.times import minutes
from booking.assistant.problem import Limits, Method, Pairs, Person, Plan, Problem, Seat, Shift
from booking.period import Period
from booking.weeks import Week, local_day
from tests.clock import at


def shift(starts: str, hours: float) -> Shift:
    """Without a break; all of it counts in the week in which it starts."""
    moment = at(starts)
    period = Period(moment, moment + timedelta(hours=hours))
    day, work = local_day(period.starts), round(hours * 60)
    monday = Week.of(day).monday.toordinal()
    return Shift(
        minutes(period.starts),
        minutes(period.ends),
        work,
        day.toordinal(),
        day.year * 12 + day.month - 1,
        ((monday, work),),
    )


def seats(*shifts: Shift, second: bool = True) -> list[Seat]:
    return [Seat(number, one, second) for number, one in enumerate(shifts)]


def all_hers(given: list[Seat], person: Person) -> tuple[Problem, Plan]:
    """A plan that gives one person everything, each worth 10."""
    number = len(given)
    pairs = Pairs(array("i", range(number)), array("i", [0] * number), array("q", [10] * number))
    return Problem(given, [person], pairs), Plan(array("i", [0] * number), 10 * number, Method.WALK)


def hers(*shifts: Shift, booked: tuple[Shift, ...] = (), **limits: object) -> tuple[Problem, Plan]:
    """The same, of a person with such limits and bookings."""
    weeks: dict[int, int] = {}
    months: dict[int, int] = {}
    for one in booked:
        weeks[one.weeks[0][0]] = weeks.get(one.weeks[0][0], 0) + one.work
        months[one.month] = months.get(one.month, 0) + one.work
    return all_hers(seats(*shifts), Person(0, Limits(**limits), booked, weeks, months))
