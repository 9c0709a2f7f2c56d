"""What a planner does when somebody has the shift: shortens it, marks who did not come, attests it."""

import re

import pytest
import time_machine

from booking.models import Booking, Order
from booking.operations import bookings
from people.models import HistoryEntry
from tests.booking.desk.conftest import text
from tests.cast import NOW, at


@pytest.fixture
def booking(town) -> Booking:
    """Tuesday 12 May 07.00–16.00, with a break of half an hour."""
    order = town.order(starts="2026-05-12 07:00", ends="2026-05-12 16:00", break_minutes=30)
    return bookings.book(order, town.substitute(), by=town.planner, at=NOW)


@pytest.fixture
def noon():
    with time_machine.travel(at("2026-05-12 12:00"), tick=False):
        yield


def test_scenario_47_she_goes_home_and_the_rest_is_a_new_order(booking, noon, does, planner):
    answer = does("shorten", booking.order, booking=booking.pk, until="11:30", break_taken="on", rest_from="13:00")

    rest = Order.objects.exclude(pk=booking.order_id).get()
    assert answer.url.endswith(f"/{rest.pk}/")
    assert (rest.starts, rest.ends, rest.status) == (at("2026-05-12 13:00"), at("2026-05-12 16:00"), "open")
    booking.refresh_from_db()
    assert (booking.ends, booking.shortened_from) == (at("2026-05-12 11:30"), at("2026-05-12 16:00"))
    assert "gick hem 11.30. Resten, 13.00–16.00, är den här nya beställningen." in text(planner.get(answer.url))


def test_the_same_form_twice_shortens_once(booking, noon, does):
    for _click in range(2):
        answer = does("shorten", booking.order, booking=booking.pk, until="11:30", break_taken="on")

    assert answer.status_code == 302
    assert Order.objects.count() == 2


@pytest.mark.parametrize("clock", ["06:00", "16:00", "16:30", ""])
def test_a_time_outside_the_shift_is_told_beside_the_field(booking, noon, does, clock):
    answer = does("shorten", booking.order, booking=booking.pk, until=clock)

    assert answer.status_code == 409
    assert "vp-error" in text(answer)
    assert Order.objects.count() == 1


def test_nobody_can_begin_before_she_went_home(booking, noon, does):
    answer = does("shorten", booking.order, booking=booking.pk, until="11:30", rest_from="11:00")

    assert "Välj ett klockslag inom 11.30–16.00." in text(answer)
    assert 'value="11:30"' in text(answer)


def test_of_a_night_the_clock_says_which_day(town, does):
    order = town.order(starts="2026-05-12 21:00", ends="2026-05-13 07:00")
    booking = bookings.book(order, town.substitute(), by=town.planner, at=NOW)

    with time_machine.travel(at("2026-05-13 03:00"), tick=False):
        does("shorten", order, booking=booking.pk, until="02:30")

    booking.refresh_from_db()
    assert booking.ends == at("2026-05-13 02:30")


def test_scenario_46_she_did_not_come_and_came_after_all(booking, noon, does, page):
    does("attended", booking.order, booking=booking.pk, missed="1")
    assert "kom inte</h2>" in page(booking.order)

    does("attended", booking.order, booking=booking.pk, missed="0")
    booking.refresh_from_db()
    assert not booking.no_show
    actions = HistoryEntry.objects.filter(object_id=str(booking.pk)).values_list("action", flat=True)
    assert {"booking.no_show", "booking.came"} <= set(actions)


def test_before_it_has_begun_there_is_nothing_to_mark(booking, does, page):
    assert "Kom inte" not in page(booking.order)

    answer = does("attended", booking.order, booking=booking.pk, missed="1")

    assert answer.status_code == 409
    assert "Passet har inte börjat." in text(answer)


def test_after_the_end_it_is_attested_once(booking, does, page, town):
    with time_machine.travel(at("2026-05-13 08:00"), tick=False):
        answers = [does("attest", booking.order, booking=booking.pk).status_code for _click in range(2)]
        assert "<dt>" in page(booking.order)

    assert answers == [302, 302]
    booking.refresh_from_db()
    assert (booking.attested_by, booking.attested_at) == (town.planner, at("2026-05-13 08:00"))


@pytest.mark.parametrize("deed", ["shorten", "attended", "attest"])
def test_a_booking_of_another_order_is_not_touched(deed, booking, town, does):
    other = town.order("2026-05-20 07:00", "2026-05-20 16:00")

    form = {"booking": booking.pk, "until": "11:30", "missed": "1"}
    assert does(deed, other, **form).status_code == 404
    assert does(deed, booking.order, booking="x").status_code == 409


def test_each_label_on_the_page_leads_to_a_field_of_its_own(booking, noon, page):
    keys = re.findall(r'\sid="([^"]+)"', page(booking.order))

    assert {"end_reason", "return_reason", "cancel_note", "shorten_until"} <= set(keys)
    assert [key for key in keys if keys.count(key) > 1] == []


def test_whoever_has_no_phone_has_no_empty_line_for_one(town, signed_in, time_machine):
    time_machine.move_to(NOW, tick=False)
    booking = bookings.book(town.order(), town.substitute(user__phone=""), by=town.planner, at=NOW)

    page = signed_in(town.planner).get(f"/admin/bestallningar/inspect/{booking.order_id}/").content.decode()

    assert 'href="tel:"' not in page
    assert "kommer</h2>" in page
