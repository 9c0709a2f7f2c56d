"""Second thoughts: a no taken back, a yes regretted, and peace for the rest of a day."""

import re
from datetime import timedelta

import pytest
import time_machine

from booking.models import Availability, Booking, EndReason, Enquiry, Kind, Policy
from booking.operations import bookings
from tests.booking.substitute.reading import text
from tests.cast import NOW, at
from tests.factories.booking import AvailabilityFactory, BookingFactory, EnquiryFactory


@pytest.fixture
def enquiry(town, amira):
    """Can you work tomorrow? Answer by noon."""
    return EnquiryFactory(order=town.order(), substitute=amira, answer_by=at("2026-05-12 12:00"))


def answer(phone, enquiry, said):
    return phone.post(f"/forfragningar/{enquiry.pk}/svar/", {"svar": said}, follow=True)


def test_a_no_that_can_be_changed_stands_by_itself_in_the_list_with_its_buttons(phone, enquiry):
    answer(phone, enquiry, "nej")

    page = text(phone.get("/forfragningar/"))

    assert "Avslutade" not in page
    assert "Passen är lediga än. Andra kan ha fått frågan." in page
    assert "Du kan ändra dig till 12.00" in page
    assert "Kan du jobba?" in text(answer(phone, enquiry, "angra-nej"))
    assert "Ångra mitt nej" not in text(phone.get("/forfragningar/"))


def test_a_no_cannot_be_taken_back_when_the_time_is_over_and_that_is_said_where_she_asked(phone, enquiry):
    answer(phone, enquiry, "nej")
    Enquiry.objects.update(answer_by=NOW)

    page = answer(phone, enquiry, "angra-nej")

    assert page.status_code == 409
    assert "Svarstiden är slut. Ditt nej står kvar." in text(page)
    assert "Du har svarat Nej" in text(page)


class TestAYesThatIsRegretted:
    def test_she_is_told_until_when_and_gives_it_back(self, phone, enquiry):
        assert "Du kan ångra dig i 10 min." in text(phone.get(f"/forfragningar/{enquiry.pk}/"))
        assert "Du kan ångra till 05.55." in text(answer(phone, enquiry, "ja"))

        page = text(answer(phone, enquiry, "angra"))

        assert "Du har lämnat tillbaka passet" in page
        assert "Vi letar efter någon annan." in page
        assert Booking.objects.get().end_reason == EndReason.REGRETTED

    def test_also_from_the_page_of_the_shift(self, phone, enquiry):
        answer(phone, enquiry, "ja")
        booking = Booking.objects.get()
        assert "Du kan ångra till 05.55." in text(phone.get(f"/bokningar/{booking.pk}/"))

        page = phone.post(f"/bokningar/{booking.pk}/angra/", follow=True)

        assert "Du har lämnat tillbaka passet." in page.content.decode()
        assert "Passet är avbokat" in text(page)

    def test_afterwards_it_is_refused_in_words(self, phone, enquiry):
        answer(phone, enquiry, "ja")
        booking = Booking.objects.get()
        with time_machine.travel(NOW + timedelta(minutes=10), tick=False):
            shown = text(phone.get(f"/bokningar/{booking.pk}/"))
            refused = phone.post(f"/bokningar/{booking.pk}/angra/", follow=True)
            page = answer(phone, enquiry, "angra")

        assert "Blev det fel?" not in shown
        for answered in (refused, page):
            assert "Du kunde ångra till 05.55. Ring Bemanningen" in answered.content.decode()
        assert Booking.objects.occupying().exists()

    def test_a_shift_that_a_planner_gave_her_offers_no_regret(self, phone, enquiry, town, amira):
        booking = bookings.book(enquiry.order, amira, by=town.planner, at=NOW)

        assert "Blev det fel?" not in text(phone.get(f"/forfragningar/{enquiry.pk}/"))
        assert "Blev det fel?" not in text(phone.get(f"/bokningar/{booking.pk}/"))

    def test_where_there_is_no_yes_to_regret_nothing_happens(self, phone, enquiry):
        assert "Ja, jag tar passet" in text(answer(phone, enquiry, "angra"))

    def test_anothers_shift_does_not_exist(self, phone, town):
        booking = BookingFactory(order=town.order(), substitute=town.substitute())

        assert phone.post(f"/bokningar/{booking.pk}/angra/").status_code == 404

    def test_where_no_yes_may_be_regretted_nothing_is_said_of_it(self, phone, enquiry, town):
        Policy.objects.create(area=town.area, regret_within=timedelta())

        assert "ångra" not in text(phone.get(f"/forfragningar/{enquiry.pk}/"))
        assert "Blev det fel?" not in text(answer(phone, enquiry, "ja"))


def test_after_a_no_she_can_be_left_in_peace_that_day(phone, enquiry, amira):
    answer(phone, enquiry, "nej")

    page = phone.post(f"/forfragningar/{enquiry.pk}/inte-den-dagen/", follow=True)

    assert "Nu frågar vi dig inte om fler pass onsdag 13 maj." in page.content.decode()
    assert Availability.objects.get(substitute=amira).kind == Kind.NOT_AVAILABLE


def test_peace_that_day_can_be_undone_at_once(phone, enquiry):
    answer(phone, enquiry, "nej")
    page = phone.post(f"/forfragningar/{enquiry.pk}/inte-den-dagen/", follow=True).content.decode()

    phone.post(re.search(r'action="(/kalender/angra/[^"]+)"', page)[1])

    assert not Availability.objects.exists()


def test_peace_that_day_takes_no_shift_from_her(phone, enquiry, amira, town):
    held = BookingFactory(order=town.order("2026-05-13 18:00", "2026-05-13 22:00"), substitute=amira, origin="direct")
    AvailabilityFactory(substitute=amira, starts=held.starts, ends=held.ends)

    page = phone.post(f"/forfragningar/{enquiry.pk}/inte-den-dagen/", follow=True)

    assert "Det du är bokad på gäller som förut." in page.content.decode()
    assert Booking.objects.occupying().get() == held
