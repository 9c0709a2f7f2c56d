"""How much work there may be: hours a week and a month, days in a row, overtime. Hours of work are without breaks.

Soft, all of them: a named role may pass them with a reason.
"""

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from booking.period import Period, local
from booking.rules.case import AHEAD, Breach, Case
from booking.rules.later import first_free_start
from booking.rules.words import gettext_noop
from booking.weeks import Month, Week, local_day

NONE = timedelta()


def weekly_hours(case: Case) -> Breach | None:
    """40 hours a week, or the agreement's own (ATL 5 §, AB § 13), and 48 a week on average over four months (10 b §).

    A week is Monday to Sunday in Stockholm; a shift over its end counts with its part in each.
    """
    terms, most = case.terms, case.terms.weekly_hours
    for week, hours in _weeks(case, case.shift.period):
        if hours > most:
            facts = {"hours": hours, "week": week.number, "most": most}
            words = gettext_noop("Blir {hours} i vecka {week}, högst {most}")
            return Breach("weekly_hours", terms.weight, words, facts, lambda: _monday_with_room(case))
    total, most = case.worked.average_weeks + case.shift.work, _most_on_average(case)
    if total <= most:
        return None
    facts = {"hours": total, "weeks": terms.average_weeks, "most": most}
    words = gettext_noop("Blir {hours} på {weeks} veckor, högst {most}")
    return Breach("weekly_hours", terms.weight, words, facts)


def month_cap(case: Case) -> Breach | None:
    """The agreement's cap on hours in a calendar month; a shift belongs to the month in which it starts."""
    most, hours = case.terms.month_cap, case.worked.month + case.shift.work
    if most is None or hours <= most:
        return None
    words = gettext_noop("Blir {hours} i månaden, högst {most}")
    facts = {"hours": hours, "most": most}
    return Breach("month_cap", case.terms.weight, words, facts, lambda: _month_with_room(case, most))


def days_in_row(case: Case) -> Breach | None:
    """The agreement's cap on days of work in a row; a shift belongs to the day on which it starts.

    A day that she works anyhow adds none.
    """
    most = case.terms.days_in_row
    if most is None or len(case.commitments) < most:
        return None
    worked = {local_day(commitment.period.starts) for commitment in case.commitments}
    days = _in_row(worked, local_day(case.shift.period.starts))
    if days <= most:
        return None
    words = gettext_noop("Blir {days} dagar i rad, högst {most}")
    facts = {"days": days, "most": most}
    return Breach("days_in_row", case.terms.weight, words, facts, lambda: _free_day(case, worked, most))


def overtime(case: Case) -> Breach | None:
    """48 hours of overtime in four weeks, 50 in a calendar month (ATL 8 §: by either), 200 in a year.

    Overtime is what passes the week's ordinary hours. Both of the short spans are watched, since the employer may
    count by either.
    """
    worked, terms, length = case.worked, case.terms, case.shift.work
    spans = (
        (
            worked.overtime_four_weeks,
            terms.overtime_four_weeks,
            gettext_noop("Blir {hours} övertid på 4 veckor, högst {most}"),
        ),
        (worked.overtime_month, terms.overtime_month, gettext_noop("Blir {hours} övertid i månaden, högst {most}")),
        (worked.overtime_year, terms.overtime_year, gettext_noop("Blir {hours} övertid i år, högst {most}")),
    )
    # No shift makes more overtime than it has hours, so that the weeks are seldom counted.
    near = [span for span in spans if span[0] + length > span[1]]
    own = _overtime(case, case.shift.period) if near else NONE
    for before, most, words in near:
        if own and before + own > most:
            facts = {"hours": before + own, "most": most}
            return Breach("overtime", terms.weight, words, facts, lambda: _monday_without_overtime(case))
    return None


def worked_in(period: Period, pause: timedelta, span: Period) -> timedelta:
    """The hours of work that a shift has in the span; its break is spread evenly over it."""
    shared = max(min(period.ends, span.ends) - max(period.starts, span.starts), NONE)
    return shared - timedelta(seconds=round(pause.total_seconds() * (shared / period.length)))


@lru_cache(maxsize=200)
def span_of(week: Week) -> Period:
    """From midnight to midnight; the same few weeks are asked for again and again."""
    return week.span


def weeks_of(period: Period) -> Iterator[Week]:
    """The weeks in Stockholm that the period has a moment in."""
    week, last = Week.of(local_day(period.starts)), local_day(period.ends - timedelta.resolution)
    while week.monday <= last:
        yield week
        week = week.after


def booked_in(case: Case, span: Period) -> timedelta:
    """The hours of work of her commitments in the span."""
    return sum((worked_in(each.period, each.pause, span) for each in case.commitments), NONE)


def _weeks(case: Case, shift: Period) -> Iterator[tuple[Week, timedelta]]:
    """Each week that the shift is in, with its hours of work when the shift is among them."""
    for week in weeks_of(shift):
        span = span_of(week)
        yield week, booked_in(case, span) + worked_in(shift, case.shift.pause, span)


def _most_on_average(case: Case) -> timedelta:
    return case.terms.average_hours * case.terms.average_weeks


def _overtime(case: Case, shift: Period) -> timedelta:
    """How much more overtime the shift makes."""
    own = NONE
    for week in weeks_of(shift):
        span = span_of(week)
        booked = booked_in(case, span)
        ordinary = max(case.terms.weekly_hours - booked, NONE)
        own += max(worked_in(shift, case.shift.pause, span) - ordinary, NONE)
    return own


def _first_monday(case: Case, holds: Callable[[Period], bool]) -> datetime | None:
    week = Week.of(local_day(case.shift.period.starts))
    return first_free_start(case, (week.later(n).span.starts for n in (1, 2)), holds)


def _monday_with_room(case: Case) -> datetime | None:
    most = case.terms.weekly_hours
    if case.worked.average_weeks + case.shift.work > _most_on_average(case):
        return None
    return _first_monday(case, lambda later: all(hours <= most for _, hours in _weeks(case, later)))


def _monday_without_overtime(case: Case) -> datetime | None:
    return _first_monday(case, lambda later: not _overtime(case, later))


def _month_with_room(case: Case, most: timedelta) -> datetime | None:
    after = Month.of(local_day(case.shift.period.starts)).after.span.starts
    return after if case.starting(after).worked.month + case.shift.work <= most else None


def _free_day(case: Case, worked: AbstractSet[date], most: int) -> datetime | None:
    today = local_day(case.shift.period.starts)
    midnights = (local(today + timedelta(days=n), time()) for n in range(1, AHEAD.days + 1))
    return first_free_start(case, midnights, lambda later: _in_row(worked, local_day(later.starts)) <= most)


def _in_row(worked: AbstractSet[date], day: date) -> int:
    """How many days in a row it becomes with this one; none if she works on it anyhow."""
    if day in worked:
        return 0
    return 1 + _streak(worked, day, 1) + _streak(worked, day, -1)


def _streak(worked: AbstractSet[date], day: date, step: int) -> int:
    length = 0
    while day + timedelta(days=step * (length + 1)) in worked:
        length += 1
    return length
