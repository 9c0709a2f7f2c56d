"""Inkorg: what is done with one button, what is refused with words, and what can be taken back."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from booking.models import Asking, Booking, Enquiry
from booking.operations import bookings
from messaging import inbound
from messaging.models import InboundMessage, Message, Silenced
from people.models import HistoryEntry
from tests.booking.desk.conftest import text
from tests.cast import NOW, with_role
from tests.factories.booking import EnquiryFactory
from tests.page_checks import assert_valid_html

PHONE = "+46701740612"


@pytest.fixture
def amira(town):
    return town.substitute(user__first_name="Amira", user__last_name="Hassan", user__phone=PHONE)


@pytest.fixture
def enquiry(town, amira):
    return EnquiryFactory(order=town.order(), substitute=amira)


@pytest.fixture
def sms(enquiry):
    row = inbound.receive(gateway="local", provider_id="1", sender=PHONE, body="ja men bara till 14", at=NOW)
    inbound.understand(row.pk, at=NOW)
    return row


@pytest.fixture
def counts(planner, sms, enquiry):
    """`counts("ja")`: what the button beside the enquiry sends."""

    def send(said, browser=planner, to=enquiry, where=""):
        address = reverse("sms:count", args=[sms.pk]) + where
        return browser.post(address, {"svar": said, "enquiry": to.pk})

    return send


def settled(sms):
    return InboundMessage.objects.get(pk=sms.pk).settled_by


def status(enquiry):
    return Enquiry.objects.get(pk=enquiry.pk).status


def test_counted_as_a_yes_she_has_the_shift_and_it_is_known_that_a_planner_read_it_so(town, counts, sms, enquiry):
    answer = counts("ja")

    assert answer.url == reverse("sms:index")
    booking = Booking.objects.get()
    assert (booking.substitute, booking.origin, booking.booked_by) == (enquiry.substitute, "enquiry", town.planner)
    assert (status(enquiry), settled(sms)) == (Enquiry.Status.WON, town.planner)
    entry = HistoryEntry.objects.get(action="enquiry.answer")
    assert (entry.user, entry.data["way"]) == (town.planner, "planner")
    assert "som bemanningen läste svaret" in entry.message
    assert Message.objects.filter(kind="booking.booked", recipient=enquiry.substitute.user).exists()


def test_counted_as_a_no_she_is_told_so_where_she_wrote(counts, planner, sms, enquiry):
    page = text(planner.get(counts("nej").url))

    assert "Räknat som nej av Amira Hassan." in page
    assert status(enquiry) == Enquiry.Status.NO
    told = Message.objects.filter(kind="enquiry.reply").latest("posted_at")
    assert (told.address, "Tack för ditt svar" in told.body) == (PHONE, True)


def test_where_the_best_is_chosen_later_a_yes_waits_and_she_is_told_so(town, counts, planner, enquiry):
    asking = Asking.objects.create(order=enquiry.order, round=1, mode="best", wave_size=3, started_at=NOW)
    Enquiry.objects.filter(pk=enquiry.pk).update(asking=asking)

    page = text(planner.get(counts("ja").url))

    assert "Räknat som ja. Amira Hassan väntar på besked." in page
    assert not Booking.objects.exists()


def test_the_button_pressed_twice_is_one_answer_and_says_who_has_read_it(town, counts):
    counts("ja")

    again = counts("ja")

    assert again.status_code == 409
    assert f"{town.planner} läste det tisdag 12 maj 05.45." in text(again)
    assert Booking.objects.count() == 1


def test_when_the_shift_is_gone_it_is_said_beside_her_words_and_nothing_is_done(town, counts, sms, enquiry):
    bookings.book(enquiry.order, town.substitute(), by=town.planner, at=NOW)
    before = status(enquiry)

    answer = counts("ja")

    assert answer.status_code == 409
    assert "Någon annan har redan passet." in text(answer)
    assert (status(enquiry), settled(sms)) == (before, None)
    assert_valid_html(text(answer))


def test_when_the_time_to_answer_is_out_it_is_said(counts, sms, enquiry):
    Enquiry.objects.filter(pk=enquiry.pk).update(answer_by=NOW - timedelta(minutes=1))

    assert "Svarstiden är slut. Boka på passets sida" in text(counts("ja"))
    assert settled(sms) is None


def test_a_no_to_a_shift_that_she_has_already_is_for_the_page_of_the_shift(counts, sms, enquiry):
    bookings.book(enquiry.order, enquiry.substitute, by=enquiry.substitute.user, at=NOW)
    Enquiry.objects.filter(pk=enquiry.pk).update(status=Enquiry.Status.WON)

    assert "Vikarien har redan passet." in text(counts("nej"))
    assert settled(sms) is None


def test_an_enquiry_of_somebody_else_cannot_be_meant(town, elsewhere, counts, amira):
    other = EnquiryFactory(order=town.order("2026-05-14 07:00", "2026-05-14 16:00"), substitute=town.substitute())
    theirs = EnquiryFactory(order=elsewhere.order("2026-05-15 07:00", "2026-05-15 16:00"), substitute=amira)

    assert [counts("ja", to=each).status_code for each in (other, theirs)] == [404, 404]
    assert not Booking.objects.exists()


def test_what_is_no_key_and_who_is_no_planner_meets_nothing(officer, signed_in, planner, counts, sms):
    assert planner.post(reverse("sms:count", args=[sms.pk]), {"svar": "ja", "enquiry": "x"}).status_code == 404
    assert counts("ja", browser=signed_in(officer)).status_code == 404


def test_of_a_shared_number_each_ones_enquiry_has_its_own_buttons(town, sms, planner):
    elin = town.substitute(user__first_name="Elin", user__last_name="Back", user__phone=PHONE)
    EnquiryFactory(order=town.order("2026-05-14 07:00", "2026-05-14 16:00"), substitute=elin)

    page = text(planner.get(reverse("sms:index")))

    assert "Flera har det här numret. Välj vem du menar." in page
    assert 'Räkna som ja<span class="vp-vh">: Elin Back, ' in page
    assert 'Räkna som ja<span class="vp-vh">: Amira Hassan, ' in page


def test_read_by_mistake_it_waits_again(town, planner, sms):
    planner.post(reverse("sms:settle", args=[sms.pk]))
    assert reverse("sms:unsettle", args=[sms.pk]) in text(planner.get(reverse("sms:index")))

    for _click in range(2):
        assert planner.post(reverse("sms:unsettle", args=[sms.pk])).url == reverse("sms:index")

    assert settled(sms) is None
    assert HistoryEntry.objects.filter(action="inboundmessage.unsettle").count() == 1


def test_what_a_colleague_has_read_is_hers_to_take_back_and_it_is_said_who(town, planner, signed_in, sms):
    colleague = with_role("planner", area=town.area, first_name="Karin", last_name="Ek")
    signed_in(colleague).post(reverse("sms:settle", args=[sms.pk]))

    page = text(planner.get(reverse("sms:index")))
    assert "Karin Ek läste det tisdag 12 maj 05.45" in page
    assert reverse("sms:unsettle", args=[sms.pk]) not in page
    for deed in ("settle", "unsettle"):
        answer = planner.post(reverse(f"sms:{deed}", args=[sms.pk]))
        assert "Karin Ek läste det" in text(planner.get(answer.url))
    assert settled(sms) == colleague


def test_what_was_read_an_hour_ago_is_not_there(planner, sms):
    planner.post(reverse("sms:settle", args=[sms.pk]))

    with time_machine.travel(NOW + timedelta(hours=1), tick=False):
        assert "Nyss läst" not in text(planner.get(reverse("sms:index"))).partition("vp-")[2]


@pytest.mark.parametrize("deed", ["settle", "unsettle", "count"])
def test_she_comes_back_to_the_same_page_of_the_list(deed, planner, sms, enquiry):
    form = {"svar": "nej", "enquiry": enquiry.pk}

    answer = planner.post(reverse(f"sms:{deed}", args=[sms.pk]) + "?sida=2", form)

    assert answer.url == reverse("sms:index") + "?sida=2"


def test_she_can_be_called_and_answered_and_her_name_begins_the_answer(amira, planner, sms):
    page = text(planner.get(reverse("sms:index")))
    assert 'href="tel:+46701740612"' in page

    answer = text(planner.get(f"{reverse('writing:to_one', args=[amira.pk])}?svar={sms.pk}"))

    assert "Hej Amira. </textarea>" in answer


def test_a_number_that_has_said_stop_is_marked(planner, sms):
    Silenced.objects.create(number=PHONE, since=NOW)

    assert "Har stoppat sms" in text(planner.get(reverse("sms:index")))


def test_whoever_asks_again_is_told_in_short_that_nothing_has_come(planner, sms):
    first = planner.get(reverse("sms:index"))

    again = planner.get(reverse("sms:index"), headers={"If-None-Match": first["ETag"]})

    assert again.status_code == 304
    assert f'id="sms-{sms.pk}" data-part' in text(first)
