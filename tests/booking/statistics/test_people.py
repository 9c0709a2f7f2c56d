"""How people answer and who comes, of groups that point out nobody; and who is near a limit under LAS."""

from datetime import date, timedelta

import pytest

from booking.eligibility import employment
from booking.eligibility.nearing import Limit, Near, near, passed
from booking.models import EndReason, Enquiry
from booking.rules import las
from booking.statistics import people
from booking.statistics.dropped import counted, dropped
from booking.statistics.stretch import Stretch
from tests.booking.statistics.conftest import MAY, of, thrice_a_month
from tests.cast import NOW, at
from tests.factories.booking import BookingFactory, EnquiryFactory
from tests.factories.people import WorkplaceFactory

Status = Enquiry.Status
LAST = MAY.last


def answers(town, person, status, times):
    """She gave that answer so many times."""
    for _n in range(times):
        order = town.order("2026-05-05 07:00", "2026-05-05 16:00", status="lapsed")
        answered_at = NOW if status == Status.NO else None
        EnquiryFactory(order=order, substitute=person, status=status, answered_at=answered_at)


def test_noes_and_silence_are_spread_over_people(town, chosen):
    for _n in range(5):
        answers(town, town.substitute(), Status.NO, 1)
    for _n in range(6):
        answers(town, town.substitute(), Status.EXPIRED, 3)

    told = people.spread(chosen)

    assert told.noes.numbers == {0: 6, 1: 5, 2: 0, 3: 0, 4: 0}
    assert told.silent.numbers == {0: 5, 1: 0, 2: 6, 3: 0, 4: 0}
    assert (told.noes.total, told.silent.total) == (11, 11)


def test_the_spread_is_of_whole_areas_so_that_no_choice_leaves_few(town):
    place = WorkplaceFactory(area=town.area)
    for _n in range(5):
        answers(town, town.substitute(), Status.NO, 1)

    assert people.spread(of(town, workplace=place.pk)).noes.numbers[1] == 5


def test_one_who_says_no_among_others_is_hidden_and_not_to_be_reckoned(town, chosen):
    for _n in range(6):
        answers(town, town.substitute(), Status.EXPIRED, 1)
    answers(town, town.substitute(), Status.NO, 12)

    assert people.spread(chosen).noes.numbers == {0: None, 1: 0, 2: 0, 3: 0, 4: None}


def test_continuity_of_each_workplace_asked_about(town, chosen, filled):
    often = town.substitute()
    for day in range(4, 9):
        filled(f"2026-05-0{day} 07:00", booking={"substitute": often})
    for day in range(4, 8):
        filled(f"2026-05-0{day} 07:00")
    filled("2026-05-09 07:00", workplace=WorkplaceFactory(area=town.area))

    found = people.continuity(chosen, [town.workplace.pk])

    assert found == {town.workplace.pk: people.Continuity(9, 5, 5.6, 78)}  # 5 + 1 + 1 of 9


def test_whoever_is_near_is_counted_as_on_her_own_page(town, worked):
    person = town.substitute()
    worked(person, thrice_a_month(9), las.VISSTID)

    found = near([person.pk], until=LAST)

    of_hers = employment.of(person, now=at("2026-05-10 23:59"))
    assert found == [Near(person.pk, Limit.NEXT_ONE, of_hers.next_one.days)]
    assert (of_hers.next_one.days, found[0].left) == (252, 22)


def test_days_of_standing_in_count_one_by_one(town, worked):
    person, other = town.substitute(), town.substitute()
    worked(person, (LAST - timedelta(days=2 * n) for n in range(520)), las.VIKARIAT)
    worked(other, thrice_a_month(20), las.VIKARIAT)

    assert near([person.pk, other.pk], until=LAST) == [Near(person.pk, Limit.STANDING_IN, 520)]


def test_days_in_a_chain_longer_than_five_years_count_as_on_her_own_page(town, worked):
    """31 days each July and January: five years hold 10 × 31 = 310, and a chain since January 2021 341 of 365."""
    person = town.substitute()
    halves = [(2021 + n // 2, 1 + n % 2 * 6) for n in range(11)]
    worked(person, [date(year, month, day) for year, month in halves for day in (1, 2, 31)], las.VISSTID)
    worked(person, [date(2026, 6, 1)], las.VISSTID)  # is to come

    assert near([person.pk], until=LAST) == [Near(person.pk, Limit.FIXED_TERM, 341)]
    assert employment.of(person, now=at("2026-05-10 23:59")).fixed_term.days == 341


def test_whoever_is_past_a_limit_is_told_by_how_much(town, worked):
    person = town.substitute()
    worked(person, thrice_a_month(10), las.VISSTID)  # August 2025 to April 2026: 273, and 10 in May: 283

    found = passed([person.pk], until=LAST)

    assert [(each.limit, each.left) for each in found] == [(Limit.NEXT_ONE, -9)]


@pytest.mark.parametrize("months", [7, 11])
def test_whoever_is_far_from_a_limit_or_past_it_is_not_near(months, town, worked):
    person = town.substitute()
    worked(person, thrice_a_month(months), las.VISSTID)

    assert Limit.NEXT_ONE not in {each.limit for each in near([person.pk], until=LAST)}


def test_nobody_is_near_nothing():
    assert near([], until=LAST) == []


BEFORE = date(2026, 4, 9)
"""More than thirty days ago."""


def let_go(town, worked):
    person = town.substitute()
    worked(person, thrice_a_month(9, last=BEFORE), las.VISSTID)
    return person


def test_whoever_is_near_and_no_longer_asked_for_was_let_go(town, worked, chosen):
    person = let_go(town, worked)

    found = dropped(chosen)

    assert [each.substitute for each in found.near] == [person.pk]
    assert (found.let_go, found.ended, found.last) == ({person.pk}, set(), LAST)


def test_whoever_was_asked_or_is_booked_anywhere_was_not_let_go(town, elsewhere, worked, chosen):
    person = let_go(town, worked)
    EnquiryFactory(order=elsewhere.order(), substitute=person, asked_at=at("2026-05-01 07:00"))

    assert dropped(chosen).let_go == set()


def test_a_booking_that_the_desk_ended_is_told(town, worked, chosen):
    person = let_go(town, worked)
    ended = {"ended_at": at("2026-05-02 07:00"), "agreement": person.agreements.get()}
    BookingFactory(order=town.order(), substitute=person, end_reason=EndReason.OTHER, **ended)

    assert dropped(chosen).ended == {person.pk}


def test_those_who_worked_elsewhere_alone_are_not_of_this_area(elsewhere, worked, chosen, town):
    let_go(town, worked)

    assert dropped(of(elsewhere)).near == []


def test_few_who_are_near_are_not_counted_out(town, worked, chosen):
    let_go(town, worked)

    told = counted(dropped(chosen))[Limit.NEXT_ONE]

    assert (told.total, told.numbers["let_go"]) == (None, None)


def test_days_to_come_are_not_waited_for(town):
    assert dropped(of(town, Stretch(date(2026, 5, 1), date(2026, 5, 31)))).last == date(2026, 5, 12)
