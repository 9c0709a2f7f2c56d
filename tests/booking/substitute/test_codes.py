"""The page of a shift shows codes and keys to the one who is booked, when it is time, and says when that will be."""

import pytest
import time_machine
from django.urls import reverse

from booking.models import EndReason
from tests.booking.substitute.reading import text
from tests.cast import NOW, at
from tests.factories.booking import BookingFactory

SECRET = "Kod 4711#"


@pytest.fixture
def booking(town, amira):
    """Thursday 14 May 07–16."""
    town.workplace.way_in = f"{SECRET}\nNyckel <i skåpet>"
    town.workplace.save()
    order = town.order("2026-05-14 07:00", "2026-05-14 16:00", workplace=town.workplace)
    return BookingFactory(order=order, substitute=amira)


def page_at(phone, booking, moment):
    with time_machine.travel(at(moment), tick=False):
        return phone.get(f"/bokningar/{booking.pk}/")


def test_before_it_is_time_a_sentence_says_when(phone, booking):
    page = page_at(phone, booking, "2026-05-12 05:45")

    assert "Kod och nycklar visas från i morgon 07.00." in text(page)
    assert "4711" not in page.content.decode()


@pytest.mark.parametrize("moment", ["2026-05-13 07:00", "2026-05-14 15:59"])
def test_from_a_day_before_until_the_end_it_is_there_and_kept_nowhere(phone, booking, moment):
    page = page_at(phone, booking, moment)

    assert SECRET in text(page)
    assert "Nyckel <i skåpet>" in text(page)
    assert "no-store" in page.headers["Cache-Control"]


def test_afterwards_it_is_gone_and_nothing_is_promised(phone, booking):
    page = page_at(phone, booking, "2026-05-14 16:00")

    assert "Kod och nycklar" not in text(page)
    assert "4711" not in page.content.decode()


def test_of_a_shift_that_was_taken_back_nothing_is_said(phone, booking, town):
    booking.ended_at, booking.ended_by, booking.end_reason = NOW, town.planner, EndReason.OTHER
    booking.save()

    for moment in ("2026-05-12 05:45", "2026-05-14 06:30"):
        assert "Kod och nycklar" not in text(page_at(phone, booking, moment))


def test_a_workplace_without_any_says_nothing(phone, booking, town):
    town.workplace.way_in = ""
    town.workplace.save()

    assert "Kod och nycklar" not in text(page_at(phone, booking, "2026-05-14 06:30"))


def test_no_other_page_file_or_person_has_it(phone, booking, town, owner, signed_in, amira):
    order = f"/bestallningar/{booking.order_id}/"
    desk = [reverse("order:inspect", args=[booking.order_id]), reverse("booking_desk:inspect", args=[booking.pk])]
    lists = ["/min-sida/", "/kalender/", "/kalender/vecka/", "/bokningar/", "/lediga-jobb/", "/meddelanden/"]
    file = f"/bokningar/{booking.pk}/kalender.ics"
    hers = [*lists, file, f"/bokningar/{booking.pk}/sjuk/", f"/bokningar/{booking.pk}/sen/"]
    asked = [(phone, hers), (signed_in(town.manager), [order, "/bestallningar/"])]
    asked += [(signed_in(town.planner), [*desk, "/admin/", reverse("order:index")])]
    with time_machine.travel(at("2026-05-14 06:30"), tick=False):
        for browser, addresses in asked:
            for address in addresses:
                answer = browser.get(address)
                assert answer.status_code == 200, address
                assert "4711" not in answer.content.decode(), address
