"""Whether a plan keeps the limits, said without anything of the solver's: hour by hour, and by the rulebook."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from booking.assistant.problem import Limits, Person, Plan, Problem, Shift
from booking.period import Period
from booking.rules import Case, Channel, Commitment, Terms, Weight, Worked, breaches
from booking.rules import Shift as Asked


def people_of(plan: Plan, problem: Problem) -> dict[int, list[Shift]]:
    """What each is given."""
    given: dict[int, list[Shift]] = {}
    for seat, who in enumerate(plan.people):
        if who >= 0:
            given.setdefault(who, []).append(problem.seats[seat].shift)
    return given


def broken(plan: Plan, problem: Problem) -> list[str]:
    """The codes of what the rulebook stops of each shift given, beside all the others of the person."""
    return [
        breach.code
        for who, shifts in people_of(plan, problem).items()
        for n, one in enumerate(shifts)
        for breach in breaches(_case(problem.people[who], one, [*shifts[:n], *shifts[n + 1 :]]))
        if breach.weight is not Weight.NOTICE and breach.code != "overtime"
    ]


def alone_kept(plan: Plan, problem: Problem) -> bool:
    """Whether nobody has two shifts on a day where one of them must be her only one."""
    days: dict[tuple[int, int], list[bool]] = {}
    for who, one in enumerate(problem.people):
        for each in one.booked:
            days.setdefault((who, each.day), []).append(not one.limits.one_a_day)
    for seat, who in zip(problem.seats, plan.people, strict=True):
        if who >= 0:
            second = seat.second and not problem.people[who].limits.one_a_day
            days.setdefault((who, seat.shift.day), []).append(second)
    return all(len(seconds) < 2 or all(seconds) for seconds in days.values())


def young_rested(plan: Plan, problem: Problem) -> bool:
    """Whether whoever is under 18 has her rest between any two shifts."""
    for who, given in people_of(plan, problem).items():
        limits = problem.people[who].limits
        every = sorted((one.starts, one.ends) for one in [*given, *problem.people[who].booked])
        if limits.one_a_day and any(b[0] - a[1] < limits.daily_rest for a, b in pairwise(every)):
            return False
    return True


def points(plan: Plan, problem: Problem) -> int:
    """What its pairs are worth; a pair that is none is a `KeyError`."""
    columns = zip(problem.pairs.seat, problem.pairs.person, problem.pairs.points, strict=True)
    worth = {(seat, who): each for seat, who, each in columns}
    return sum(worth[seat, who] for seat, who in enumerate(plan.people) if who >= 0)


def _case(person: Person, one: Shift, others: list[Shift]) -> Case:
    shifts = [*person.booked, *others]
    mine = sum(other.work for other in others if other.month == one.month)
    month = timedelta(minutes=person.months.get(one.month, 0) + mine)
    return Case(
        Asked(_period(one), pause=_pause(one)),
        channel=Channel.ASKED,
        agreements=(Period(_period(one).starts - timedelta(days=99), _period(one).ends + timedelta(days=99)),),
        commitments=tuple(Commitment(_period(each), pause=_pause(each)) for each in shifts),
        worked=Worked(month=month, average_weeks=_average(person, one, others)),
        terms=terms(person.limits),
    )


def _average(person: Person, one: Shift, others: list[Shift]) -> timedelta:
    own = date.fromordinal(one.day)
    monday = own.toordinal() - own.weekday()
    weeks = [*person.weeks.items(), *(part for other in others for part in other.weeks)]
    first = monday - 7 * (person.limits.average_weeks - 1)
    return timedelta(minutes=sum(work for week, work in weeks if first <= week <= monday))


def terms(limits: Limits) -> Terms:
    """The same, as the rulebook has them."""

    def time(minutes: int) -> timedelta:
        return timedelta(minutes=minutes)

    return Terms(
        daily_rest=time(limits.daily_rest),
        longest_span=time(limits.longest_span),
        weekly_rest=time(limits.weekly_rest),
        weekly_hours=time(limits.weekly_hours),
        average_hours=time(limits.average_hours),
        average_weeks=limits.average_weeks,
        month_cap=None if limits.month_cap is None else time(limits.month_cap),
        days_in_row=limits.days_in_row,
    )


def _period(one: Shift) -> Period:
    return Period(*(datetime.fromtimestamp(moment * 60, UTC) for moment in (one.starts, one.ends)))


def _pause(one: Shift) -> timedelta:
    return timedelta(minutes=one.ends - one.starts - one.work)
