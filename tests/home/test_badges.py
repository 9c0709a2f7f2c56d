from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from booking.operations import enquiries
from home.badges import Badges
from tests.cast import NOW


@pytest.fixture
def asked(town):
    """A substitute with one enquiry, and the message that told her of it."""
    substitute = town.substitute()
    tonight = town.order("2026-05-12 15:00", "2026-05-12 22:00")
    enquiries.ask(tonight, [substitute], by=town.planner, at=NOW, answer_by=NOW + timedelta(hours=2))
    return substitute


def test_what_waits_for_an_answer_and_what_is_unread_is_counted(asked):
    badges = Badges(asked.user, now=NOW)

    assert (badges.enquiries, badges.unread) == (1, 1)


def test_an_enquiry_past_its_time_is_not_counted(asked):
    assert Badges(asked.user, now=NOW + timedelta(hours=2)).enquiries == 0


def test_a_manager_sees_how_many_orders_of_hers_lack_somebody(town, elsewhere):
    town.order()
    elsewhere.order()

    assert Badges(town.manager, now=NOW).unfilled == 1


def test_a_count_is_asked_for_when_it_is_shown_and_once(asked):
    with CaptureQueriesContext(connection) as nothing:
        badges = Badges(asked.user, now=NOW)
    with CaptureQueriesContext(connection) as one:
        assert badges.enquiries == badges.enquiries

    assert (len(nothing), len(one)) == (0, 1)


def test_a_page_without_the_bar_asks_for_no_count(town, signed_in):
    client = signed_in(town.substitute().user)

    with CaptureQueriesContext(connection) as asked:
        client.get("/konto/password/change/")

    assert not [query for query in asked if "booking_enquiry" in query["sql"] or "messaging_message" in query["sql"]]
