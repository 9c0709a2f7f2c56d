"""Shifts and substitutes as the solver counts them: whole minutes, and the strictest of what the rules allow."""

import uuid
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta

from booking.assistant.problem import Given, Limits, Person, Shift
from booking.eligibility import Verdict
from booking.eligibility.shifts import booked, over
from booking.period import Period, joined
from booking.resource_time import Fit, Stretch
from booking.rules import AHEAD, Terms
from booking.rules.hours import span_of, weeks_of, worked_in
from booking.rules.minors import ADULT, IN_A_WEEK, NIGHT_REST
from booking.weeks import Week, local_day, months_later

MINUTE = timedelta(minutes=1)
EPOCH = datetime.fromisoformat("1970-01-01T00:00:00+00:00")


def minutes(moment: datetime) -> int:
    """Since 1970, in UTC."""
    return (moment - EPOCH) // MINUTE


def shift_of(period: Period, pause: timedelta) -> Shift:
    """Where its hours count, by Stockholm's calendar."""
    day = local_day(period.starts)
    return Shift(
        starts=minutes(period.starts),
        ends=minutes(period.ends),
        work=(period.length - pause) // MINUTE,
        day=day.toordinal(),
        month=day.year * 12 + day.month - 1,
        weeks=tuple(
            (week.monday.toordinal(), worked_in(period, pause, span_of(week)) // MINUTE) for week in weeks_of(period)
        ),
    )


def people_of(verdicts: Mapping[uuid.UUID, Sequence[Verdict]]) -> dict[uuid.UUID, Person]:
    """Each substitute, by what the rules were told of her for the seats she may have; one query."""
    if not verdicts:
        return {}
    shifts = [verdict.case.shift.period for hers in verdicts.values() for verdict in hers]
    first, last = min(shift.starts for shift in shifts), max(shift.ends for shift in shifts)
    since = Week.of(local_day(first)).later(1 - Terms().average_weeks).span.starts
    worked: defaultdict[uuid.UUID, list[Shift]] = defaultdict(list)
    for key, row in booked(over(Period(since, last + AHEAD)), list(verdicts)):
        worked[key].append(shift_of(row.commitment.period, row.commitment.pause))
    near = minutes(first - AHEAD)
    return {key: _person(key, hers, worked[key], near) for key, hers in verdicts.items()}


def _person(key: uuid.UUID, verdicts: Sequence[Verdict], worked: Sequence[Shift], near: int) -> Person:
    return Person(
        key=key,
        limits=_limits([verdict.case.terms for verdict in verdicts], _is_minor(verdicts)),
        booked=tuple(shift for shift in worked if shift.ends > near),
        weeks=_summed(part for shift in worked for part in shift.weeks),
        months=_summed((shift.month, shift.work) for shift in worked),
        gives=_gives(verdicts),
    )


def _gives(verdicts: Iterable[Verdict]) -> tuple[Given, ...]:
    """The acute time that some of the shifts would be moved to, by the day that it begins."""
    by_day: defaultdict[date, set[Stretch]] = defaultdict(set)
    for verdict in verdicts:
        match = verdict.resource
        if match is not None and match.fit == Fit.MOVABLE:
            for stretch in verdict.case.resource:
                by_day[local_day(stretch.period.starts)].add(stretch)
    return tuple(given for day in sorted(by_day) if (given := _given(by_day[day])))


def _given(stretches: Iterable[Stretch]) -> Given | None:
    """Nothing where all of the day's time is hers to give."""
    limited = [(stretch.period, stretch.most) for stretch in stretches if stretch.most is not None]
    spans = tuple((minutes(span.starts), minutes(span.ends)) for span in joined(period for period, _most in limited))
    return Given(spans, max(most for _period, most in limited) // MINUTE) if spans else None


def _summed(parts: Iterable[tuple[int, int]]) -> Mapping[int, int]:
    sums: Counter[int] = Counter()
    for where, work in parts:
        sums[where] += work
    return sums


def _limits(terms: Collection[Terms], minor: bool) -> Limits:  # noqa: FBT001 (of her age)
    weekly = min(each.weekly_hours for each in terms) // MINUTE
    rest = max(each.daily_rest for each in terms) // MINUTE
    return Limits(
        daily_rest=max(rest, NIGHT_REST // MINUTE) if minor else rest,
        longest_span=min(each.longest_span for each in terms) // MINUTE,
        weekly_rest=max(each.weekly_rest for each in terms) // MINUTE,
        weekly_hours=min(weekly, IN_A_WEEK // MINUTE) if minor else weekly,
        average_hours=min(each.average_hours for each in terms) // MINUTE,
        average_weeks=min(each.average_weeks for each in terms),
        month_cap=min((each.month_cap // MINUTE for each in terms if each.month_cap is not None), default=None),
        days_in_row=min((each.days_in_row for each in terms if each.days_in_row is not None), default=None),
        one_a_day=minor,
    )


def _is_minor(verdicts: Iterable[Verdict]) -> bool:
    """Whether she is under 18 when some of the shifts begins."""
    return any(
        case.born is not None and local_day(case.shift.period.starts) < _turns(case.born, ADULT)
        for case in (verdict.case for verdict in verdicts)
    )


def _turns(born: date, years: int) -> date:
    return months_later(born, 12 * years)
