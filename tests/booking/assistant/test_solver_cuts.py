"""What is cut off of a model: the answer that broke a limit, and nothing that a plan may have."""

from collections.abc import Iterator
from itertools import combinations
from random import Random

import pytest

from booking.assistant.problem import Limits, Person, Seat, Shift
from booking.assistant.solving.cuts import Cut, cuts
from booking.assistant.solving.models import Model
from booking.assistant.solving.roster import Roster
from tests.booking.assistant.problems import person, shift

WEEK = [shift(f"2027-03-0{day} 07:00", "16:00") for day in range(1, 9)]
UNTIRED = Limits(days_in_row=None, weekly_hours=1 << 20)


def model(shifts: list[Shift]) -> tuple[Model, list[Seat]]:
    """One person, who could have any of these."""
    seats = [Seat(n, each) for n, each in enumerate(shifts)]
    return Model(seats=[*range(len(seats))], people=[0] * len(seats), points=[1] * len(seats)), seats


def test_of_eight_days_in_a_row_as_few_are_cut_as_leave_no_rest_in_the_week():
    made, seats = model(WEEK)

    (cut,) = cuts(made, range(8), [person("Emma", UNTIRED)], seats)

    assert len(cut.shifts) == 7


def test_other_shifts_of_the_day_that_would_leave_no_rest_either_are_cut_with_them():
    others = [shift(f"2027-03-0{day} 06:30", "15:00") for day in range(2, 9)]
    made, seats = model([*WEEK, *others])

    (cut,) = cuts(made, range(8), [person("Emma", UNTIRED)], seats)

    assert all(cut.covers(other) for other in others if other.day in {each.day for each in cut.shifts})


def test_what_keeps_the_limits_is_not_cut():
    made, seats = model(WEEK)

    assert list(cuts(made, range(5), [person("Emma", UNTIRED)], seats)) == []


@pytest.mark.parametrize("seed", range(40))
def test_a_cut_forbids_the_answer_and_nothing_that_she_may_have(seed: int):
    dice = Random(seed)
    emma = person("Emma", _limits(dice), *([WEEK[3]] if seed % 3 == 0 else []))
    shifts = [_shift(dice, day) for day in (1, 2, 3, 4, 5, 6, 7, 8) for _ in range(2)]
    made, seats = model(shifts)
    chosen = list(range(0, len(shifts), 2))

    for cut in cuts(made, chosen, [emma], seats):
        assert _covered(cut, [shifts[n] for n in chosen]) >= len(cut.shifts)
        for had in _lawful(emma, seats, len(cut.shifts)):
            assert _covered(cut, had) < len(cut.shifts)


def _limits(dice: Random) -> Limits:
    return Limits(days_in_row=dice.choice([4, 5, 11]), average_hours=dice.choice([600, 2_000]), average_weeks=1)


def _shift(dice: Random, day: int) -> Shift:
    hour, long = dice.randrange(5, 15), dice.randrange(4, 9)
    return shift(f"2027-03-{day:02} {hour:02}:00", f"{hour + long:02}:00")


def _covered(cut: Cut, shifts: list[Shift]) -> int:
    return sum(map(cut.covers, shifts))


def _lawful(emma: Person, seats: list[Seat], many: int) -> Iterator[list[Shift]]:
    """All sets of so many that she may have."""
    for some in combinations(seats, many):
        roster = Roster(emma)
        for seat in sorted(some, key=lambda each: each.shift.starts):
            if not roster.fits(seat):
                break
            roster.add(seat)
        else:
            yield [seat.shift for seat in some]
