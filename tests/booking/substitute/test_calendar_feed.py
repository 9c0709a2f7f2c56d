"""Her shifts in her own calendar: an address that is the key, until she changes it or shuts it."""

from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from booking.models import CalendarFeed, EndReason
from booking.operations import bookings, calendar_feeds
from people.models import HistoryEntry
from people.operations import erasure
from tests.booking.substitute.reading import text
from tests.cast import NOW
from tests.factories.booking import BookingFactory
from tests.page_checks import assert_valid_html

PAGE = "/kalender/prenumerera/"
LATER = NOW + timedelta(hours=2)


@pytest.fixture(autouse=True)
def _nobody_has_asked():
    cache.clear()


def address(feed) -> str:
    return f"/kalender/prenumeration/{feed.token}.ics"


def test_the_page_makes_an_address_once_and_shows_it_to_copy(phone):
    assert "Skapa min adress" in text(phone.get(PAGE))

    for _tap in range(2):
        page = phone.post(f"{PAGE}ny/", follow=True).content.decode()

    token = CalendarFeed.objects.get().token
    assert f'value="http://localhost:8000/kalender/prenumeration/{token}.ics"' in page
    assert f'href="webcal://localhost:8000/kalender/prenumeration/{token}.ics"' in page
    assert_valid_html(page)


def test_only_a_new_key_makes_a_new_address_and_the_same_tap_twice_is_one(phone, client, feed):
    old = address(feed)

    for _tap in range(2):
        phone.post(f"{PAGE}byt/", {"seen": str(feed.key)})

    now = address(CalendarFeed.objects.get())
    assert [client.get(each).status_code for each in (old, now)] == [404, 200]
    assert HistoryEntry.objects.filter(action="calendarfeed.renew").count() == 1


@pytest.mark.parametrize("said", [{}, {"seen": "x"}, {"seen": "6f7e388e-9734-4149-a48a-6ad1a86fad7d"}])
def test_what_is_not_her_key_changes_nothing(phone, feed, said):
    phone.post(f"{PAGE}byt/", said)

    assert CalendarFeed.objects.get().key == feed.key


def test_shut_twice_it_is_gone_once(phone, client, feed):
    for _tap in range(2):
        phone.post(f"{PAGE}stang/")

    assert client.get(address(feed)).status_code == 404
    assert HistoryEntry.objects.filter(action="calendarfeed.close").count() == 1


def test_who_does_not_subscribe_gets_no_other_address(amira):
    assert calendar_feeds.renew(amira, CalendarFeed().key, by=amira.user, at=NOW) is None


@pytest.mark.parametrize("change", ["account", "substitute", "erased"])
def test_the_address_of_somebody_who_is_gone_is_dead(change, client, amira, feed, owner):
    if change == "erased":
        erasure.erase(amira, by=owner, at=LATER)
        assert not CalendarFeed.objects.exists()
    elif change == "account":
        type(amira.user).objects.update(is_active=False)
    else:
        type(amira).objects.update(is_active=False)

    assert client.get(address(feed)).status_code == 404


@pytest.mark.parametrize("wrong", ["{key}", "{key}.", "{key}.AAAA", "x", "{other}.{sign}"])
def test_the_database_alone_gives_no_address(client, feed, wrong, caplog):
    key, _point, sign = feed.token.partition(".")
    token = wrong.format(key=key, sign=sign, other="0" * 32)

    with CaptureQueriesContext(connection) as asked:
        assert client.get(f"/kalender/prenumeration/{token}.ics").status_code == 404

    assert "booking_" not in str(asked.captured_queries)
    assert token not in caplog.text


def test_an_unchanged_calendar_is_not_sent_again(client, town, amira, feed):
    booking = bookings.book(town.order(), amira, by=town.planner, at=NOW)
    first = client.get(address(feed))
    seen = {"If-None-Match": first.headers["ETag"]}, {"If-Modified-Since": first.headers["Last-Modified"]}

    for headers in seen:
        again = client.get(address(feed), headers=headers)
        assert (again.status_code, again.content) == (304, b"")
    bookings.end(booking, by=town.planner, at=LATER, reason=EndReason.OTHER)

    assert [client.get(address(feed), headers=headers).status_code for headers in seen] == [200, 200]
    assert first.headers["Cache-Control"] == "private, no-cache"


def test_who_fetches_far_too_often_is_asked_to_wait_and_the_log_does_not_tell_the_address(client, feed, caplog):
    answers = [client.get(address(feed)) for _time in range(61)]

    assert {answer.status_code for answer in answers[:60]} == {200}
    assert (answers[60].status_code, answers[60].headers["Retry-After"]) == (429, "3600")
    assert feed.token not in caplog.text


def test_that_it_was_read_is_written_once_an_hour(client, feed):
    for minutes in (0, 30, 59, 60):
        with time_machine.travel(NOW + timedelta(minutes=minutes), tick=False):
            client.get(address(feed))

    assert CalendarFeed.objects.get().read_at == NOW + timedelta(hours=1)


def test_the_page_says_when_a_calendar_last_fetched_it(phone, client, feed):
    assert "Ingen kalender har hämtat den än." in text(phone.get(PAGE))
    client.get(address(feed))
    assert "Senast hämtad tisdag 12 maj 05.45." in text(phone.get(PAGE))


def test_thirty_shifts_ask_as_much_of_the_database_as_one(client, town, amira, feed):
    def cost(*days):
        for day in days:
            BookingFactory(order=town.order(f"2026-06-{day:02} 07:00", f"2026-06-{day:02} 16:00"), substitute=amira)
        with CaptureQueriesContext(connection) as asked:
            client.get(address(feed))
        return len(asked)

    client.get(address(feed))
    assert cost(1) == cost(*range(2, 31)) <= 5


def test_whom_the_portal_tells_nothing_of_has_no_address_that_answers(client, amira, feed):
    amira.by_hand_only = True
    amira.save()

    assert client.get(address(feed)).status_code == 404
