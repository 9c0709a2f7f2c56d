"""A yes that is regretted: within minutes, by herself, and the shift is looked for as before."""

from datetime import timedelta

import pytest
from django_q.models import OrmQ

from booking import outcomes
from booking.models import Advert, Asking, Availability, Booking, EndReason, Enquiry, Order, PlannerTask, Policy
from booking.operations import answering, bookings, direct, enquiries, orders, regretting, waves
from booking.operations.answering import BY_LINK
from booking.operations.refusals import Refused
from messaging.models import Message
from messaging.outbox import overtaken
from people.models import HistoryEntry
from tests.cast import at
from tests.factories.booking import AvailabilityFactory

NINE = at("2026-05-12 09:00")
LAST = at("2026-05-12 09:10")
JUST_BEFORE = LAST - timedelta(microseconds=1)


@pytest.fixture
def order(town):
    return town.order()


@pytest.fixture
def amira(town, order):
    """She has put in the time."""
    person = town.substitute(user__first_name="Amira", user__last_name="Hassan")
    AvailabilityFactory(substitute=person, starts=order.starts, ends=order.ends)
    return person


@pytest.fixture
def won(town, order, amira):
    """Asked by a planner, she said yes at nine."""
    (asked,) = enquiries.ask(order, [amira], by=town.planner, at=NINE, answer_by=at("2026-05-12 12:00"))
    answering.answer(asked, yes=True, by=amira.user, at=NINE)
    return Booking.objects.get()


def regret(booking, when=JUST_BEFORE, **more) -> Booking:
    return regretting.regret(booking, by=booking.substitute.user, at=when, **more)


def test_she_gives_it_back_and_somebody_is_needed_again(order, won):
    given_back = regret(won)

    order.refresh_from_db()
    assert (given_back.end_reason, given_back.ended_at) == (EndReason.REGRETTED, JUST_BEFORE)
    assert given_back.ended_by == given_back.substitute.user
    assert (order.status, order.round) == (Order.Status.OPEN, 2)


def test_twice_is_once(order, won):
    first = regret(won)

    assert regret(won, LAST) == first
    order.refresh_from_db()
    assert order.round == 2
    assert HistoryEntry.objects.filter(action="booking.end").count() == 1


def test_what_she_has_said_of_her_time_is_as_it_was(won):
    before = list(Availability.objects.values())

    regret(won)

    assert list(Availability.objects.values()) == before


def test_afterwards_she_is_told_until_when_and_whom_to_call(won):
    with pytest.raises(Refused, match=r"Du kunde ångra till 09.10. Ring Bemanningen om du inte kan komma."):
        regret(won, LAST)
    assert regretting.open_until(won, at=LAST) is None


def test_the_clock_stops_at_the_beginning_of_the_shift(order, won):
    Booking.objects.update(booked_at=order.starts - timedelta(minutes=3))
    won.refresh_from_db()

    assert regretting.until(won) == order.starts
    with pytest.raises(Refused):
        regret(won, order.starts)


def test_the_policy_says_for_how_long(town, won):
    Policy.objects.create(workplace=town.workplace, regret_within=timedelta(minutes=30))

    assert regretting.open_until(won, at=LAST) == at("2026-05-12 09:30")


def test_where_the_policy_allows_none_it_is_refused_in_words(town, won):
    Policy.objects.create(area=town.area, regret_within=timedelta())

    assert regretting.until(won) is None
    with pytest.raises(Refused, match=r"Passet kan inte ångras här."):
        regret(won)


def test_a_shift_that_a_planner_gave_her_is_not_hers_to_give_back(town, order, amira):
    booking = bookings.book(order, amira, by=town.planner, at=NINE)

    with pytest.raises(Refused, match=r"Passet kan inte ångras här."):
        regret(booking)


def test_nor_one_that_the_portal_chose_her_for(order, amira):
    booking = direct.book_best(order, by=None, at=NINE)

    assert regretting.until(booking) is None


def test_one_that_has_ended_otherwise_is_over(town, won):
    bookings.end(won, by=town.planner, at=NINE, reason=EndReason.MISTAKE)
    won.refresh_from_db()

    assert regretting.open_until(won, at=JUST_BEFORE) is None
    with pytest.raises(Refused, match=r"Passet är redan avbokat."):
        regret(won)


class TestTheSearchGoesOn:
    def test_those_whom_a_planner_chose_are_a_planners_to_choose_again(self, order, won, amira):
        regret(won)

        task = PlannerTask.objects.waiting().get()
        assert (task.kind, task.order, task.substitute) == (PlannerTask.Kind.REGRETTED, order, amira)

    def test_where_it_was_asked_in_waves_the_next_are_asked_and_not_she(self, town, order, amira):
        other = town.substitute()
        waves.start(order, by=town.planner, at=NINE, wave_size=1)
        asked = Enquiry.objects.get(wave=1)
        answering.answer(asked, yes=True, by=asked.substitute.user, at=NINE)

        regret(Booking.objects.get())

        asking = Asking.objects.running().get()
        assert (asking.round, asking.wave_size, asking.started_by) == (2, 1, town.planner)
        waves.go_on(asking, at=JUST_BEFORE)
        again = Enquiry.objects.get(round=2)
        assert again.substitute in {other, amira} - {asked.substitute}
        assert not PlannerTask.objects.exists()

    def test_what_the_portal_may_fill_it_fills_and_not_with_her(self, town, order, amira):
        Order.objects.update(allow_direct=True)
        order.refresh_from_db()
        booking = direct.book(order, amira, by=amira.user, at=NINE)

        regret(booking)
        order.refresh_from_db()

        assert direct.book_best(order, by=None, at=JUST_BEFORE) is None
        assert "booking.tasks.fill" in [task.func() for task in OrmQ.objects.all()]
        assert not PlannerTask.objects.exists()

    def test_what_was_out_in_lediga_jobb_is_out_again_and_nobody_is_told_twice(self, town, order, amira):
        advert = orders.advertise(order, by=town.planner, at=NINE)
        Order.objects.update(allow_direct=True)
        direct.book(order, amira, by=amira.user, at=NINE + timedelta(minutes=1))
        Advert.objects.update(announced_at=NINE)

        regret(Booking.objects.get())

        advert.refresh_from_db()
        assert (advert.closed_at, advert.announced_at) == (None, NINE)
        assert Advert.objects.count() == 1

    def test_what_was_taken_out_of_lediga_jobb_before_stays_out(self, town, order, amira):
        orders.advertise(order, by=town.planner, at=NINE - timedelta(hours=1))
        orders.stop_advertising(order, by=town.planner, at=NINE - timedelta(minutes=1))
        Order.objects.update(allow_direct=True)

        regret(direct.book(order, amira, by=amira.user, at=NINE))

        assert not Advert.objects.filter(closed_at=None).exists()


class TestWhoIsTold:
    def test_the_orderer_hears_that_the_seat_is_empty_if_she_has_heard_that_it_was_filled(self, won):
        Message.objects.filter(kind="booking.filled").update(status=Message.Status.ACCEPTED)

        regret(won)

        assert overtaken(Message.objects.get(kind="booking.emptied")) == ""

    def test_else_she_hears_nothing_of_either(self, won):
        regret(won)

        assert overtaken(Message.objects.get(kind="booking.emptied")) == "bokningen hann aldrig meddelas"
        assert overtaken(Message.objects.get(kind="booking.filled")) == "bokningen är avslutad"

    def test_a_seat_that_empties_for_other_reasons_is_always_told_of(self, town, won):
        bookings.end(won, by=town.planner, at=NINE, reason=EndReason.CALLED_OFF)

        assert overtaken(Message.objects.get(kind="booking.emptied")) == ""


def test_the_history_tells_of_it_and_by_what_way(won):
    regret(won, way=BY_LINK)

    entry = HistoryEntry.objects.get(action="booking.end")
    assert entry.message == "Avbokad: vikarien ångrade sig, genom länken i meddelandet"
    assert entry.user == won.substitute.user


def test_an_answer_by_sms_to_a_shift_that_she_gave_back_is_told_so(won):
    regret(won)

    assert outcomes.told(Enquiry.objects.get(), yes=True, at=LAST) == (
        "Du har lämnat tillbaka passet. Du ska inte jobba det."
    )
