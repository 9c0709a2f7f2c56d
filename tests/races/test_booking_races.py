"""Two hands on the same shift or the same person. Proved on PostgreSQL, with real connections."""

from functools import partial

import pytest

from benchmarks.contention.truths import untrue
from booking.models import Booking, Enquiry
from booking.operations import answering, bookings, direct
from booking.operations.refusals import AlreadyTaken, CannotBook
from messaging.models import Message
from tests.cast import NOW, a_town, with_role
from tests.races.world import asked, says, with_time

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]

TWENTY = 20


@pytest.fixture
def town(transactional_db):
    return a_town("Hemtjänst")


def taken_by_each(town, order) -> list[partial]:
    people = [town.substitute() for _ in range(TWENTY)]
    return [partial(bookings.book, order, person, by=town.planner, at=NOW) for person in people]


def taken_by_themselves(town, order) -> list[partial]:
    people = [with_time(town, order) for _ in range(TWENTY)]
    return [partial(direct.book, order, person, by=person.user, at=NOW) for person in people]


def split(results) -> tuple[list[Booking], list[object]]:
    """Who won, and what the others got."""
    won = [result for result in results if isinstance(result, Booking)]
    return won, [result for result in results if not isinstance(result, Booking)]


@pytest.mark.parametrize("taken", [taken_by_each, taken_by_themselves])
def test_scenario_20_twenty_at_once_make_one_booking_and_nineteen_clear_answers(town, at_once, taken):
    (won,), others = split(at_once(taken(town, town.order())))

    assert {type(other) for other in others} == {AlreadyTaken}
    assert len(others) == TWENTY - 1
    assert {says(other).startswith(f"Passet är redan bokat: {won.substitute}.") for other in others} == {True}
    assert (untrue(), at_once.broken) == ({}, [])


@pytest.mark.parametrize("taken", [taken_by_each, taken_by_themselves])
def test_scenario_23_without_locks_the_constraint_alone_stops_a_double_booking(town, at_once, without_locks, taken):
    won, others = split(at_once(taken(town, town.order()), all_have_read=True))

    assert len(won) == Booking.objects.occupying().count() == 1
    assert [says(other) for other in others] == ["Passet är redan taget."] * (TWENTY - 1)
    assert len([broken for broken in at_once.broken if "one_occupying_booking_per_order" in broken]) == TWENTY - 1


def test_scenario_21_of_two_planners_the_second_sees_who_got_it_when_and_by_whom(town, at_once):
    colleague, order = with_role("planner", area=town.area), town.order()
    acts = [partial(bookings.book, order, town.substitute(), by=by, at=NOW) for by in (town.planner, colleague)]

    (won,), (refusal,) = split(at_once(acts, all_have_read=True))

    told = f"Passet är redan bokat: {won.substitute}. Bokat tisdag 12 maj 05.45 av {won.booked_by}."
    assert says(refusal) == told
    assert untrue() == {}


def overlapping(town, person) -> list[partial]:
    shifts = [town.order("2026-05-13 07:00", f"2026-05-13 {hour}:00") for hour in (10, 16)]
    return [partial(bookings.book, shift, person, by=town.planner, at=NOW) for shift in shifts]


def test_scenario_22_one_person_on_two_overlapping_orders_gets_one(town, at_once):
    (won,), (refusal,) = split(at_once(overlapping(town, town.substitute()), all_have_read=True))

    assert isinstance(refusal, CannotBook)
    ends = "10.00" if won.ends.hour == 8 else "16.00"
    assert f"Redan bokad onsdag 13 maj 07.00–{ends} på {town.workplace}" in says(refusal)
    assert (untrue(), at_once.broken) == ({}, [])


def test_scenario_22_without_locks_the_constraint_alone_keeps_her_from_two_places(town, at_once, without_locks):
    won, (refusal,) = split(at_once(overlapping(town, town.substitute()), all_have_read=True))

    assert len(won) == 1
    assert "Redan bokad onsdag 13 maj 07.00–10.00" in says(refusal)
    assert any("nobody_is_in_two_places" in broken for broken in at_once.broken)


def test_scenario_24_a_double_click_makes_one_booking_and_one_confirmation(town, at_once):
    order, substitute = town.order(), town.substitute()

    one, other = at_once([partial(bookings.book, order, substitute, by=town.planner, at=NOW)] * 2, all_have_read=True)

    assert one == other
    assert Message.objects.filter(kind="booking.booked").count() == 1
    assert at_once.broken == []


def test_scenario_24_without_locks_a_double_click_is_stopped_by_the_constraint_and_refused(
    town, at_once, without_locks
):
    order, substitute = town.order(), town.substitute()

    won, refused = split(
        at_once([partial(bookings.book, order, substitute, by=town.planner, at=NOW)] * 2, all_have_read=True)
    )

    assert (len(won), [says(one) for one in refused]) == (1, ["Passet är redan taget."])


def all_say_yes(town) -> list[partial]:
    enquiries = asked(town, town.order(), [town.substitute() for _ in range(TWENTY)])
    return [partial(answering.answer, one, yes=True, by=one.substitute.user, at=NOW) for one in enquiries]


def test_scenario_27_twenty_yes_at_the_same_moment_have_one_winner_and_all_are_answered(town, at_once):
    results = at_once(all_say_yes(town))

    assert sorted(result.status for result in results) == ["lost"] * (TWENTY - 1) + [Enquiry.Status.WON]
    lost = "Passet är redan taget. Tack för att du ville."
    assert sorted(map(says, results)) == ["Passet är ditt."] + [lost] * (TWENTY - 1)
    assert (untrue(), at_once.broken) == ({}, [])


def test_without_locks_twenty_yes_are_parted_by_the_constraint_alone(town, at_once, without_locks):
    results = at_once(all_say_yes(town), all_have_read=True)

    assert sorted(result.status for result in results) == ["lost"] * (TWENTY - 1) + [Enquiry.Status.WON]
    assert len([broken for broken in at_once.broken if "one_occupying_booking_per_order" in broken]) == TWENTY - 1
