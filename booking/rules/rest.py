"""Rest between shifts, in real hours: daily rest, the span of a day's work, weekly rest, breaks.

All but the break are soft: a named role may pass them with a reason. Only periods that the shift can affect are asked
of; an old breach elsewhere never vetoes.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import chain

from booking.period import Period, joined
from booking.rules.case import AHEAD, Breach, Case, Weight
from booking.rules.later import first_free_start
from booking.rules.words import gettext_noop

HOUR = timedelta(hours=1)
DAY = timedelta(hours=24)
WEEK = timedelta(days=7)
NONE = timedelta()


def daily_rest(case: Case) -> Breach | None:
    """Eleven hours of rest in each 24-hour period, and work is followed by rest (AB from 2023-10-01, § 13; ATL 13 §).

    Each 24 hours that begin with a piece of work, or with the shift, must hold the rest, unbroken.
    """
    needed = case.terms.daily_rest
    rest = _rest_of_days(case.work_with_the_shift(), case.shift.period)
    if rest >= needed:
        return None
    words = gettext_noop("Får bara {rest} vila, behöver {needed}")
    facts = {"rest": rest, "needed": needed}
    return Breach("daily_rest", case.terms.weight, words, facts, lambda: _rested(case))


def rest_debt(case: Case) -> timedelta:
    """How much rest a booking owes her, to be given within 14 days: what is needed and is not given."""
    return max(case.terms.daily_rest - _rest_of_days(case.work_with_the_shift(), case.shift.period), NONE)


def shift_span(case: Case) -> Breach | None:
    """At most 13 hours from the first start of a day's work to its last end, gaps counted (AB from 2023-10-01, § 13).

    A day's work begins with a piece of work and lasts until the longest rest of the 24 hours that begin with it, so
    that a split shift is one day's work, and two days with a short night between them are two.
    """
    most = case.terms.longest_span
    span = _span(case.work_with_the_shift(), case.shift.period)
    if span <= most:
        return None
    words = gettext_noop("Blir {span} från första start till sista slut, högst {most}")
    return Breach("shift_span", case.terms.weight, words, {"span": span, "most": most}, lambda: _short_day(case))


def weekly_rest(case: Case) -> Breach | None:
    """36 hours of unbroken rest in every seven days (ATL 14 §).

    Asked of each seven days that begin as a piece of work begins or ends, and whose longest rest the shift shortens.
    """
    needed = case.terms.weekly_rest
    rest = _rest_taken(case.work_with_the_shift(), case.work(), case.shift.period)
    if rest >= needed:
        return None
    words = gettext_noop("Får bara {rest} veckovila, behöver {needed}")
    facts = {"rest": rest, "needed": needed}
    return Breach("weekly_rest", case.terms.weight, words, facts, lambda: _rested_in_the_week(case))


def breaks(case: Case) -> Breach | None:
    """Nobody works more than five hours without a break (ATL 15 §)."""
    most = case.terms.unbroken_work
    if case.shift.pause or case.shift.period.length <= most:
        return None
    return Breach("break", Weight.NOTICE, gettext_noop("Mer än {most} utan rast"), {"most": most})


def _rested(case: Case) -> datetime | None:
    work, needed = case.work(), case.terms.daily_rest
    moments = _changes(work, needed, DAY)
    return first_free_start(case, moments, lambda later: _rest_of_days(_with(work, later), later) >= needed)


def _short_day(case: Case) -> datetime | None:
    work, most = case.work(), case.terms.longest_span
    moments = _changes(work, case.terms.daily_rest, DAY)
    return first_free_start(case, moments, lambda later: _span(_with(work, later), later) <= most)


def _rested_in_the_week(case: Case) -> datetime | None:
    work, needed = case.work(), case.terms.weekly_rest
    # Which week is the worst changes with the start in more ways than can be listed: so each hour is tried too.
    moments = chain(_changes(work, needed, WEEK), _each_hour(case))
    return first_free_start(case, moments, lambda later: _rest_taken(_with(work, later), work, later) >= needed)


def _each_hour(case: Case) -> Iterator[datetime]:
    """Whole hours after the asked start, as far as her days are known."""
    return (case.shift.period.starts + timedelta(hours=n) for n in range(1, AHEAD // HOUR + 1))


def _changes(work: Iterable[Period], rest: timedelta, length: timedelta) -> Iterator[datetime]:
    """The moments at which a later start may give a rest that is long enough, in so long a time."""
    for piece in work:
        yield from (
            piece.ends,
            piece.ends + rest,
            piece.ends + rest - length,
            piece.starts + length,
        )


def _with(work: Sequence[Period], shift: Period) -> tuple[Period, ...]:
    return joined([*work, shift])


def _rest_of_days(work: Sequence[Period], shift: Period) -> timedelta:
    """The shortest of the longest rests in the 24-hour periods that begin with work and that the shift is in."""
    anchors = {shift.starts, *(piece.starts for piece in work)}
    return min(_longest_rest(work, anchor, DAY) for anchor in anchors if _reaches(anchor, DAY, shift))


def _rest_taken(work: Sequence[Period], without: Sequence[Period], shift: Period) -> timedelta:
    """The shortest of the longest rests in the seven days that begin or follow a piece of work, and that it shortens.

    A whole week if the shift shortens none.
    """
    rests = (
        rest
        for anchor in {moment for piece in work for moment in (piece.starts, piece.ends)}
        if _reaches(anchor, WEEK, shift)
        if (rest := _longest_rest(work, anchor, WEEK)) < _longest_rest(without, anchor, WEEK)
    )
    return min(rests, default=WEEK)


def _reaches(anchor: datetime, length: timedelta, shift: Period) -> bool:
    """Whether the time that begins at the anchor shares a moment with the shift."""
    return anchor < shift.ends and shift.starts < anchor + length


def _longest_rest(work: Sequence[Period], anchor: datetime, length: timedelta) -> timedelta:
    """The longest time without work in so long a time from the anchor; `work` is in order and joined."""
    longest, free, until = NONE, anchor, anchor + length
    for piece in work:
        if piece.starts >= until:
            break
        if piece.ends > free:
            longest, free = max(longest, piece.starts - free), piece.ends
    return max(longest, until - free)


def _span(work: Sequence[Period], shift: Period) -> timedelta:
    """The longest day's work that the shift is in, from first start to last end."""
    return max(
        last - first.starts
        for number, first in enumerate(work)
        if first.starts < shift.ends and shift.starts < max(first.ends, first.starts + DAY)
        if (last := _last_end(work[number:])) > shift.starts
    )


def _last_end(work: Sequence[Period]) -> datetime:
    """When the day's work that begins with the first piece ends: as its longest rest begins."""
    until, longest, last = work[0].starts + DAY, NONE, work[0].ends
    for number, piece in enumerate(work, start=1):
        following = work[number].starts if number < len(work) else until
        rest = min(following, until) - piece.ends
        if rest >= longest:
            longest, last = rest, piece.ends
    return last
