"""The link in an SMS: it answers one enquiry, shows what the SMS said, and opens nothing else."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from booking import enquiry_links
from booking.models import Asking, Booking, EndReason, Enquiry, Order, PlannerTask, Policy
from booking.operations import bookings, enquiries
from messaging.models import Message
from people.models import HistoryEntry
from tests.booking.substitute.reading import text
from tests.cast import NOW, at
from tests.factories.booking import BookingFactory

NOON = at("2026-05-12 12:00")
SECRETS = {"text": "Dörrkod 4711", "contact": "Jonas Berg", "reference": "Gun Sjöstrand", "note": "Barnet vabbas"}


@pytest.fixture
def enquiry(town, amira):
    """Can you work tomorrow? Answer by noon."""
    (asked,) = enquiries.ask(town.order(break_minutes=30, **SECRETS), [amira], by=town.planner, at=NOW, answer_by=NOON)
    return asked


@pytest.fixture
def link(enquiry):
    """The path that the SMS names."""
    sent = Message.objects.get(kind="enquiry.asked")
    return "/" + sent.body.rpartition("http://localhost:8000/")[2]


@pytest.fixture
def browser():
    """Whatever opens the link: without cookies, and as strict of forms as the portal is."""
    return Client(enforce_csrf_checks=True)


def says(browser, link, said):
    return browser.post(link, {"svar": said}, follow=True)


def test_the_sms_names_the_link_and_the_inbox_leads_to_the_signed_in_page(enquiry, link, phone):
    assert link == reverse("booking:enquiry_by_link", args=[enquiry_links.token(enquiry.pk, "+46701740612")])
    with time_machine.travel(at("2026-05-12 06:00"), tick=False):  # until then it is quiet
        inbox = phone.get("/meddelanden/").content.decode()
    assert f"/forfragningar/{enquiry.pk}/" in inbox
    assert link not in inbox


def test_it_opens_the_question_with_what_she_needs_to_decide(browser, link):
    page = text(browser.get(link))

    assert "Svara senast 12.00" in page
    assert "I morgon, onsdag 13 maj 07.00–16.00" in page
    assert "Storgatan 14" in page
    assert "30 minuter" in page
    assert "Frågan är till Amira. Länken gäller bara den här förfrågan." in page


def test_it_shows_nothing_else_of_hers_nor_of_others(browser, link, enquiry, town, amira):
    BookingFactory(order=town.order("2026-05-20 07:00", "2026-05-20 16:00", text="Annat pass"), substitute=amira)

    for html in (browser.get(link), says(browser, link, "ja")):
        page = html.content.decode()
        hidden = [*SECRETS.values(), "Hassan", "070-174", "/kalender/", "/min-sida/", "0980-319 245", "Annat pass"]
        assert [word for word in hidden if word in page] == []


def test_to_look_changes_nothing_however_often_a_preview_does(browser, link):
    for ask in (browser.get, browser.head, browser.get):
        assert ask(link, {"svar": "ja"}).status_code == 200

    assert Enquiry.objects.get().status == Enquiry.Status.SENT
    assert not Booking.objects.exists()
    assert not browser.cookies


def test_yes_gives_her_the_shift_in_one_post_without_a_cookie(browser, link, enquiry, amira):
    page = text(says(browser, link, "ja"))

    assert Booking.objects.get(order=enquiry.order).substitute == amira
    assert "Passet är ditt" in page
    assert "Du kan ångra till 05.55." in page
    assert not browser.cookies
    assert HistoryEntry.objects.get(action="enquiry.answer").data["way"] == "link"


def test_no_can_be_taken_back_or_changed_to_yes(browser, link):
    said_no = text(says(browser, link, "nej"))
    assert "Andra kan ha fått frågan." in said_no
    assert "Du kan ändra dig till 12.00." in said_no

    assert "Kan du jobba?" in text(says(browser, link, "angra-nej"))
    says(browser, link, "nej")
    assert "Passet är ditt" in text(says(browser, link, "ja"))


def test_a_yes_can_be_regretted_and_then_it_says_so(browser, link, enquiry):
    says(browser, link, "ja")

    page = text(says(browser, link, "angra"))

    assert "Du har lämnat tillbaka passet" in page
    assert Booking.objects.get().end_reason == EndReason.REGRETTED
    assert text(says(browser, link, "angra")) == page


def test_a_regret_that_is_too_late_says_until_when_it_could_be(browser, link):
    says(browser, link, "ja")

    with time_machine.travel(NOW + timedelta(minutes=10), tick=False):
        answer = says(browser, link, "angra")

    assert answer.status_code == 409
    assert "Du kunde ångra till 05.55." in text(answer)
    assert "Passet är ditt" in text(answer)


def test_it_never_gives_back_a_shift_that_she_got_in_another_way(browser, link, town, enquiry, amira):
    says(browser, link, "ja")
    says(browser, link, "angra")
    bookings.book(Order.objects.get(), amira, by=town.planner, at=NOW)

    says(browser, link, "angra")

    assert Booking.objects.occupying().get().booked_by == town.planner
    assert "Passet är ditt" in text(browser.get(link))


def test_a_no_in_one_window_after_a_yes_in_another_keeps_the_shift_and_says_so(browser, link):
    says(browser, link, "ja")

    answer = says(Client(), link, "nej")

    assert answer.status_code == 409
    assert "Du är fortfarande bokad på passet." in text(answer)
    assert "Du kan ångra till 05.55." in text(answer)
    assert PlannerTask.objects.get().kind == PlannerTask.Kind.NO_AFTER_WON


def test_a_yes_that_comes_second_and_one_that_comes_late_are_told_so(browser, link, town, enquiry):
    with time_machine.travel(NOON, tick=False):
        assert "Svarstiden är slut" in text(browser.get(link))
        assert "Bemanningen ser ditt ja" in text(says(browser, link, "ja"))
    Enquiry.objects.update(status=Enquiry.Status.SENT)
    bookings.book(enquiry.order, town.substitute(), by=town.planner, at=NOW)

    assert "Passet är redan taget" in text(says(browser, link, "ja"))


def test_what_hinders_her_is_not_told_by_the_link(browser, link, town, amira):
    BookingFactory(order=town.order("2026-05-13 12:00", "2026-05-13 20:00"), substitute=amira)

    page = text(says(browser, link, "ja"))

    assert "Du kan inte ta passet" in page
    assert "Något hindrar" in page
    assert "Redan bokad" not in page


def test_where_answers_are_collected_it_says_when_she_gets_word(browser, link, town):
    Asking.objects.update(mode=Policy.Mode.BEST)
    assert "Du får besked senast 12.00." in text(browser.get(link))

    assert "Ditt ja är mottaget" in text(says(browser, link, "ja"))


@pytest.mark.parametrize("said", ["kanske", ""])
def test_what_is_no_answer_asks_again(browser, link, said):
    answer = says(browser, link, said)

    assert answer.status_code == 422
    assert "Välj Ja eller Nej." in text(answer)


def test_it_is_kept_by_nobody_and_found_by_nobody(browser, link):
    for address in (link, "/f/x/"):
        answer = browser.get(address)

        assert "no-store" in answer["Cache-Control"]
        assert answer["Referrer-Policy"] == "no-referrer"
        assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert "no-store" in browser.post(link, {"svar": "nej"})["Cache-Control"]


def test_no_log_has_the_address(browser, link, enquiry, caplog):
    says(browser, link, "kanske")
    says(browser, link, "ja")
    assert says(browser, link, "nej").status_code == 409
    with time_machine.travel(enquiry.order.starts, tick=False):
        assert browser.get(link).status_code == 410

    assert "/f/" not in caplog.text


def test_whoever_is_signed_in_there_makes_no_difference(link, town, signed_in):
    other = town.substitute(user__first_name="Elin", user__last_name="Back", user__language="en")
    theirs, strangers = signed_in(other.user), Client()

    assert text(theirs.get(link)) == text(strangers.get(link))
    assert "Elin" not in theirs.get(link).content.decode()
    says(theirs, link, "ja")
    assert Booking.objects.get().booked_by != other.user


def test_nobody_is_signed_in_by_it(browser, link):
    says(browser, link, "ja")

    assert browser.get("/forfragningar/").status_code == 302
    assert "sessionid" not in browser.cookies


def test_she_reads_it_in_her_own_language(browser, link, amira):
    amira.user.language = "en"
    amira.user.save()

    assert '<html lang="en">' in browser.get(link).content.decode()


def test_a_number_that_has_said_stop_may_still_answer_what_was_asked(browser, link, amira):
    Enquiry.objects.update(status=Enquiry.Status.UNDELIVERABLE)

    assert "Passet är ditt" in text(says(browser, link, "ja"))


def test_a_page_asks_little_of_the_database(browser, link, django_assert_max_num_queries):
    with django_assert_max_num_queries(10):
        browser.get(link)
    says(browser, link, "ja")
    with django_assert_max_num_queries(12):
        browser.get(link)
