"""What of hers is closed with an account: the calendar's address, and the links that answer an enquiry."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from booking import enquiry_links
from booking.models import CalendarFeed
from booking.operations import calendar_feeds, enquiries
from people.operations import closing
from tests.cast import NOW, at

MIDNIGHT = at("2026-05-13 00:01")
GONE = {404, 410}


@pytest.fixture
def emma(town):
    return town.substitute(user__phone="+46701740605")


@pytest.fixture
def ways(town, emma):
    """The addresses that let her in without signing in."""
    order = town.order("2026-05-20 07:00", "2026-05-20 16:00")
    (asked,) = enquiries.ask(order, [emma], by=town.planner, at=NOW, answer_by=order.starts)
    feed = calendar_feeds.open_to(emma, by=emma.user, at=NOW)
    return [
        reverse("booking:enquiry_by_link", args=[enquiry_links.token(asked.pk, emma.user.phone)]),
        reverse("booking:calendar_feed_file", args=[feed.token]),
    ]


def answers(client, ways, moment=NOW):
    with time_machine.travel(moment, tick=False):
        return {client.get(way).status_code for way in ways}


def test_they_answer_until_the_account_is_closed(client, ways, emma, town):
    assert answers(client, ways) == {200}

    closing.close(emma.user, by=town.planner, at=NOW)

    assert answers(client, ways) <= GONE


def test_they_are_closed_from_midnight_also_before_the_queue_has_closed_the_account(client, ways, emma, town):
    closing.end(emma.user, date(2026, 5, 12), by=town.planner, at=NOW)

    assert answers(client, ways, at("2026-05-12 23:58")) == {200}
    assert answers(client, ways, MIDNIGHT) <= GONE


def test_the_calendars_old_address_is_dead_also_when_she_is_let_in_again(client, ways, emma, town):
    closing.close(emma.user, by=town.planner, at=NOW)
    closing.reopen(emma.user, by=town.planner, at=NOW)

    assert answers(client, ways[1:]) == {404}
    assert not CalendarFeed.objects.exists()
