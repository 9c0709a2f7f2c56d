"""Each state of an enquiry: what it is, what it means, what happens by itself, and one thing to do."""

import pytest

from booking.models import Enquiry
from booking.operations import bookings
from tests.booking.substitute.reading import text
from tests.cast import NOW, at
from tests.factories.booking import EnquiryFactory


@pytest.fixture
def enquiry(town, amira):
    """Can you work tomorrow? Answer by noon."""
    return EnquiryFactory(order=town.order(), substitute=amira, answer_by=at("2026-05-12 12:00"))


STATES = {
    Enquiry.Status.SENT: ("Kan du jobba?", "Svarar du inte frågar vi någon annan.", "Ja, jag tar passet"),
    Enquiry.Status.UNDELIVERABLE: ("Kan du jobba?", "Du får inget sms om den här frågan", "Ja, jag tar passet"),
    Enquiry.Status.WAITING_YES: ("Ditt ja är mottaget", "Du får besked senast 12.00.", "Ändra till nej"),
    Enquiry.Status.WON: ("Passet är avbokat", "Det påverkar inte dina andra pass.", "Se lediga jobb"),
    Enquiry.Status.NO: ("Du har svarat Nej", "Vi frågar någon annan.", "Ångra mitt nej"),
    Enquiry.Status.LOST: ("Passet är redan taget", "Vi frågar igen när det behövs.", "Se lediga jobb"),
    Enquiry.Status.EXPIRED: ("Svarstiden är slut", "passet saknar fortfarande vikarie", "Svara ja ändå"),
    Enquiry.Status.SUPERSEDED: ("Du fick ett annat pass", "Vi frågar någon annan.", "Se dina pass"),
    Enquiry.Status.WITHDRAWN: ("Du behöver inte svara", "Vi frågar igen när det behövs.", "Se lediga jobb"),
    Enquiry.Status.INELIGIBLE: ("Du kan inte ta passet", "Du är inte bokad.", "Ring Bemanningen"),
}


def test_every_status_that_she_can_meet_is_told():
    assert set(STATES) == set(Enquiry.Status) - {Enquiry.Status.QUEUED}


@pytest.mark.parametrize("status", STATES)
def test_every_state_says_what_it_is_what_happens_next_and_one_thing_to_do(phone, enquiry, status):
    Enquiry.objects.update(status=status, answered_at=NOW)

    page = text(phone.get(f"/forfragningar/{enquiry.pk}/"))

    assert [words for words in STATES[status] if words not in page] == []


def test_a_shift_that_another_got_thanks_only_whoever_answered(phone, enquiry):
    Enquiry.objects.update(status=Enquiry.Status.LOST)

    assert "Tack" not in text(phone.get(f"/forfragningar/{enquiry.pk}/"))


def test_whatever_she_answered_a_shift_that_a_planner_gave_her_since_is_hers(phone, enquiry, town, amira):
    Enquiry.objects.update(status=Enquiry.Status.EXPIRED)
    bookings.book(enquiry.order, amira, by=town.planner, at=NOW)

    assert "Passet är ditt" in text(phone.get(f"/forfragningar/{enquiry.pk}/"))
