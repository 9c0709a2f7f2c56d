"""What a model does not know of: rest in a week, days in a row, the average, and booked work between two shifts.

A person whose answer breaks such a limit gets a cut: as few shifts as break it together, each made as short as it
still does. Of the shifts that cover one of these she has at least one less, in every model of her time. No two shifts
that she could both have cover the same one, so a cut forbids nothing that a plan may have, and what is proven of a
model with cuts is proven.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from booking.assistant.problem import Person, Seat, Shift
from booking.assistant.solving.models import Model
from booking.assistant.solving.roster import Roster


@dataclass(frozen=True, slots=True)
class Cut:
    """Shifts of one person, one of which is missing in every plan."""

    person: int
    shifts: tuple[Shift, ...]

    def covers(self, shift: Shift) -> bool:
        """Whether a shift is at least as much work as one of them."""
        return any(_is_within(one, shift) for one in self.shifts)


def cuts(model: Model, chosen: Iterable[int], people: Sequence[Person], seats: Sequence[Seat]) -> Iterator[Cut]:
    """One of each person who cannot have what was chosen for her."""
    theirs: dict[int, list[Seat]] = defaultdict(list)
    for choice in chosen:
        theirs[model.people[choice]].append(seats[model.seats[choice]])
    broken = {number: had for number, had in theirs.items() if not _holds(people[number], had)}
    could: dict[int, set[Shift]] = {number: set() for number in broken}
    for seat, number in zip(model.seats, model.people, strict=True):
        if number in could:
            could[number].add(seats[seat].shift)
    for number, had in broken.items():
        least = _least(people[number], had)
        if _breaks(people[number], least):
            yield Cut(number, tuple(_shortened(people[number], least, could[number])))


def _holds(person: Person, seats: Iterable[Seat]) -> bool:
    roster = Roster(person)
    for seat in sorted(seats, key=_start):
        if not roster.fits(seat):
            return False
        roster.add(seat)
    return True


def _breaks(person: Person, shifts: Iterable[Shift]) -> bool:
    """Whether she cannot have them together, for what a cut is made of: the time, whichever seats have it."""
    return not _holds(person, [Seat(None, shift) for shift in shifts])


def _least(person: Person, had: list[Seat]) -> list[Shift]:
    """As few of them as still break a limit: each is left out if the others do without it."""
    least = sorted(had, key=_start)
    for seat in list(least):
        without = [other for other in least if other is not seat]
        if not _holds(person, without):
            least = without
    return [seat.shift for seat in least]


def _shortened(person: Person, shifts: list[Shift], could: set[Shift]) -> list[Shift]:
    """The shifts cut to what they have in common with others of the day, as long as they break the limit."""
    for other in sorted(could, key=lambda shift: (shift.starts, -shift.ends, shift.work)):
        for n, shift in enumerate(shifts):
            if shift.day != other.day or _is_within(shift, other):
                continue
            common = _common(shift, other)
            tried = [*shifts[:n], common, *shifts[n + 1 :]]
            if common.starts < common.ends and _breaks(person, tried):
                shifts = tried
    return shifts


def _common(one: Shift, other: Shift) -> Shift:
    theirs = dict(other.weeks)
    weeks = tuple((week, min(part, theirs.get(week, 0))) for week, part in one.weeks)
    starts, ends = max(one.starts, other.starts), min(one.ends, other.ends)
    return Shift(starts, ends, min(one.work, other.work), one.day, one.month, weeks)


def _is_within(one: Shift, other: Shift) -> bool:
    parts = dict(other.weeks)
    return (
        one.day == other.day
        and other.starts <= one.starts
        and one.ends <= other.ends
        and one.work <= other.work
        and all(part <= parts.get(week, 0) for week, part in one.weeks)
    )


def _start(seat: Seat) -> tuple[int, int]:
    return seat.shift.starts, seat.shift.ends
