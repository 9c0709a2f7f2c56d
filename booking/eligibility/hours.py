"""Hours of work over spans too wide to list shift by shift, and days under LAS. Pure."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from booking.eligibility.seats import Seat
from booking.eligibility.shifts import Booked, Elsewhen
from booking.period import Period
from booking.rules import Employed, Worked, las
from booking.rules.hours import weeks_of, worked_in
from booking.weeks import Month, Week, local_day

NONE = timedelta()


def counted(seat: Seat, booked: Iterable[Booked], elsewhen: Elsewhen) -> Worked:
    """The month of the shift, the one after, and the weeks of the average; `booked` is without the shift itself."""
    month, after, average = elsewhen
    for row in booked:
        if seat.month.starts <= row.starts < seat.month.ends:
            month += row.work
        elif seat.next_month.starts <= row.starts < seat.next_month.ends:
            after += row.work
        average += within(row, seat.average_weeks)
    return Worked(month=month, next_month=after, average_weeks=average)


def within(row: Booked, span: Period) -> timedelta:
    """The hours of work that a shift has in the span."""
    if span.starts <= row.starts and row.ends <= span.ends:
        return row.work
    if row.ends <= span.starts or span.ends <= row.starts:
        return NONE
    return worked_in(row.commitment.period, row.commitment.pause, span)


def fills_a_week(seat: Seat, booked: Sequence[Booked], ordinary: timedelta) -> bool:
    """Whether the shift makes a week longer than the ordinary, so that its overtime must be known."""
    return any(fills(week, own, booked, ordinary) for week, own in seat.weeks)


def fills(week: Period, own: timedelta, booked: Iterable[Booked], ordinary: timedelta) -> bool:
    """Whether so much more makes the week longer than the ordinary."""
    return sum((within(row, week) for row in booked), own) > ordinary


def with_overtime(worked: Worked, seat: Seat, booked: Iterable[Booked], ordinary: timedelta) -> Worked:
    """The overtime of her other shifts: in the four weeks that end with the shift's own, its month and its year.

    Overtime is what passes a week's ordinary hours. It comes at the end of the week, and belongs to the month and the
    year of its Sunday.
    """
    by_week: defaultdict[Week, timedelta] = defaultdict(timedelta)
    for row in booked:
        for week in weeks_of(row.commitment.period):
            by_week[week] += within(row, week.span)
    overtime = {week: hours - ordinary for week, hours in by_week.items() if hours > ordinary}
    own, first = seat.week, seat.week.later(-3)
    return replace(
        worked,
        overtime_four_weeks=sum((hours for week, hours in overtime.items() if first <= week <= own), NONE),
        overtime_month=sum((hours for week, hours in overtime.items() if _month(week) == _month(own)), NONE),
        overtime_year=sum((hours for week, hours in overtime.items() if week.sunday.year == own.sunday.year), NONE),
    )


def year_around(seats: Sequence[Seat]) -> Period:
    """The whole weeks in which overtime can count for the seats."""
    first, last = min(seat.week for seat in seats), max(seat.week for seat in seats)
    new_year, end_of_year = date(first.sunday.year, 1, 1), date(last.sunday.year, 12, 31)
    return Period(min(Week.of(new_year), first.later(-3)).span.starts, Week.of(end_of_year).span.ends)


def employed(seat: Seat, days_of_work: Collection[date], *, by_agreement: bool) -> Employed:
    """The days that count under LAS, with the shift; each engagement is a day, the one on which it starts."""
    today = local_day(seat.shift.period.starts)
    engagements = [(day, day) for day in (*days_of_work, today)]
    return Employed(seat.legal_kind, las.days(engagements, seat.legal_kind, until=today), by_agreement)


def _month(week: Week) -> Month:
    return Month.of(week.sunday)
