"""Groups: the pairs of one person with seats of the same hours, of which at most one is hers. Needs numpy."""

from dataclasses import dataclass

import numpy as np

from booking.assistant.problem import Problem
from booking.assistant.solving.columns import DAY, FAR, Booked, Flags, Floats, Hours, Ints, Rests


@dataclass(frozen=True, slots=True)
class Groups:
    """In order of person and start; `pair` is the pairs in that order, as the problem numbers them."""

    pair: Ints
    seat: Ints  # by pair, in that order
    points: Floats  # likewise
    first: Ints  # by group, and one past the last: where its pairs begin
    person: Ints  # by group
    hours: Ints  # by group, an index in `Hours`

    def __len__(self) -> int:
        return len(self.person)


def groups(problem: Problem, hours: Hours, rests: Rests) -> Groups:
    """All but those that what the person is booked for rules out."""
    seat = np.frombuffer(problem.pairs.seat, dtype=np.intc)
    person = np.frombuffer(problem.pairs.person, dtype=np.intc)
    key = person.astype(np.int64) * len(hours.starts) + hours.of[seat]
    pair = np.argsort(key, kind="stable")
    key = key[pair]
    first = np.flatnonzero(np.diff(key, prepend=-1))
    who, which = np.divmod(key[first], max(len(hours.starts), 1))
    keep = _possible(who, which, hours, rests, Booked.of_people(problem.people))
    many = np.diff(first, append=len(pair))
    pair = pair[np.repeat(keep, many)]
    first = np.append(0, np.cumsum(many[keep]))
    points = np.frombuffer(problem.pairs.points, dtype=np.int64)[pair].astype(np.float64)
    return Groups(pair, seat[pair].astype(np.int64), points, first, who[keep], which[keep])


def _possible(who: Ints, which: Ints, hours: Hours, rests: Rests, booked: Booked) -> Flags:
    """Whether she can have it beside what she is booked for just before and just after, and it is short enough."""
    starts, ends = hours.starts[which], hours.ends[which]
    longest, rest = DAY - rests.daily[who], rests.daily[who]
    after = np.searchsorted(booked.key, who * FAR + starts, side="right")
    before = after - 1
    earlier = (before >= 0) & (booked.person[before] == who)
    later = booked.person[after] == who
    near_before = earlier & (starts - booked.ends[before] < rest)
    near_after = later & (booked.starts[after] - ends < rest)
    first = np.where(near_before, booked.starts[before], starts)
    last = np.where(near_after, booked.ends[after], ends)
    clash = earlier & (booked.ends[before] > starts) | later & (booked.starts[after] < ends)
    same_day = earlier & (booked.day[before] == hours.day[which]) | later & (booked.day[after] == hours.day[which])
    alone = rests.one_a_day[who] | ~hours.second[which]
    young = rests.one_a_day[who] & (near_before | near_after)
    return ~clash & (last - first <= longest) & ~(alone & same_day) & ~young
