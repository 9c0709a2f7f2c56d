"""Scenarios that go through several parts of the engine."""

import pytest
from django.db import IntegrityError

from booking import tasks
from booking.forms.order import OrderForm
from booking.matching import candidates, jobs
from booking.models import Booking, Enquiry, Kind
from booking.operations import bookings, direct, waves
from booking.operations.refusals import AlreadyTaken, CannotBook
from booking.rules import Channel
from tests.cast import at
from tests.factories.booking import AdvertFactory, AvailabilityFactory, OrderReasonFactory
from tests.factories.standing import BlockFactory

MORNING = at("2026-05-12 09:00")


@pytest.fixture
def job(town):
    """Thursday 14 May 07–16, out in Lediga jobb; the portal may fill it."""
    return AdvertFactory(order=town.order("2026-05-14 07:00", "2026-05-14 16:00", allow_direct=True)).order


@pytest.fixture
def blocked(town, job):
    """She has the time and the papers, and is blocked at the workplace."""
    person = town.substitute()
    AvailabilityFactory(substitute=person, kind=Kind.AVAILABLE, starts=job.starts, ends=job.ends)
    BlockFactory(substitute=person, workplace=town.workplace)
    return person


def test_scenario_17_whoever_is_blocked_cannot_take_the_job_nor_be_given_it(town, job, blocked):
    with pytest.raises(CannotBook, match=f"Bokas inte på {town.workplace}"):
        direct.book(job, blocked, by=blocked.user, at=MORNING)
    with pytest.raises(CannotBook, match=f"Bokas inte på {town.workplace}"):
        bookings.book(job, blocked, by=town.planner, at=MORNING)

    assert [found.verdict.possible for found in jobs.open_to(blocked, now=MORNING)] in ([], [False])


def test_scenario_17_whoever_is_blocked_is_neither_booked_nor_asked_by_the_portal(town, job, blocked, time_machine):
    time_machine.move_to(MORNING, tick=False)
    other = town.substitute()

    tasks.fill(str(job.pk))

    assert not Booking.objects.exists()
    assert [enquiry.substitute for enquiry in Enquiry.objects.all()] == [other]
    assert waves.go_on(Enquiry.objects.get().asking, at=at("2026-05-12 15:00")).ended_at is None
    assert blocked not in [one.substitute for one in candidates.eligible(job, channel=Channel.ASKED)]


def test_scenario_21_of_a_shift_that_somebody_took_herself_a_planner_sees_who_and_when(town, job):
    herself = town.substitute()
    AvailabilityFactory(substitute=herself, kind=Kind.AVAILABLE, starts=job.starts, ends=job.ends)
    direct.book(job, herself, by=herself.user, at=MORNING)

    with pytest.raises(AlreadyTaken) as refused:
        bookings.book(job, town.substitute(), by=town.planner, at=MORNING)

    assert str(refused.value) == f"Passet är redan bokat: {herself}. Bokat tisdag 12 maj 09.00."


@pytest.fixture
def filled_in(town):
    """`filled_in(day=…, starts=…, ends=…)`: the order form, as a manager sends it."""
    reason = OrderReasonFactory()

    def form(**changes):
        said = {
            "workplace": town.workplace.pk, "occupation": town.occupation.pk, "reason": reason.pk, "seats": "1",
            "break_minutes": "45", "command": "6d0f3a3e-1c1c-4c1e-9c55-0a1d2a3b4c5d",
        } | changes  # fmt: skip
        form = OrderForm(said, user=town.manager, now=at("2027-03-01 09:00"))
        form.is_valid()
        return form

    return form


def test_scenario_7_a_start_at_half_past_two_when_the_clock_is_set_forward_is_refused(filled_in):
    form = filled_in(day="2027-03-28", starts="02:30", ends="07:00")

    assert form.errors == {"starts": ["Klockan 02.30 finns inte natten till den 28 mars. Klockan ställs fram."]}


@pytest.mark.parametrize(("ends", "hours"), [("06:59", 23 + 59 / 60), ("07:00", 24), ("07:01", 1 / 60)])
def test_scenario_12_by_the_form_an_order_has_a_length_and_never_more_than_a_day(filled_in, ends, hours):
    form = filled_in(day="2027-03-10", starts="07:00", ends=ends, break_minutes="0")

    assert form.errors == {}
    assert form.order().period.length.total_seconds() / 3600 == pytest.approx(hours)


@pytest.mark.parametrize("ends", ["2026-05-13 07:00", "2026-05-13 06:00", "2026-05-14 08:01"])
def test_scenario_12_no_other_length_is_let_in_by_the_database(town, ends):
    with pytest.raises(IntegrityError):
        town.order("2026-05-13 07:00", ends)
