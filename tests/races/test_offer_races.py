"""A yes, a wish or a booking against whatever ends the search. Proved on PostgreSQL, with real connections."""

from functools import partial

import pytest

from benchmarks.contention.truths import untrue
from booking.models import Booking, Enquiry, Interest, Order
from booking.operations import answering, bookings, changing, direct, interests, orders, returning
from booking.operations.refusals import AlreadyTaken, Refused
from tests.cast import NOW, a_town, at
from tests.factories.booking import AdvertFactory
from tests.races.world import asked, says, with_time

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]

LATER = {"starts": at("2026-05-13 09:00"), "ends": at("2026-05-13 18:00")}


def cancelled(town, order) -> partial:
    return partial(orders.cancel, order, by=town.planner, at=NOW, note="")


def stopped(town, order) -> partial:
    return partial(returning.stop, order, by=town.planner, at=NOW)


def sent_back(town, order) -> partial:
    return partial(returning.send_back, order, by=town.planner, at=NOW, reason="Fel dag")


def moved(town, order) -> partial:
    return partial(changing.change, order, LATER, by=town.planner, at=NOW)


TOO_LATE_TO = {
    cancelled: "har just fått passet. Kontrollera och ta bort igen.",
    stopped: "Beställningen är inte längre öppen: bokad.",
}
"""What the one who would end the search hears, if it has ended in a yes."""

TOO_LATE_TO_SAY_YES = {
    cancelled: "Passet behöver ingen vikarie längre. Du är inte bokad.",
    stopped: "Passet är stoppat just nu. Du är inte bokad.",
    sent_back: "Passet är stoppat just nu. Du är inte bokad.",
    moved: "Passet har ändrats sedan du fick frågan. Du är inte bokad.",
}
"""What she hears who says yes when the search has been ended."""

BREAKS = {
    cancelled: "a booking without being booked",
    stopped: "stopped though booked",
    sent_back: "returned though booked",
    moved: "a booking without being booked",
}
"""What would be untrue of the rows afterwards, were there no locks."""


@pytest.fixture
def town(transactional_db):
    return a_town("Hemtjänst")


@pytest.fixture
def yes(town):
    """`yes(order)`: the one who is asked of it says yes."""

    def say(order) -> partial:
        (enquiry,) = asked(town, order, [town.substitute()])
        return partial(answering.answer, enquiry, yes=True, by=enquiry.substitute.user, at=NOW)

    return say


@pytest.mark.parametrize("ended", BREAKS)
def test_scenario_26_a_yes_and_what_ends_the_search_never_both_have_their_way(town, at_once, yes, ended):
    order = town.order()

    said, _result = at_once([yes(order), ended(town, order)], all_have_read=True)

    assert (untrue(), at_once.broken) == ({}, [])
    assert says(said) in {"Passet är ditt.", "Passet är avbokat. Du ska inte jobba det.", TOO_LATE_TO_SAY_YES[ended]}


@pytest.mark.parametrize("ended", BREAKS)
def test_scenario_26_without_locks_both_have_their_way_and_the_rows_are_untrue(
    town, at_once, without_locks, yes, ended
):
    order = town.order()

    said, result = at_once([yes(order), ended(town, order)], all_have_read=True)

    assert (said.status, isinstance(result, Order)) == (Enquiry.Status.WON, True)
    assert BREAKS[ended] in untrue()


@pytest.mark.parametrize("ended", TOO_LATE_TO_SAY_YES)
def test_whoever_says_yes_when_it_is_over_hears_what_was_first(town, yes, ended):
    order = town.order()
    say_yes = yes(order)
    ended(town, order)()

    assert says(say_yes()) == TOO_LATE_TO_SAY_YES[ended]


@pytest.mark.parametrize("ended", TOO_LATE_TO)
def test_whoever_ends_it_after_a_yes_hears_that_somebody_has_it(town, yes, ended):
    order = town.order()
    yes(order)()

    with pytest.raises(Refused, match=TOO_LATE_TO[ended]):
        ended(town, order)()


def test_scenario_26_many_times_over_as_it_falls_out(town, at_once, yes):
    for day in range(13, 21):
        order = town.order(f"2026-05-{day} 07:00", f"2026-05-{day} 16:00")
        at_once([cancelled(town, order), yes(order)])

    assert untrue() == {}


@pytest.fixture
def job(town):
    return AdvertFactory(order=town.order()).order


def booked_and_wanted(town, job) -> list[partial]:
    """A planner books somebody, while another would like the shift."""
    other = town.substitute()
    return [
        partial(bookings.book, job, town.substitute(), by=town.planner, at=NOW),
        partial(interests.register, job, other, by=other.user, at=NOW),
    ]


def test_an_interest_that_comes_with_a_booking_is_not_left_waiting(town, at_once, job):
    _booking, wish = at_once(booked_and_wanted(town, job), all_have_read=True)

    assert untrue() == {}
    if isinstance(wish, Interest):
        wish.refresh_from_db()
        assert wish.status == Interest.Status.NOT_SELECTED
    else:
        assert (type(wish), says(wish)) == (AlreadyTaken, "Passet är inte längre ledigt.")


def test_without_locks_an_interest_waits_for_a_shift_that_is_gone(town, at_once, without_locks, job):
    at_once(booked_and_wanted(town, job), all_have_read=True)

    assert untrue() == {"interested in what is not open": 1}


def taken_and_moved(town, order) -> list[partial]:
    person = with_time(town, order)
    return [partial(direct.book, order, person, by=person.user, at=NOW), moved(town, order)]


def test_a_shift_that_is_moved_while_it_is_taken_is_booked_for_the_time_it_has(town, at_once):
    for day in range(13, 19):
        at_once(taken_and_moved(town, town.order(f"2026-05-{day} 07:00", f"2026-05-{day} 16:00")))

    assert untrue() == {}


def test_without_locks_a_shift_is_booked_for_a_time_that_it_no_longer_has(town, at_once, without_locks):
    at_once(taken_and_moved(town, town.order()), all_have_read=True)

    assert "booked for another time" in untrue()


def test_two_ends_of_the_same_booking_are_one_and_the_second_is_told(town, at_once):
    booking = bookings.book(town.order(), town.substitute(), by=town.planner, at=NOW)

    results = at_once([partial(bookings.end, booking, by=town.planner, at=NOW, reason="other")] * 2)

    (refusal,) = [result for result in results if isinstance(result, Refused)]
    assert says(refusal) == "Bokningen är redan avslutad."
    assert (Booking.objects.occupying().count(), Order.objects.get().round, untrue()) == (0, 2, {})
