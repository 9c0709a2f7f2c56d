"""She falls ill: said on her shift's own page, and asked once more before it is done."""

import pytest

from booking.models import Absence, Booking, Order
from tests.booking.substitute.reading import text
from tests.cast import NOW, at
from tests.factories.booking import BookingFactory
from tests.page_checks import assert_valid_html


@pytest.fixture
def booking(town, amira) -> Booking:
    return BookingFactory(order=town.order(status=Order.Status.BOOKED), substitute=amira)


def test_her_shift_leads_to_a_page_that_says_what_happens(phone, booking):
    assert f"/bokningar/{booking.pk}/sjuk/" in phone.get(f"/bokningar/{booking.pk}/").content.decode()

    page = phone.get(f"/bokningar/{booking.pk}/sjuk/")

    assert_valid_html(page.content.decode())
    assert "får veta att du inte kommer" in text(page)
    assert "Arbetsplatsen får inte veta varför" in text(page)


def test_looking_at_the_page_changes_nothing(phone, booking):
    phone.get(f"/bokningar/{booking.pk}/sjuk/")

    assert not Absence.objects.exists()


def test_saying_it_opens_the_order_and_a_second_tap_is_told_that_it_is_done(phone, booking):
    first = phone.post(f"/bokningar/{booking.pk}/sjuk/", follow=True)
    again = phone.post(f"/bokningar/{booking.pk}/sjuk/")

    booking.order.refresh_from_db()
    assert booking.order.status == Order.Status.OPEN
    assert "Krya på dig" in first.content.decode()
    assert again.status_code == 409
    assert Absence.objects.count() == 1


def test_well_again_she_says_so_where_her_shifts_are(phone, booking):
    phone.post(f"/bokningar/{booking.pk}/sjuk/")
    assert "Du är frånvaroanmäld" in text(phone.get("/bokningar/"))

    answer = phone.post("/frisk/", follow=True)

    assert "Välkommen tillbaka" in answer.content.decode()
    assert "Du är frånvaroanmäld" not in text(answer)


def test_another_persons_shift_is_nobodys_to_be_ill_from(phone, town):
    others = BookingFactory(order=town.order(status=Order.Status.BOOKED), substitute=town.substitute())

    assert phone.post(f"/bokningar/{others.pk}/sjuk/").status_code == 404


def test_of_a_shift_that_is_over_its_own_page_is_shown(phone, town, amira):
    over = BookingFactory(order=town.order("2026-05-04 07:00", "2026-05-04 16:00"), substitute=amira)

    assert over.ends < NOW < at("2026-05-13 07:00")
    assert phone.get(f"/bokningar/{over.pk}/sjuk/")["Location"] == f"/bokningar/{over.pk}/"


def test_back_after_the_report_leads_to_the_shift_and_what_became_of_it(phone, town, amira):
    booking = BookingFactory(order=town.order(status=Order.Status.BOOKED), substitute=amira)
    address = f"/bokningar/{booking.pk}/sjuk/"
    phone.post(address)

    back = phone.get(address, follow=True)

    assert back.redirect_chain == [(f"/bokningar/{booking.pk}/", 302)]
    assert "Passet är avbokat" in text(back)
