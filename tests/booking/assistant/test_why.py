"""Why an order went to whom it did, or to nobody."""

import json

from booking.assistant import wanted, why
from booking.rules import VERSION, Channel
from tests.factories.booking import BookingFactory, InterestFactory
from tests.factories.standing import FavouriteFactory


def test_the_one_who_was_chosen_and_those_after_her_are_told_of_with_what_decided(town, read, has_time, planned):
    order, liked, other = town.order(), town.substitute(), town.substitute()
    FavouriteFactory(workplace=town.workplace, substitute=liked)
    for who in (liked, other):
        has_time(who, order)
    found = read()

    told = why.of(found, planned(found, {order: liked}))[order.pk]

    assert (told["rules"], told["method"], told["thought_of"]) == (VERSION, "walk", 2)
    assert (told["chosen"], told["rank"]) == (str(liked.pk), 1)
    assert [(line["substitute"], line["decided_by"]) for line in told["ranked"]] == [
        (str(liked.pk), None),
        (str(other.pk), "continuity"),
    ]
    assert json.loads(json.dumps(told)) == told


def test_who_is_asked_without_having_put_in_time_is_not_said_to_have_done_so(town, read, has_time, planned):
    order, ready, silent = town.order(), town.substitute(), town.substitute()
    has_time(ready, order)
    found = read(channel=Channel.ASKED)

    told = why.of(found, planned(found, {order: silent}))[order.pk]

    assert {line["substitute"]: line["has_time"] for line in told["ranked"]} == {
        str(ready.pk): True,
        str(silent.pk): False,
    }


def test_who_stood_higher_and_got_another_shift_is_told_of_with_it(town, read, has_time, planned):
    order, also = town.order(), town.order()
    liked, other = town.substitute(), town.substitute()
    InterestFactory(order=order, substitute=liked)
    for each in (order, also):
        has_time(liked, each)
    has_time(other, order)
    found = read()

    told = why.of(found, planned(found, {order: other, also: liked}))[order.pk]

    assert told["rank"] == 2
    assert [line["instead"] for line in told["ranked"]] == [str(also.pk), None]


def test_an_order_that_is_left_tells_what_stands_in_the_way_of_everybody_near(town, read, has_time, planned):
    order, silent, busy = town.order(), town.substitute(), town.substitute()
    has_time(busy, order)
    BookingFactory(order=town.order("2026-05-13 12:00", "2026-05-13 20:00"), substitute=busy)
    found = read(orders=[order])

    told = why.of(found, planned(found, {}))[order.pk]

    assert (told["chosen"], told["ranked"]) == (None, [])
    assert {key: codes for key, _rank, codes in told["others"]} == {
        str(silent.pk): ["availability"],
        str(busy.pk): ["overlap"],
    }
    assert told["left_out"] == {"availability": 1, "overlap": 1}


def test_only_the_first_are_told_in_full_but_everybody_has_her_rank(town, read, has_time, planned):
    order = town.order()
    people = [town.substitute() for _ in range(8)]
    for who in people:
        has_time(who, order)
    found = read()
    last = found.people[-1]

    told = why.of(found, planned(found, {order: last}))[order.pk]

    assert len(told["others"]) == 8
    assert len(told["ranked"]) in {6, 7}
    assert str(last.pk) in {line["substitute"] for line in told["ranked"]}


def test_one_more_on_saturday_evenings_would_fill_one_shift_each_of_them(town, read, planned):
    evenings = [town.order(f"2026-05-{day} 16:00", f"2026-05-{day} 22:00") for day in (16, 16, 23, 30)]
    town.order("2026-05-18 07:00", "2026-05-18 16:00")
    found = read(orders=[*evenings])

    (told,) = wanted.of(found, planned(found, {}))

    assert told == {
        "occupation": str(town.occupation.pk),
        "competences": [],
        "weekday": 5,
        "part": "kvall",
        "fills": 3,
    }


def test_where_the_solver_has_counted_a_price_that_is_what_one_more_is_worth(town, read, planned):
    left, cheap = town.order("2026-05-16 16:00", "2026-05-16 22:00"), town.order("2026-05-18 07:00", "2026-05-18 16:00")
    found = read(orders=[left, cheap])

    told = wanted.of(found, planned(found, {}, prices=[1_040_000, 300]))

    assert [(each["weekday"], each["fills"]) for each in told] == [(5, 1)]


def test_nothing_is_wanted_where_everything_is_filled(town, read, has_time, planned):
    order, who = town.order(), town.substitute()
    has_time(who, order)
    found = read()

    assert wanted.of(found, planned(found, {order: who}, prices=[900_000])) == []
