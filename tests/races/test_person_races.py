"""A booking against what makes her less bookable: one of them knows of the other. Proved on PostgreSQL."""

from datetime import date
from functools import partial

import pytest

from benchmarks.contention.truths import untrue
from booking.models import Absence, Booking
from booking.operations import absences, availability, bookings, direct, papers, standing
from booking.operations.refusals import CannotBook
from people.models import Block
from tests.cast import NOW, a_town, at
from tests.factories.people import CompetenceFactory, SubstituteCompetenceFactory
from tests.factories.standing import IntroductionFactory
from tests.races.world import says, with_time

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]

THE_DAY_BEFORE = date(2026, 5, 12)


@pytest.fixture
def town(transactional_db):
    return a_town("Hemtjänst")


@pytest.fixture
def order(town):
    """Wednesday 13 May 07–16; asks for all that can be asked for."""
    town.workplace.needs_introduction = True
    town.workplace.save()
    order = town.order()
    order.competences.add(CompetenceFactory())
    return order


@pytest.fixture
def amira(town, order):
    """She has it all, and has put in the time."""
    amira = with_time(town, order)
    SubstituteCompetenceFactory(substitute=amira)
    IntroductionFactory(substitute=amira, workplace=town.workplace)
    return amira


def takes_time_away(town, order, amira) -> partial:
    return partial(availability.take_away, amira, order.period, by=amira.user, at=NOW)


def is_away(town, order, amira) -> partial:
    return partial(absences.note, amira, order.period, kind=Absence.Kind.UNTIL_SAID, by=town.planner, at=NOW)


def is_blocked(town, order, amira) -> partial:
    told = {"asked_by": Block.AskedBy.WORKPLACE, "reason": "Enligt överenskommelse", "by": town.planner, "at": NOW}
    return partial(standing.block, amira, town.workplace, **told)


def loses_her_agreement(town, order, amira) -> partial:
    return partial(papers.end_agreement, amira.agreements.get(), THE_DAY_BEFORE, by=town.planner, at=NOW)


def loses_her_competence(town, order, amira) -> partial:
    return partial(papers.revoke, amira.competences.get(), THE_DAY_BEFORE, by=town.planner, at=NOW)


def loses_her_introduction(town, order, amira) -> partial:
    return partial(standing.withdraw_introduction, amira.introductions.get(), by=town.planner, at=NOW)


LESS_BOOKABLE = {
    takes_time_away: "Ingen tid inlagd",
    is_away: "Frånvarande onsdag 13 maj 07.00–16.00",
    is_blocked: "Bokas inte på Hemtjänst Solgården",
    loses_her_agreement: "Saknar avtal som undersköterska på Hemtjänst Solgården",
    loses_her_competence: "Saknar giltig kompetens: delegering läkemedel",
    loses_her_introduction: "Inte introducerad på Hemtjänst Solgården",
}
"""What happens to her, and what stands in the way of a booking after it."""


@pytest.fixture(params=LESS_BOOKABLE)
def happens(request):
    return request.param


def books(order, amira) -> partial:
    return partial(direct.book, order, amira, by=amira.user, at=NOW)


def known(result) -> list[Booking]:
    """The shifts that the one who did it is told of."""
    return getattr(result, "booked", result)


def test_either_the_booking_is_refused_or_the_shift_is_known_of(town, order, amira, at_once, happens):
    act = happens(town, order, amira)

    result, booking = at_once([act, books(order, amira)], all_have_read=True)

    if isinstance(booking, Booking):
        assert known(result) == [booking]
    else:
        assert LESS_BOOKABLE[happens] in says(booking)
    assert (untrue(), at_once.broken) == ({}, [])


def test_without_locks_she_is_booked_and_nobody_knows(town, order, amira, at_once, without_locks, happens):
    result, booking = at_once([happens(town, order, amira), books(order, amira)], all_have_read=True)

    assert (type(booking), known(result)) == (Booking, [])


def test_a_booking_that_comes_after_says_what_was_first(town, order, amira, happens):
    happens(town, order, amira)()

    with pytest.raises(CannotBook, match=LESS_BOOKABLE[happens]):
        books(order, amira)()


def test_what_comes_after_a_booking_is_told_of_the_shift(town, order, amira, happens):
    booking = books(order, amira)()

    assert known(happens(town, order, amira)()) == [booking]


def test_of_two_shifts_with_too_little_rest_between_she_gets_one(town, at_once):
    """No constraint knows of rest: only her lock keeps the second from being booked."""
    amira = town.substitute()
    shifts = [town.order("2026-05-13 14:00", "2026-05-13 22:00"), town.order("2026-05-14 06:00", "2026-05-14 14:00")]
    acts = [partial(bookings.book, shift, amira, by=town.planner, at=NOW) for shift in shifts]

    results = at_once(acts, all_have_read=True)

    (refusal,) = [result for result in results if not isinstance(result, Booking)]
    assert "vila" in says(refusal)


def test_without_locks_she_gets_both_and_no_rest(town, at_once, without_locks):
    amira = town.substitute()
    shifts = [town.order("2026-05-13 14:00", "2026-05-13 22:00"), town.order("2026-05-14 06:00", "2026-05-14 14:00")]

    results = at_once(
        [partial(bookings.book, shift, amira, by=town.planner, at=NOW) for shift in shifts], all_have_read=True
    )

    assert {type(result) for result in results} == {Booking}
    assert at("2026-05-14 06:00") - at("2026-05-13 22:00") == results[1].starts - results[0].ends
