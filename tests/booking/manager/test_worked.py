"""Bekräfta arbetad tid: one tap for each shift that is over, and a way back for a slip of the finger."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from booking.models import Booking, Order
from booking.operations import attendance, shortening
from portal.pages import frame
from tests.booking.manager.reading import text
from tests.cast import NOW, at
from tests.factories.booking import BookingFactory
from tests.page_checks import assert_valid_html

LIST, ALL = reverse("booking:worked_time"), reverse("booking:approve_all_times")


@pytest.fixture
def worked(town):
    """`worked()`: a shift of yesterday's that somebody has worked."""

    def booking(day="2026-05-11", place=town, **person):
        order = place.order(f"{day} 07:00", f"{day} 16:00", status=Order.Status.COMPLETED)
        return BookingFactory(order=order, substitute=place.substitute(**person))

    return booking


@pytest.fixture
def says(manager):
    """`says("approve_time", booking)`: what her browser sends when she taps on the button."""

    def send(deed, booking, **form):
        address = reverse(f"booking:{deed}", args=[booking.pk])
        return manager.post(address, {"seen": booking.order.terms_version} | form, follow=form.pop("follow", True))

    return send


def again(booking):
    return Booking.objects.get(pk=booking.pk)


def test_what_is_over_waits_until_it_is_approved(town, manager, worked, says):
    booking = worked(user__last_name="Hassan")
    assert "Hassan" in text(manager.get(LIST))
    assert_valid_html(text(manager.get(LIST)))

    page = text(says("approve_time", booking))

    assert again(booking).attested_by == town.manager
    assert "tiden är bekräftad." in page
    assert f'action="{reverse("booking:take_back_time", args=[booking.pk])}"' in page
    assert "Allt är bekräftat" in page
    assert "Bekräftat det senaste dygnet" in page
    assert_valid_html(page)


def test_the_first_page_tells_how_many_wait(manager, worked):
    worked()
    worked()

    assert '<span class="count">2</span>' in text(manager.get(reverse("booking:orders")))


def test_a_slip_of_the_finger_is_taken_back(worked, says):
    booking = worked()
    says("approve_time", booking)

    assert "tiden är inte bekräftad längre." in text(says("take_back_time", booking))
    assert again(booking).attested_at is None


def test_after_a_day_and_a_night_it_is_refused_with_why(town, worked, says):
    booking = worked("2026-05-09")
    attendance.attest(booking, by=town.manager, at=NOW - timedelta(days=2))

    answer = says("take_back_time", booking)

    assert answer.status_code == 409
    assert "mer än ett dygn sedan" in text(answer)
    assert again(booking).attested_at


def test_whoever_did_not_come_is_marked_and_the_mark_taken_back(worked, says):
    booking = worked()

    assert "inte kom." in text(says("did_not_come", booking))
    assert again(booking).no_show
    assert "kom." in text(says("came_after_all", booking))
    assert not again(booking).no_show


def test_a_time_that_was_changed_meanwhile_is_not_approved_unseen(town, worked, says):
    booking = worked()
    shortening.shorten(booking, at("2026-05-11 14:00"), by=town.planner, at=NOW)

    answer = says("approve_time", booking)

    assert answer.status_code == 409
    assert "Passet har ändrats och är nu 07.00–14.00." in text(answer)
    assert_valid_html(text(answer))
    assert again(booking).attested_at is None


def test_all_of_a_day_are_approved_but_not_what_has_changed_since(town, manager, worked):
    first, second = worked(), worked()
    rows = [f"{one.pk}:1:0" for one in (first, second)]
    shortening.shorten(second, at("2026-05-11 14:00"), by=town.planner, at=NOW)

    answer = manager.post(ALL, {"rows": [*rows, "x:1:0", f"{first.pk}:1", f"{first.pk}:x:0"]})

    assert answer.status_code == 409
    assert "1 pass är bekräftat." in text(answer)
    assert "Passet har ändrats" in text(answer)
    assert (again(first).attested_by, again(second).attested_by) == (town.manager, None)
    assert manager.post(ALL, {"rows": rows[:1]}).url == LIST


def test_all_of_several_days_can_be_approved_at_once(manager, worked):
    worked("2026-05-09"), worked("2026-05-10")

    page = manager.get(LIST)

    assert "Alla 2 på sidan stämmer" in text(page)
    assert [str(day.day) for day in page.context["days"]] == ["2026-05-10", "2026-05-09"]


def test_another_workplaces_shifts_do_not_exist(manager, worked, elsewhere):
    theirs = worked(place=elsewhere, user__last_name="Hemlig")

    assert "Hemlig" not in text(manager.get(LIST))
    for deed in ("approve_time", "take_back_time", "did_not_come", "came_after_all", "another_time", "time_in_words"):
        assert manager.post(reverse(f"booking:{deed}", args=[theirs.pk])).status_code == 404
    manager.post(ALL, {"rows": [f"{theirs.pk}:1:0"]})
    assert again(theirs).attested_at is None


def test_on_the_orders_page_too_and_back_to_it(manager, worked, says):
    booking = worked()
    page = reverse("booking:order", args=[booking.order_id])
    assert "Stämmer" in text(manager.get(page))

    answer = says("approve_time", booking, fran="bestallning", follow=False)

    assert answer.url == page
    assert "Bekräftad tisdag 12 maj 05.45 av" in text(manager.get(page))
    assert "Ångra" in text(manager.get(page))
    assert f"Attesterad: {booking.substitute}" in text(manager.get(page))
    says("take_back_time", booking)
    says("did_not_come", booking)
    assert "Vikarien kom</button>" in text(manager.get(page))


def test_what_is_long_past_or_still_goes_on_is_not_asked_about(manager, worked, town):
    worked("2026-03-01", user__last_name="Gammal")
    BookingFactory(order=town.order("2026-05-12 05:00", "2026-05-12 09:00", status="booked"))

    assert "Allt är bekräftat" in text(manager.get(LIST))
    with time_machine.travel(at("2026-05-12 09:00"), tick=False):
        assert manager.get(LIST).context["page"].paginator.count == 1


def test_the_list_takes_as_many_questions_for_one_as_for_thirty(manager, worked):
    def questions():
        frame.lately()  # as a process that has been up for a while
        with CaptureQueriesContext(connection) as asked:
            assert manager.get(LIST).status_code == 200
        return len(asked)

    worked()
    for_one = questions()
    for _shift in range(29):
        worked()

    assert questions() == for_one <= 15
