"""What is expected against who has time."""

import uuid
from datetime import date

from booking.forecast.lacking import lacking
from booking.forecast.weighing import Foretold, Free, Orders, weigh

NURSE, CHILD = uuid.UUID(int=1), uuid.UUID(int=2)
AREA, DAY = uuid.UUID(int=9), date(2026, 5, 13)


def weighed(people=(), orders=None, whole=None, **trades):
    named = {"nurse": NURSE, "child": CHILD}
    free = [Free(uuid.UUID(int=100 + n), frozenset(of_hers)) for n, of_hers in enumerate(people)]
    told = {named[name]: Foretold(number) for name, number in trades.items()}
    whole = whole or Foretold(sum(trades.values()))
    return weigh(AREA, DAY, whole=whole, trades=told, orders=orders or {}, people=free)


def test_who_can_do_two_takes_one():
    assert lacking({"a": 1, "b": 1}, [{"a", "b"}]) == {"a": 0, "b": 1}


def test_who_can_do_two_makes_way_for_who_can_do_one():
    assert sum(lacking({"a": 1, "b": 1}, [{"a", "b"}, {"a"}]).values()) == 0
    assert sum(lacking({"b": 1, "a": 1}, [{"a", "b"}, {"a"}]).values()) == 0


def test_a_chain_of_three_is_untied():
    people = [{"a", "b"}, {"b", "c"}, {"a"}]

    assert sum(lacking({"a": 1, "b": 1, "c": 1}, people).values()) == 0


def test_a_nursery_nurse_does_not_fill_a_nurses_place():
    found = weighed(people=[{CHILD}, {CHILD}], nurse=2.0)

    assert (found.whole.short, found.trades[NURSE].short, found.trades[CHILD].people) == (2, 2, 2)


def test_what_is_booked_needs_nobody_more():
    assert weighed(people=[{NURSE}], orders={NURSE: Orders(2, 2)}, nurse=3.0).whole.short == 0


def test_there_are_never_fewer_than_are_placed():
    found = weighed(orders={NURSE: Orders(5, 1)}, nurse=2.0)

    assert (found.whole.expected, found.whole.short) == (5, 4)


def test_a_little_of_each_comes_to_one_that_somebody_must_take():
    found = weighed(nurse=0.4, child=0.4)

    assert (found.trades[NURSE].expected, found.whole.expected, found.whole.short) == (0, 1, 1)


def test_it_may_be_short_if_it_is_as_many_as_it_can_be():
    found = weighed(people=[{NURSE}] * 3, whole=Foretold(3.0, 2, 5), nurse=3.0)

    assert (found.whole.short, found.whole.may_be_short, found.whole.is_between) == (0, 2, True)


def test_without_a_forecast_there_is_what_is_placed():
    found = weigh(AREA, DAY, whole=None, trades={}, orders={NURSE: Orders(2, 1)}, people=[])

    assert (found.whole.expected, found.whole.short, found.whole.foretold) == (2, 1, None)
