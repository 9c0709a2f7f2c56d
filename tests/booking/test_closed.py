"""What of hers is closed with an account: the calendar's address, and the links that answer an enquiry."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from booking import enquiry_links
from booking.models import CalendarFeed, PlannerTask
from booking.operations import bookings, calendar_feeds, enquiries
from booking.operations.refusals import CannotBook
from people.operations import closing
from tests.cast import NOW, at
from tests.factories.booking import BookingFactory

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


LAST = date(2026, 5, 14)


@pytest.fixture
def booked(town, emma):
    """Her shifts of the 14th, from the evening on, and of the 15th."""
    spans = [("2026-05-14 22:00", "2026-05-15 07:00"), ("2026-05-15 10:00", "2026-05-15 16:00")]
    return [BookingFactory(order=town.order(*span, status="booked"), substitute=emma) for span in spans]


def waiting():
    return list(PlannerTask.objects.waiting().order_by("booking__starts"))


def test_a_shift_after_the_last_day_is_a_task_and_one_that_begins_on_it_is_none(booked, emma, town):
    closing.end(emma.user, LAST, by=town.planner, at=NOW)

    (task,) = waiting()
    assert (task.booking, task.facts) == (booked[1], {"lost": ["account"]})


def test_a_later_day_needs_no_decision_and_an_earlier_one_again_does(booked, emma, town):
    closing.end(emma.user, LAST, by=town.planner, at=NOW)
    closing.end(emma.user, None, by=town.planner, at=NOW)
    assert waiting() == []

    closing.end(emma.user, LAST, by=town.planner, at=NOW)

    assert [task.booking for task in waiting()] == booked[1:]


def test_an_account_that_is_closed_leaves_every_coming_shift_to_be_decided_on_once(booked, emma, town):
    closing.end(emma.user, LAST, by=town.planner, at=NOW)
    closing.close(emma.user, by=town.planner, at=NOW)

    assert [task.booking for task in waiting()] == booked


def test_nobody_is_booked_for_a_day_after_the_last_one(emma, town):
    order = town.order("2026-05-15 07:00", "2026-05-15 16:00")
    closing.end(emma.user, LAST, by=town.planner, at=NOW)

    with pytest.raises(CannotBook, match="Kontot stängs efter torsdag 14 maj, före passet"):
        bookings.book(order, emma, by=town.planner, at=NOW)


def test_her_page_names_the_shifts_that_are_left_to_take_back(booked, emma, town, elsewhere, signed_in):
    away = BookingFactory(order=elsewhere.order("2026-05-18 07:00", "2026-05-18 16:00"), substitute=emma)
    page, desk = reverse("substitute:account", args=[emma.pk]), signed_in(town.planner)
    with time_machine.travel(NOW, tick=False):
        assert "Bokad när kontot är stängt" not in desk.get(page).content.decode()
        shown = desk.post(reverse("substitute:end", args=[emma.pk]), {"ends_on": str(LAST)}, follow=True)

    html = shown.content.decode()
    assert reverse("booking_desk:inspect", args=[booked[1].pk]) in html
    assert reverse("booking_desk:inspect", args=[booked[0].pk]) not in html
    assert "annat område" in html
    assert str(away.order.workplace) not in html
