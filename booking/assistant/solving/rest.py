"""Rest between pieces of work, asked as `booking.rules.rest` asks: what is left in the windows that a shift reaches.

Pieces are in order and share no time; those that meet are one piece of work to the rules.
"""

from collections.abc import Iterable
from typing import Protocol

from booking.assistant.problem import Limits

DAY, WEEK = 24 * 60, 7 * 24 * 60

Pieces = list[tuple[int, int]]


class Work(Protocol):
    """Whose rest is asked for."""

    starts: list[int]
    ends: list[int]
    booked: Pieces  # of those, what she had before
    limits: Limits


def joined(pieces: Iterable[tuple[int, int]]) -> Pieces:
    """In order, those that meet or overlap made one."""
    whole: Pieces = []
    for starts, ends in sorted(pieces):
        if whole and starts <= whole[-1][1]:
            whole[-1] = whole[-1][0], max(whole[-1][1], ends)
        else:
            whole.append((starts, ends))
    return whole


def is_kept(work: Work, starts: int, ends: int, at: int) -> bool:
    """Whether the daily rest, the span of a day's work and the weekly rest hold with a shift at that place."""
    limits = work.limits
    if not _daily(work, starts, ends, at):
        return False
    if limits.longest_span < DAY - limits.daily_rest and not _span_is_kept(work, starts, ends):
        return False
    return _weekly(work, starts, ends, at) or not _shortens_a_week(work, starts, ends)


def _daily(work: Work, starts: int, ends: int, at: int) -> bool:
    """Each 24 hours that begin with work and reach the shift hold the rest.

    That is: from the first such beginning, pieces with less than the rest between them end in time for it.
    """
    needed, first, last = work.limits.daily_rest, starts, ends
    for n in range(at - 1, -1, -1):
        gap = first - work.ends[n]
        if gap >= needed or work.starts[n] <= starts - DAY:
            break
        if work.limits.one_a_day:  # whoever is under 18 has it between any two
            return False
        first = work.starts[n]
    for n in range(at, len(work.starts)):
        gap = work.starts[n] - last
        if gap >= needed:
            break
        if work.limits.one_a_day:
            return False
        last = work.ends[n]
    return last + needed <= first + DAY


def _weekly(work: Work, starts: int, ends: int, at: int) -> bool:
    """Whether the pieces around it with less than the weekly rest between them are over in time for it."""
    needed, first, last = work.limits.weekly_rest, starts, ends
    for n in range(at - 1, -1, -1):
        if first - work.ends[n] >= needed:
            break
        first = work.starts[n]
    for n in range(at, len(work.starts)):
        if work.starts[n] - last >= needed:
            break
        last = work.ends[n]
    return last + needed <= first + WEEK


def _shortens_a_week(work: Work, starts: int, ends: int) -> bool:
    """Whether seven days that lack their rest have less of it than what she is booked for would leave them.

    Asked of those that reach the shift, and of those that begin with it or as it ends, so that whatever else the plan
    gives her holds as well.
    """
    pieces = joined([*zip(work.starts, work.ends, strict=True), (starts, ends)])
    anchors = {moment for piece in pieces for moment in piece if starts - WEEK < moment < ends}
    left = {anchor: longest(pieces, anchor, WEEK) for anchor in anchors | {starts, ends}}
    return any(
        rest < work.limits.weekly_rest and rest < longest(work.booked, anchor, WEEK) for anchor, rest in left.items()
    )


def _span_is_kept(work: Work, starts: int, ends: int) -> bool:
    """Each day's work that the shift is in is over in time, from first start to last end, where the rest is short."""
    pieces = joined([*zip(work.starts, work.ends, strict=True), (starts, ends)])
    return all(
        last - first[0] <= work.limits.longest_span
        for n, first in enumerate(pieces)
        if first[0] < ends and starts < max(first[1], first[0] + DAY)
        if (last := _last_end(pieces[n:])) > starts
    )


def _last_end(pieces: Pieces) -> int:
    """When the day's work that begins with the first piece ends: as the longest rest of its 24 hours begins."""
    until, most, last = pieces[0][0] + DAY, 0, pieces[0][1]
    for n, (_, ends) in enumerate(pieces, start=1):
        rest = min(pieces[n][0] if n < len(pieces) else until, until) - ends
        if rest >= most:
            most, last = rest, ends
    return last


def longest(pieces: Pieces, anchor: int, length: int) -> int:
    """The longest time without work in so long a time from the anchor."""
    most, free, until = 0, anchor, anchor + length
    for starts, ends in pieces:
        if starts >= until:
            break
        if ends > free:
            most, free = max(most, starts - free), ends
    return max(most, until - free)
