"""What becomes of her request when the introduction is over, or comes to nothing."""

from datetime import date, timedelta

import pytest

from booking.models import EndReason, Order, PlannerTask, WorkplaceRequest
from booking.operations import (
    attendance,
    bookings,
    introductions,
    shortening,
    standing,
    workplace_requests,
)
from messaging.models import Message
from people.models import HistoryEntry, Introduction
from tests.booking.operations.introductions.conftest import ENDS, STARTS, held
from tests.cast import NOW, at


def actions(row):
    return [entry.action for entry in HistoryEntry.objects.of(row)]


def settled(wish, moment=ENDS) -> WorkplaceRequest:
    """As the minute's tidying leaves it."""
    for row in WorkplaceRequest.objects.to_settle(now=moment):
        introductions.settle(row, at=moment)
    wish.refresh_from_db()
    return wish


def test_when_the_shift_is_over_the_workplace_is_hers(plan, amira, elsewhere, wish):
    plan()
    assert settled(wish, ENDS - timedelta(minutes=1)).status == "introduction"

    assert settled(wish).status == "active"

    given = Introduction.objects.get()
    assert (given.substitute, given.workplace, given.given_on) == (amira, elsewhere.workplace, date(2026, 5, 19))
    told = {message.kind: message.recipient for message in Message.objects.exclude(kind="booking.booked")}
    assert told == {"workplace.active": amira.user, "workplace.introduced": elsewhere.planner}
    assert not WorkplaceRequest.objects.to_settle(now=ENDS).exists()
    assert bookings.book(elsewhere.order(), amira, by=elsewhere.planner, at=NOW)


def test_a_shift_that_ended_before_it_began_leaves_her_waiting_and_nobody_sought(plan, elsewhere, wish):
    plan()
    bookings.end(held(), by=elsewhere.planner, at=NOW, reason=EndReason.SUBSTITUTE_UNABLE)

    assert settled(wish, NOW).status == "asked"

    assert Order.objects.get().status == "cancelled"
    assert PlannerTask.objects.waiting().get().facts["again"]
    assert actions(wish)[0] == "workplacerequest.ask_again"
    assert plan().status == "introduction"


def test_who_did_not_come_is_not_introduced(plan, elsewhere, wish):
    plan()
    attendance.did_not_come(held(), missed=True, by=elsewhere.planner, at=ENDS)

    assert settled(wish).status == "asked"
    assert not Introduction.objects.exists()


def test_found_out_later_that_she_did_not_come_the_introduction_is_taken_back_and_given_if_she_did(
    plan, elsewhere, wish
):
    plan()
    settled(wish)
    attendance.did_not_come(held(), missed=True, by=elsewhere.planner, at=ENDS)

    assert settled(wish).status == "asked"
    assert not Introduction.objects.exists()

    attendance.did_not_come(held(), missed=False, by=elsewhere.planner, at=ENDS)
    assert settled(wish).status == "active"
    assert Introduction.objects.count() == 1


def test_an_introduction_of_another_day_stays(plan, amira, elsewhere, wish):
    told = {"by": elsewhere.planner, "at": NOW}
    standing.introduce(amira, elsewhere.workplace, given_on=date(2025, 3, 3), **told)
    plan()
    settled(wish)
    attendance.did_not_come(held(), missed=True, by=elsewhere.planner, at=ENDS)

    assert settled(wish).status == "asked"
    assert Introduction.objects.get().given_on == date(2025, 3, 3)


def test_she_who_has_asked_anew_since_has_one_request(plan, amira, elsewhere, wish):
    plan()
    settled(wish)
    Introduction.objects.all().delete()
    anew = workplace_requests.ask(amira, elsewhere.workplace, text="", by=amira.user, at=ENDS)
    attendance.did_not_come(held(), missed=True, by=elsewhere.planner, at=ENDS)

    assert settled(wish).status == "withdrawn"
    assert WorkplaceRequest.objects.live().get() == anew


def test_marked_as_missing_while_it_lasts_and_there_after_all_it_is_booked_again(plan, elsewhere, wish):
    plan()
    halfway = STARTS + timedelta(hours=1)
    for missed, status in ((True, "asked"), (False, "introduction")):
        attendance.did_not_come(held(), missed=missed, by=elsewhere.planner, at=halfway)

        assert settled(wish, halfway).status == status


def test_a_shift_cut_short_is_for_a_planner_to_judge_and_the_rest_is_nobodys(plan, elsewhere, wish):
    plan()
    shortening.shorten(held(), at("2026-05-19 09:00"), by=elsewhere.planner, at=STARTS + timedelta(hours=2))

    assert settled(wish).status == "asked"
    assert Order.objects.count() == 1
    workplace_requests.introduced_already(wish, date(2026, 5, 19), by=elsewhere.planner, at=ENDS)
    assert settled(wish).status == "active"


@pytest.mark.parametrize(("status", "becomes"), [("introduction", "asked"), ("asked", "asked"), ("active", "active")])
def test_a_request_whose_shift_is_gone_is_asked_again(status, becomes, wish):
    WorkplaceRequest.objects.update(status=status)

    introductions.settle(wish, at=NOW)

    wish.refresh_from_db()
    assert wish.status == becomes


def test_what_is_over_is_settled_by_nothing(plan, wish):
    plan()
    WorkplaceRequest.objects.update(status="withdrawn")

    introductions.settle(wish, at=ENDS)

    assert WorkplaceRequest.objects.get().status == "withdrawn"
