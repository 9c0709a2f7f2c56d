"""Samma som i går: one shift is its own form, several are a list to confirm."""

import uuid
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from booking.models import Order, Policy
from portal.pages import frame
from tests.booking.manager.reading import text
from tests.cast import NOW, at
from tests.factories.booking import OrderReasonFactory
from tests.page_checks import assert_valid_html

NEW, AGAIN = reverse("booking:new_order"), reverse("booking:same_again")


@pytest.fixture
def yesterday(town):
    """Two shifts of yesterday's, one of them in the evening."""
    fields = {"status": Order.Status.COMPLETED, "reference": "Anita"}
    return [
        town.order("2026-05-11 07:00", "2026-05-11 16:00", **fields),
        town.order("2026-05-11 14:00", "2026-05-11 21:30", **fields),
    ]


@pytest.fixture
def sends(manager, yesterday):
    """`sends(rows=[…])`: the list with both of them ticked for today, sent."""

    def send(**changes):
        first = {"day": "2026-05-12", "source": "2026-05-11", "advertise": "on", "command": str(uuid.uuid4())}
        return manager.post(AGAIN, first | {"rows": [str(order.pk) for order in yesterday]} | changes)

    return send


def today():
    return sorted(Order.objects.filter(starts__gte=NOW).values_list("starts", flat=True))


def test_one_shift_leads_to_the_form_filled_in_for_today(manager, yesterday):
    yesterday[1].delete()

    answer = manager.get(AGAIN)

    assert answer.url == f"{NEW}?kopia={yesterday[0].pk}&dag=2026-05-12"
    assert "1 vikarie i dag 07.00–16.00" in text(manager.get(answer.url))


def test_several_are_listed_ticked_and_placed_together(manager, yesterday, sends):
    page = text(manager.get(AGAIN))

    assert page.count(" checked") == 3  # and in Lediga jobb
    assert "Det som behövdes måndag 11 maj" in page
    assert_valid_html(page)
    assert sends().url == reverse("booking:orders")
    assert today() == [at("2026-05-12 07:00"), at("2026-05-12 14:00")]
    assert set(Order.objects.values_list("reference", flat=True)) == {"Anita"}


def test_the_same_list_sent_twice_places_them_once(sends, yesterday):
    command = "6f1c2f0e-2b8a-4f53-9d36-1b2f0c1a7e55"
    assert [sends(command=command).status_code for _tap in range(2)] == [302, 302]

    assert len(today()) == 2


def test_what_is_there_already_is_said_and_not_ticked(manager, town, yesterday):
    town.order("2026-05-12 07:00", "2026-05-12 16:00")

    page = manager.get(AGAIN)

    assert page.context["form"]["rows"].value() == [str(yesterday[1].pk)]
    assert "Finns redan den dagen." in text(page)


def test_what_begins_too_soon_cannot_be_ticked_and_is_refused_if_it_is(manager, town, yesterday, sends):
    Policy.objects.create(area=town.area, order_min_lead=timedelta(hours=2))

    assert "Börjar för snart. Tidigast 07.45." in text(manager.get(AGAIN))
    refused = sends()

    assert refused.status_code == 409
    assert f"{town.workplace}: Börjar för snart. Tidigast 07.45." in text(refused)
    assert_valid_html(text(refused))
    assert today() == []


def test_another_day_is_a_tap_away(manager, yesterday, sends):
    assert "Beställ till I morgon, onsdag 13 maj" in text(manager.get(AGAIN, {"dag": "2026-05-13"}))

    sends(day="2026-05-13")

    assert today() == [at("2026-05-13 07:00"), at("2026-05-13 14:00")]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"rows": []}, "Välj minst ett pass."),
        ({"rows": ["00000000-0000-4000-8000-000000000000"]}, "Ett av passen finns inte längre."),
        ({"day": "2026-05-11"}, "Dagen har varit."),
        ({"day": "9999-12-31"}, "Dagen har varit."),
    ],
)
def test_what_cannot_be_meant_is_refused(yesterday, sends, changes, words):
    answer = sends(**changes)

    assert answer.status_code == 422
    assert words in text(answer)
    assert today() == []


def test_another_managers_key_places_nothing(yesterday, sends, elsewhere):
    command = "6f1c2f0e-2b8a-4f53-9d36-1b2f0c1a7e55"
    sends(command=command)
    Order.objects.filter(starts__gte=NOW).update(placed_by=elsewhere.manager)

    assert "redan skickats av någon annan" in text(sends(command=command))


def test_a_time_that_the_clock_jumps_over_is_ordered_for_itself(manager, town, yesterday):
    later = time_machine.travel(at("2027-03-27 12:00"), tick=False)
    for clock in ("02:30", "04:00"):
        town.order(f"2027-03-26 {clock}", "2027-03-26 09:00", status=Order.Status.COMPLETED)

    with later:
        manager.force_login(town.manager)
        assert "Klockan ställs om den natten." in text(manager.get(AGAIN, {"dag": "2027-03-28"}))


def test_neither_drafts_nor_what_was_taken_back_nor_introductions_are_ordered_again(manager, town, elsewhere):
    for fields in (
        {"status": Order.Status.CANCELLED},
        {"status": Order.Status.DRAFT},
        {"reason": OrderReasonFactory(name="Introduktion", introduces=True)},
    ):
        town.order("2026-05-11 07:00", "2026-05-11 16:00", **fields)
    elsewhere.order("2026-05-11 07:00", "2026-05-11 16:00")
    town.order("2026-04-01 07:00", "2026-04-01 16:00")

    assert "Inget är beställt de senaste två veckorna" in text(manager.get(AGAIN))
    assert "Samma som" not in text(manager.get(NEW))


def test_the_form_names_the_last_day_on_which_something_was_needed(manager, town):
    town.order("2026-05-08 07:00", "2026-05-08 16:00")
    assert "Samma som fredag 8 maj" in text(manager.get(NEW))

    town.order("2026-05-11 07:00", "2026-05-11 16:00")
    assert "Samma som i går" in text(manager.get(NEW))


def test_the_list_takes_as_many_questions_for_two_as_for_twenty(manager, town, yesterday):
    def questions():
        frame.lately()  # as a process that has been up for a while
        with CaptureQueriesContext(connection) as asked:
            assert manager.get(AGAIN).status_code == 200
        return len(asked)

    for_two = questions()
    for _seat in range(18):
        town.order("2026-05-11 07:00", "2026-05-11 16:00")

    assert questions() == for_two <= 15
