"""Her shifts in her own calendar: an address that is the key, until she changes it or shuts it."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from booking.models import CalendarFeed, EndReason
from booking.operations import bookings, calendar_feeds, changing
from people.models import HistoryEntry
from people.operations import erasure
from tests import rfc5545
from tests.booking.substitute.reading import text
from tests.cast import NOW, at
from tests.factories.booking import BookingFactory
from tests.page_checks import assert_valid_html

PAGE = "/kalender/prenumerera/"
LATER = NOW + timedelta(hours=2)


@pytest.fixture(autouse=True)
def _nobody_has_asked():
    cache.clear()


@pytest.fixture
def feed(amira) -> CalendarFeed:
    return calendar_feeds.open_to(amira, by=amira.user, at=NOW)


def address(feed) -> str:
    return f"/kalender/prenumeration/{feed.token}.ics"


@pytest.fixture
def booking(town, amira):
    order = town.order(contact="Jonas Berg", reference="Gun Sjöstrand", text="Ta med matlåda", note="ring inte hem")
    return bookings.book(order, amira, by=town.planner, at=NOW)


@pytest.fixture
def read(client, feed):
    """`read()`: what her calendar reads, event by event; without signing in."""

    def events() -> list[rfc5545.Component]:
        answer = client.get(address(feed))
        assert answer.status_code == 200
        return rfc5545.assert_valid(answer.content).all("VEVENT")

    return events


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


def test_a_shift_says_where_when_and_whom_to_ask_for_and_no_more(booking, read):
    event = read()[0]

    assert event.value("UID") == f"{booking.pk}@localhost"
    assert event.value("DTSTART") == "20260513T070000"
    said = "".join(value for _name, _params, value in event.properties)
    for words in ("Hemtjänst Solgården", "Storgatan 14", "Jonas Berg", "0980-319 245", f"/bokningar/{booking.pk}/"):
        assert words in said
    for secret in ("Sjöstrand", "matlåda", "ring inte", booking.order.reason.name):
        assert secret not in said


def test_a_workplace_without_a_telephone_and_a_contact_says_neither(town, amira, read):
    type(town.workplace).objects.update(phone="")
    BookingFactory(order=town.order(), substitute=amira)

    said = read()[0].value("DESCRIPTION")
    assert "Telefon" not in said
    assert "Fråga efter" not in said


def test_a_change_raises_the_sequence_and_keeps_the_uid(town, booking, read):
    before = read()[0]

    changing.change(booking.order, {"starts": at("2026-05-13 08:00")}, by=town.planner, at=LATER)

    after = read()[0]
    assert after.value("UID") == before.value("UID")
    assert int(after.value("SEQUENCE")) > int(before.value("SEQUENCE"))
    assert after.value("LAST-MODIFIED") == after.value("DTSTAMP") == LATER.strftime("%Y%m%dT%H%M%SZ")
    assert after.value("DTSTART") == "20260513T080000"


def test_a_shift_that_is_taken_back_is_cancelled_for_a_month_and_then_gone(town, booking, read):
    was = int(read()[0].value("SEQUENCE"))
    bookings.end(booking, by=town.planner, at=LATER, reason=EndReason.SUBSTITUTE_SICK)

    event = read()[0]
    assert (event.value("STATUS"), event.value("TRANSP")) == ("CANCELLED", "TRANSPARENT")
    assert event.value("SUMMARY") == "Avbokat pass på Hemtjänst Solgården"
    assert int(event.value("SEQUENCE")) > was
    assert "sjuk" not in str(event.properties)
    with time_machine.travel(LATER + timedelta(days=31), tick=False):
        assert read() == []


def test_three_months_back_and_all_to_come_and_nobody_elses(town, amira, read):
    for day in ("2026-02-01", "2026-03-01", "2027-12-01"):
        BookingFactory(order=town.order(f"{day} 07:00", f"{day} 16:00"), substitute=amira)
    BookingFactory(order=town.order(), substitute=town.substitute())

    assert [event.value("DTSTART")[:8] for event in read()] == ["20260301", "20271201"]


def test_the_position_is_told_when_it_is_known(town, booking, read):
    assert read()[0].value("GEO") is None
    type(town.workplace).objects.update(latitude="66.60480", longitude="19.84120")

    assert read()[0].value("GEO") == "66.6048;19.8412"


def test_it_is_in_her_own_language(amira, booking, read):
    amira.user.language = "en"
    amira.user.save()

    assert read()[0].value("SUMMARY")


def test_an_unchanged_calendar_is_not_sent_again(client, town, booking, feed):
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
    def cost(number):
        for day in range(1, number):
            BookingFactory(order=town.order(f"2026-06-{day:02} 07:00", f"2026-06-{day:02} 16:00"), substitute=amira)
        with CaptureQueriesContext(connection) as asked:
            client.get(address(feed))
        return len(asked)

    client.get(address(feed))
    assert cost(2) == cost(30) <= 5


def test_it_is_hers_also_when_she_plans(town, amira, feed, client):
    amira.user.role_assignments.create(role="planner", area=town.area)
    BookingFactory(order=town.order(), substitute=town.substitute())

    assert b"VEVENT" not in client.get(address(feed)).content


def test_one_shift_is_a_file_with_a_name_that_says_which(phone, booking):
    answer = phone.get(f"/bokningar/{booking.pk}/kalender.ics")

    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    name = re.fullmatch(r'attachment; filename="(.*)"', answer.headers["Content-Disposition"])[1]
    assert name == "pass-2026-05-13-hemtjanst-solgarden.ics"
    assert len(rfc5545.assert_valid(answer.content).all("VEVENT")) == 1


def test_anothers_shift_is_no_file(phone, town):
    others = BookingFactory(order=town.order(), substitute=town.substitute())

    assert phone.get(f"/bokningar/{others.pk}/kalender.ics").status_code == 404
