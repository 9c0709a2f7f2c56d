"""Nobody is pointed out by a figure, nor by the difference between two."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from booking.statistics.suppression import FEWEST, Count, few, told


def people(*numbers: int) -> dict[int, Count]:
    return dict(enumerate(map(Count.of_people, numbers)))


def shown(*numbers: int) -> tuple[tuple[int | None, ...], int | None]:
    result = told(people(*numbers))
    return tuple(result.numbers.values()), result.total


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_one_to_four_people_are_few(number):
    assert few(number)


@pytest.mark.parametrize("number", [None, 0, 5, 60])
def test_nobody_five_and_what_is_not_people_are_told(number):
    assert not few(number)


@pytest.mark.parametrize(
    ("numbers", "told_numbers", "told_total"),
    [
        ((5, 6, 0), (5, 6, 0), 11),
        ((8, 7, 3), (None, 7, None), 18),  # 3 alone would be what is left of 18
        ((8, 7, 3, 3), (8, 7, None, None), 21),
        ((8, 7, 1, 1), (None, 7, None, None), 17),  # 1 and 1 are all that 2 can be
        ((9, 2, 2, 0), (None, None, None, 0), 13),  # 2 and 2 are four people together
        ((3, 2), (None, None), 5),
        ((5, 4, 4), (None, None, None), 13),  # 4 and 4 are all that 8 can be of two groups of few
        ((2, 0), (None, None), None),  # a total of few tells of few
        ((0, 0), (0, 0), 0),
    ],
)
def test_what_could_be_reckoned_out_is_hidden_with_it(numbers, told_numbers, told_total):
    assert shown(*numbers) == (told_numbers, told_total)


def test_a_figure_of_few_people_is_hidden_however_large_it_is():
    counts = {"no": Count(40, people=3), "silent": Count(30, people=12), "not asked": Count(9, people=None)}

    assert told(counts).numbers == {"no": None, "silent": None, "not asked": 9}


def test_what_is_not_of_people_is_hidden_only_to_hide_another():
    assert told({"not asked": Count(1, None), "halted": Count(2, None)}).numbers == {"not asked": 1, "halted": 2}
    assert told({"not asked": Count(1, None), "no": Count(6, 2)}).numbers == {"not asked": None, "no": None}


def test_it_is_told_whether_anything_is_hidden():
    assert not told(people(5, 0)).hides
    assert told(people(5, 4)).hides
    assert told(people(4, 0)).hides


@given(st.lists(st.integers(0, 9), min_size=1, max_size=4))
def test_no_group_of_few_is_shown(numbers):
    told_numbers, total = shown(*numbers)

    assert not any(few(number) for number in (*told_numbers, total))


@given(st.lists(st.integers(0, 9), min_size=1, max_size=4))
def test_what_is_hidden_is_together_as_many_as_may_be_told_of(numbers):
    told_numbers, total = shown(*numbers)

    assert None not in told_numbers or total is None or total - sum(number or 0 for number in told_numbers) >= FEWEST


@settings(deadline=None)
@given(st.lists(st.integers(0, 7), min_size=1, max_size=4))
def test_whoever_knows_these_rules_and_sees_the_rest_cannot_tell_what_is_hidden(numbers):
    seen = shown(*numbers)
    told_numbers, total = seen

    # Every town that would look the same.
    could_be = [range((4 if total is None else total) + 1) if number is None else [number] for number in told_numbers]
    alike = [town for town in product(*could_be) if shown(*town) == seen]
    for place, number in enumerate(told_numbers):
        if number is None:
            assert len({town[place] for town in alike}) > 1
