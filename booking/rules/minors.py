"""Those under 18: Arbetsmiljöverket's rules on the work of minors (AFS 2012:3, since 2025 in its new books). Hard."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta

from booking.period import Period, local, whole_day
from booking.rules.case import AHEAD, Breach, Case, Weight
from booking.rules.hours import booked_in, span_of, weeks_of, worked_in
from booking.rules.later import first_free_start
from booking.rules.words import gettext_noop
from booking.weeks import local_day

YOUNGEST, ADULT = 16, 18
EARLIEST, LATEST = time(6), time(22)
IN_A_DAY, IN_A_WEEK = timedelta(hours=8), timedelta(hours=40)
NIGHT_REST = timedelta(hours=12)

Trouble = tuple[str, Mapping[str, object]]
"""Words, and the facts that fill them."""


def minor(case: Case) -> Breach | None:
    """At 16 and 17: at most 8 hours a day and 40 a week, between 06 and 22, and 12 hours of rest at night.

    Under 16 she is not booked at all. The age is that of the day on which the shift starts.
    """
    found = _trouble(case, case.shift.period)
    if found is None:
        return None
    words, facts = found
    return Breach("minor", Weight.HARD, words, facts, lambda: _lawful_start(case))


def _lawful_start(case: Case) -> datetime | None:
    return first_free_start(case, _moments(case), lambda later: _trouble(case, later) is None)


def _trouble(case: Case, shift: Period) -> Trouble | None:
    day = local_day(shift.starts)
    if case.born is None or (age := _age(case.born, day)) >= ADULT:
        return None
    if age < YOUNGEST:
        return gettext_noop("Är under 16 år och kan inte bokas"), {}
    if not Period(local(day, EARLIEST), local(day, LATEST)).covers(shift):
        return gettext_noop("Under 18 år: bara mellan 06.00 och 22.00"), {}
    return _too_much(case, shift, day) or _short_night(case, shift, day)


def _too_much(case: Case, shift: Period, day: date) -> Trouble | None:
    """Too many hours that day, or that week; the shift is within one day."""
    (week,) = weeks_of(shift)
    own = worked_in(shift, case.shift.pause, shift)
    if (hours := own + booked_in(case, whole_day(day))) > IN_A_DAY:
        words = gettext_noop("Under 18 år: blir {hours} den dagen, högst {most}")
        return words, {"hours": hours, "most": IN_A_DAY}
    if (hours := own + booked_in(case, span_of(week))) > IN_A_WEEK:
        words = gettext_noop("Under 18 år: blir {hours} i vecka {week}, högst {most}")
        return words, {"hours": hours, "week": week.number, "most": IN_A_WEEK}
    return None


def _short_night(case: Case, shift: Period, day: date) -> Trouble | None:
    """Too little time between the shift and work on another day."""
    others = (each.period for each in case.commitments if local_day(each.period.starts) != day)
    rests = [max(shift.starts - other.ends, other.starts - shift.ends, timedelta()) for other in others]
    if not rests or min(rests) >= NIGHT_REST:
        return None
    words = gettext_noop("Under 18 år: får bara {rest} nattvila, behöver {needed}")
    return words, {"rest": min(rests), "needed": NIGHT_REST}


def _age(born: date, day: date) -> int:
    """Whole years; who is born on 29 February is a year older on 1 March."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _moments(case: Case) -> Iterator[datetime]:
    """Mornings, the midnights on which she may turn 18, and the ends of her nights of rest."""
    today = local_day(case.shift.period.starts)
    for n in range(AHEAD.days + 1):
        yield local(today + timedelta(days=n), time())
        yield local(today + timedelta(days=n), EARLIEST)
    for piece in case.work():
        yield piece.ends + NIGHT_REST
