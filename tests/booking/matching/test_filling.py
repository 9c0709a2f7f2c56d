"""What must be filled first, with what is right for each, read from the rows."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from booking.matching import board, filling
from booking.matching.next_step import Act, State, Why
from booking.models import Asking, Order
from tests.cast import NOW, at
from tests.factories.booking import (
    AvailabilityFactory,
    BookingFactory,
    EnquiryFactory,
    InterestFactory,
    OrderReasonFactory,
)
from tests.factories.standing import PolicyFactory

HOUR = timedelta(hours=1)


@pytest.fixture
def step(town):
    """`step(order)`: how it stands, what to do and why."""

    def of(order):
        (found,) = filling.of([order.pk], seen_by=town.planner, now=NOW)
        return found.step.state, found.step.act, found.step.why

    return of


def has_time(substitute, order):
    AvailabilityFactory(substitute=substitute, starts=order.starts, ends=order.ends)
    return substitute


def test_the_soonest_come_first_and_no_more_than_are_asked_for(town, elsewhere):
    elsewhere.order("2026-05-12 08:00", "2026-05-12 16:00")
    orders = [town.order(f"2026-05-{day} 07:00", f"2026-05-{day} 16:00") for day in (15, 13, 14)]
    town.order("2026-05-12 10:00", "2026-05-12 16:00", returned_at=NOW, return_reason="Fel dag")

    found = filling.first(town.planner, now=NOW, at_most=2)

    assert [each.order for each in found] == [orders[1], orders[2]]


def test_who_has_put_in_time_is_booked_where_the_policy_lets_her_be(town, step):
    order = town.order()
    has_time(town.substitute(), order)

    assert step(order) == (State.NOBODY, Act.BOOK, Why.HAS_TIME)


@pytest.mark.parametrize(
    ("policy", "before"), [({"direct": False}, None), ({}, ("2026-05-13 17:00", "2026-05-13 20:00"))]
)
def test_who_may_not_be_booked_directly_is_asked(policy, before, town, step):
    PolicyFactory(area=town.area, **policy)
    order = town.order()
    substitute = has_time(town.substitute(), order)
    if before:  # a second shift the same day
        BookingFactory(order=town.order(*before), substitute=substitute)

    assert step(order) == (State.NOBODY, Act.ASK_IN_WAVES, Why.CAN_BE_ASKED)


def test_all_are_asked_at_once_when_there_is_no_time_for_waves(town, step):
    PolicyFactory(area=town.area, wave_size=1, wave_wait=HOUR)
    for _ in range(3):
        town.substitute()

    assert step(town.order("2026-05-12 09:00", "2026-05-12 16:00"))[1:] == (Act.ASK_ALL, Why.SHORT_NOTICE)
    assert step(town.order("2026-05-12 10:30", "2026-05-12 16:00"))[1:] == (Act.ASK_IN_WAVES, Why.CAN_BE_ASKED)


def test_a_shift_that_is_near_is_phoned_about(town, step):
    town.substitute()

    assert step(town.order("2026-05-12 07:00", "2026-05-12 16:00")) == (State.PHONE, Act.CALL, Why.NEAR)


def test_of_those_who_want_it_the_best_is_named(town):
    order, wanting = town.order(), town.substitute()
    has_time(town.substitute(), order)
    InterestFactory(order=order, substitute=wanting)

    (found,) = filling.of([order.pk], seen_by=town.planner, now=NOW)

    assert (found.step.why, found.book.substitute) == (Why.WANTS_IT, wanting)


def test_a_booking_names_nobody_unless_it_is_the_right_thing(town):
    order = town.order()
    town.substitute()

    (found,) = filling.of([order.pk], seen_by=town.planner, now=NOW)

    assert found.book is None
    assert found.proposal is not None


def test_who_is_asked_and_when_the_last_answer_must_be_in(town, step):
    order = town.order()
    for hours in (1, 3, 2):
        EnquiryFactory(order=order, substitute=town.substitute(), answer_by=NOW + hours * HOUR)
    EnquiryFactory(order=order, substitute=town.substitute(), status="no", answer_by=NOW + 9 * HOUR)

    (found,) = filling.of([order.pk], seen_by=town.planner, now=NOW)

    assert (found.order.waiting, found.order.asked, found.order.said_no) == (3, 4, 1)
    assert found.order.last_answer == NOW + 3 * HOUR
    assert step(order) == (State.WAITING, Act.ANSWERS, Why.LAST_ANSWER)


def test_answers_that_are_gathered(town, step):
    order = town.order()
    EnquiryFactory(order=order, substitute=town.substitute(), status="waiting_yes")

    assert step(order) == (State.WAITING, Act.ANSWERS, Why.SAID_YES)


def test_an_asking_that_waits_for_the_morning(town, step):
    order = town.order()
    town.substitute()
    Asking.objects.create(
        order=order, round=1, mode="first_yes", wave_size=3, started_at=NOW, next_wave_at=at("2026-05-12 06:00")
    )

    assert step(order) == (State.WAITING, Act.ANSWERS, Why.ASKED_LATER)


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"stopped_at": NOW}, Why.STOPPED),
        ({"wished_until": NOW + HOUR}, Why.RESERVED),
        ({"wished_until": NOW - HOUR}, Why.CAN_BE_ASKED),
    ],
)
def test_what_is_halted_or_kept_for_somebody(fields, why, town, step):
    wished = town.substitute()

    assert step(town.order(wished=wished, **fields))[2] is why


def test_an_introduction_is_meant_for_one(town, step):
    order = town.order(wished=town.substitute(), reason=OrderReasonFactory(name="Introduktion", introduces=True))

    assert step(order) == (State.RESERVED, Act.OPEN, Why.RESERVED)


def test_ten_orders_take_as_many_queries_as_one(town):
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert filling.first(town.planner, now=NOW, at_most=50)
        return len(asked)

    def one_more(number):
        order = town.order("2026-05-13 07:00", f"2026-05-13 {10 + number:02}:00", wished=town.substitute())
        InterestFactory(order=order, substitute=town.substitute())
        EnquiryFactory(order=order, substitute=town.substitute())

    one_more(0)
    queries()  # her roles are asked for once
    one = queries()
    for number in range(1, 10):
        one_more(number)

    assert queries() == one


def test_nothing_to_fill_is_no_rows(town):
    assert filling.first(town.planner, now=NOW, at_most=10) == []


def test_only_what_is_chosen_is_told(town):
    town.order()
    chosen = town.order("2026-05-14 07:00", "2026-05-14 16:00")

    def narrowed(orders):
        return orders.filter(pk=chosen.pk)

    assert [each.order for each in filling.first(town.planner, now=NOW, narrowed=narrowed, at_most=9)] == [chosen]
    assert board.counts(town.planner, now=NOW, narrowed=narrowed).to_fill == 1
    assert Order.objects.count() == 2
