"""What she has asked for, and what became of it."""

from datetime import timedelta

import pytest

from booking.models import Availability, Interest, Kind
from booking.operations import bookings, interests
from tests.booking.substitute.reading import text
from tests.cast import NOW
from tests.factories.booking import AdvertFactory, BookingFactory, EnquiryFactory, InterestFactory

OUTCOMES = {
    Interest.Status.SELECTED: "Passet är ditt",
    Interest.Status.NOT_SELECTED: "Någon annan fick passet",
    Interest.Status.LAPSED: "Passet togs bort",
}


def advertised(town, starts="2026-05-15 07:00", ends="2026-05-15 16:00", **fields):
    return AdvertFactory(order=town.order(starts, ends, **fields)).order


@pytest.mark.parametrize(("status", "words"), OUTCOMES.items())
def test_the_outcome_of_the_last_thirty_days_stands_in_the_list(town, amira, phone, status, words):
    decided = {"order": town.order("2026-05-15 07:00", "2026-05-15 16:00"), "substitute": amira, "status": status}
    interest = InterestFactory(**decided, changed_at=NOW - timedelta(days=29))

    assert f"Så blev det Hemtjänst Solgården Fredag 15 maj, 07.00–16.00 {words}" in text(phone.get("/lediga-jobb/"))

    Interest.objects.filter(pk=interest.pk).update(changed_at=NOW - timedelta(days=31))
    assert words not in text(phone.get("/lediga-jobb/"))


def test_one_that_nobody_decided_on_before_the_shift_began_says_so(town, amira, phone):
    InterestFactory(order=town.order("2026-05-11 07:00", "2026-05-11 16:00"), substitute=amira)

    assert "Ingen blev vald" in text(phone.get("/lediga-jobb/"))


def test_one_that_she_took_back_is_not_spoken_of(town, amira, phone):
    InterestFactory(order=town.order(), substitute=amira, status=Interest.Status.WITHDRAWN, changed_at=NOW)

    assert "Dina intresseanmälningar" not in text(phone.get("/lediga-jobb/"))


def test_one_whose_advert_is_down_waits_on_in_the_list(town, amira, phone):
    InterestFactory(order=town.order("2026-05-15 07:00", "2026-05-15 16:00"), substitute=amira)

    page = text(phone.get("/lediga-jobb/"))

    assert "Dina intresseanmälningar fredag 15 maj 07.00–16.00 Hemtjänst Solgården" in page
    assert "Inga fler lediga jobb just nu." in page


def test_anothers_interests_are_hers_alone(town, phone):
    InterestFactory(order=town.order("2026-05-15 07:00", "2026-05-15 16:00"), substitute=town.substitute())

    assert "Solgården" not in text(phone.get("/lediga-jobb/"))


def test_an_interest_that_is_taken_back_can_be_had_again_with_its_time(town, amira, phone):
    order = advertised(town)
    phone.post(f"/lediga-jobb/{order.pk}/intresse/", {"tid": "1"})

    page = phone.post(f"/lediga-jobb/{order.pk}/angra/", follow=True)

    assert "Du har ångrat ditt intresse för Hemtjänst Solgården fredag 15 maj Anmäl intresse igen" in text(page)
    assert '<input type="hidden" name="tid" value="1">' in page.content.decode()
    assert not Availability.objects.exists()


def test_an_interest_that_is_taken_back_when_the_advert_is_down_is_confirmed_too(town, amira, phone):
    interest = InterestFactory(order=town.order("2026-05-15 07:00", "2026-05-15 16:00"), substitute=amira)

    page = phone.post(f"/lediga-jobb/{interest.order_id}/angra/", follow=True)

    assert "Du har ångrat ditt intresse för Hemtjänst Solgården fredag 15 maj." in page.content.decode()
    assert "Anmäl intresse igen" not in page.content.decode()


def test_taken_back_twice_is_once(town, amira, phone):
    interest = InterestFactory(order=advertised(town), substitute=amira)
    for _tap in range(2):
        assert phone.post(f"/lediga-jobb/{interest.order_id}/angra/").status_code == 302

    assert Interest.objects.get().status == Interest.Status.WITHDRAWN


def test_the_time_is_offered_exactly_when_her_calendar_lacks_it(town, amira, phone):
    order, words = advertised(town), "Din kalender ändras inte. Tiden används inte för något annat pass."
    assert words in text(phone.get(f"/lediga-jobb/{order.pk}/"))

    hers = {"starts": order.starts, "ends": order.ends, "substitute": amira, "kind": Kind.ASK_ME}
    row = Availability.objects.create(**hers, entered_by=amira.user, entered_at=NOW)
    assert words not in text(phone.get(f"/lediga-jobb/{order.pk}/"))

    Availability.objects.filter(pk=row.pk).update(kind=Kind.NOT_AVAILABLE)
    assert words not in text(phone.get(f"/lediga-jobb/{order.pk}/")), "she has said that she cannot"


def test_a_shift_that_became_hers_meanwhile_is_shown_and_not_called_gone(town, amira, phone):
    order = advertised(town)
    booking = bookings.book(order, amira, by=town.planner, at=NOW)

    assert phone.post(f"/lediga-jobb/{order.pk}/intresse/").url == f"/bokningar/{booking.pk}/"
    assert phone.get(f"/lediga-jobb/{order.pk}/").url == f"/bokningar/{booking.pk}/"


def test_the_outcome_leads_to_the_shift_that_is_hers(town, amira, phone):
    order = advertised(town)
    interests.register(order, amira, by=amira.user, at=NOW)
    booking = bookings.book(order, amira, by=town.planner, at=NOW)

    page = phone.get(f"/lediga-jobb/{order.pk}/")

    assert "Du fick passet" in text(page)
    assert f'href="/bokningar/{booking.pk}/"' in page.content.decode()


def test_a_job_that_she_is_asked_about_is_answered_and_not_asked_for_as_well(town, amira, phone):
    order = advertised(town)
    enquiry = EnquiryFactory(order=order, substitute=amira)

    for address in ("/lediga-jobb/", f"/lediga-jobb/{order.pk}/"):
        page = phone.get(address).content.decode()
        assert f'href="/forfragningar/{enquiry.pk}/"' in page
        assert f'action="/lediga-jobb/{order.pk}/intresse/"' not in page


def test_the_job_says_what_it_takes_and_what_she_has_of_it(town, amira, phone):
    town.workplace.needs_introduction, town.workplace.records_check = True, "school"
    town.workplace.save()
    order = advertised(town)
    BookingFactory(order=town.order("2026-05-18 07:00", "2026-05-18 16:00"), substitute=amira)

    page = text(phone.get(f"/lediga-jobb/{order.pk}/"))

    assert "Det här behövs Avtal som undersköterska. Du har det." in page
    assert "Introducerad på Hemtjänst Solgården. Du saknar det." in page
    assert "Visat registerutdrag: skola och förskola. Du saknar det." in page
