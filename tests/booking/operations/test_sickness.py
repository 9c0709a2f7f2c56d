"""She falls ill, before the shift or in the middle of it; and is well again."""

import pytest
from django_q.models import OrmQ

from booking.models import Absence, Booking, EndReason, Order, PlannerTask
from booking.operations import bookings, sickness
from booking.operations.refusals import Refused
from booking.period import Period
from messaging.models import Message
from tests.cast import NOW, at

EARLY = at("2026-05-13 05:45")
TEN = at("2026-05-13 10:00")


@pytest.fixture
def booking(town) -> Booking:
    return bookings.book(town.order(), town.substitute(), by=town.planner, at=NOW)


def report(booking, when) -> Order | None:
    return sickness.report(booking, by=booking.substitute.user, at=when)


def queued(task) -> list[str]:
    """The first argument of each such task that waits."""
    return [row.task["args"][0] for row in OrmQ.objects.all() if row.task["func"] == task]


def test_ill_before_the_shift_it_is_open_again_and_the_workplace_is_told_without_why(town, booking):
    order = report(booking, EARLY)

    booking.refresh_from_db()
    assert (order.status, booking.end_reason) == (Order.Status.OPEN, EndReason.CALLED_OFF)
    told = Message.objects.get(recipient=town.manager, kind="booking.emptied")
    assert "sjuk" not in told.body.lower()


def test_she_is_away_for_the_rest_of_that_day(booking):
    report(booking, EARLY)

    absence = Absence.objects.get()
    assert absence.period == Period(EARLY, at("2026-05-14 00:00"))


def test_ill_in_the_middle_she_keeps_her_hours_and_the_rest_is_a_new_order(booking):
    rest = report(booking, TEN)

    booking.refresh_from_db()
    assert (booking.ends, booking.ended_at) == (TEN, None)
    assert rest.ends == at("2026-05-13 16:00")


def test_another_shift_the_same_day_is_for_a_planner_to_decide_on(town, booking):
    evening = bookings.book(
        town.order("2026-05-13 17:00", "2026-05-13 20:00"), booking.substitute, by=town.planner, at=NOW
    )

    report(booking, EARLY)

    assert PlannerTask.objects.get(kind=PlannerTask.Kind.ABSENT_YET_BOOKED).booking == evening


def test_well_again_she_can_be_booked(booking, town):
    report(booking, EARLY)

    assert sickness.well_again(booking.substitute, by=booking.substitute.user, at=TEN) == 1
    assert Absence.objects.get().ends == TEN
    assert bookings.book(
        town.order("2026-05-13 17:00", "2026-05-13 20:00"), booking.substitute, by=town.planner, at=TEN
    )


def test_whoever_is_not_ill_is_not_made_well(town):
    assert sickness.well_again(town.substitute(), by=town.planner, at=TEN) == 0


def test_a_shift_that_is_over_or_ended_cannot_be_missed_by_illness(booking):
    with pytest.raises(Refused, match="redan slut"):
        report(booking, booking.ends)
    report(booking, EARLY)
    with pytest.raises(Refused, match="redan slut"):
        report(booking, EARLY)


def test_if_the_portal_may_fill_the_shift_it_looks_for_somebody_at_once(town, booking):
    booking.order.allow_direct = True
    booking.order.save()

    order = report(booking, EARLY)

    assert queued("booking.tasks.fill") == [str(order.pk)]
    assert not PlannerTask.objects.exists()


@pytest.mark.parametrize(("when", "calls"), [("2026-05-13 05:45", 1), ("2026-05-13 05:00", 0)])
def test_else_a_planner_is_asked_to_call_if_the_shift_is_near(town, booking, when, calls):
    order = report(booking, at(when))

    tasks = PlannerTask.objects.waiting().filter(kind=PlannerTask.Kind.CALL, order=order)
    assert (tasks.count(), queued("booking.tasks.fill")) == (calls, [])
    assert order.starts > NOW


def test_to_go_home_when_too_little_is_left_needs_nobody(booking):
    assert report(booking, at("2026-05-13 15:50")) is None
