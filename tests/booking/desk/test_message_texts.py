"""Meddelandetexter: the system owner words what the portal says, sees how it reads, and goes back."""

import pytest
from django.urls import reverse

from booking.models import MessageText
from booking.notifications import fitting
from booking.notifications.catalogue import CATALOGUE
from people.models import HistoryEntry
from tests.booking.desk.conftest import text
from tests.cast import NOW
from tests.page_checks import assert_valid_html

OWN = "Du jobbar på {plats} {dag} {tid}. Gå till {adress} och fråga efter {kontakt}. {länk}"


@pytest.fixture
def keeper(owner, signed_in):
    return signed_in(owner)


def of(code, language="sv", page="change"):
    return reverse(f"message_text:{page}", args=[code, language])


@pytest.fixture
def saves(keeper):
    """`saves("booking.booked", "…")`: what the form sends."""
    return lambda code, words, language="sv", seen="": keeper.post(of(code, language), {"text": words, "seen": seen})


def test_all_messages_are_listed_with_what_they_say_to_whom_and_when(keeper):
    page = text(keeper.get(reverse("message_text:index")))

    for words in ("Du är bokad", "Till vikarien. När ett pass blir vikariens.", "Bokad: {plats}, {dag} {tid}.",
                  "Portalens ord", of("booking.booked"), of("booking.booked", "en"), "Booked: {plats}"):  # fmt: skip
        assert words in page
    assert all(of(code) in page for code in CATALOGUE)
    assert_valid_html(page)


def test_own_words_are_kept_with_who_and_when_and_what_was_before(keeper, owner, saves):
    answer = saves("booking.booked", f"  {OWN}  \n\n")

    row = MessageText.objects.get()
    assert answer.url == reverse("message_text:index")
    assert (row.text, row.changed_by, row.changed_at) == (OWN, owner, NOW)
    assert "Egna ord" in text(keeper.get(answer.url))
    page = text(keeper.get(of("booking.booked")))
    assert "Gå tillbaka till portalens ord" in page
    assert OWN in page
    entry = HistoryEntry.objects.get(action="messagetext.word")
    assert (entry.user, entry.data["before"], entry.data["after"]) == (owner, "", OWN)
    assert entry.message == f"Meddelandet ”Du är bokad” säger nu: {OWN}"
    assert_valid_html(page)


def test_what_will_not_do_is_said_beside_the_text_and_nothing_typed_is_lost(saves):
    answer = saves("booking.booked", "Du är bokad {datum}.")

    assert answer.status_code == 422
    assert "{datum} finns inte i det här meddelandet. Använd {plats}, {dag}" in text(answer)
    assert "Texten måste ha med {plats}, {dag}, {tid}, {adress} och {kontakt}." in text(answer)
    assert "Du är bokad {datum}.</textarea>" in text(answer)
    assert not MessageText.objects.exists()
    assert_valid_html(text(answer))


def test_an_empty_text_is_asked_for(saves):
    assert "Skriv en text, eller gå tillbaka" in text(saves("booking.booked", ""))


def test_a_form_with_no_text_at_all_is_asked_for_one_too(keeper):
    assert keeper.post(of("booking.booked", "sv")).status_code == 422


def test_going_back_leaves_the_portals_words_and_the_story(keeper, saves):
    saves("booking.booked", OWN)

    answers = [keeper.post(of("booking.booked", page="give_back")) for _click in range(2)]

    page = text(keeper.get(answers[0].url))
    assert "Nu gäller portalens ord igen." in page
    assert "Portalens ord igen" in page
    assert f"Förut: {OWN}" in page
    assert of("booking.booked", page="give_back") not in page
    assert MessageText.objects.get().text == ""
    entry = HistoryEntry.objects.get(action="messagetext.give_back")
    assert entry.message == "Meddelandet ”Du är bokad” har portalens ord igen"


def test_what_somebody_has_changed_meanwhile_is_not_written_over_unseen(keeper, saves):
    saves("booking.booked", OWN)

    answer = saves("booking.booked", f"Hej. {OWN}", seen="")

    assert answer.status_code == 422
    assert "ändrade texten tisdag 12 maj 05.45" in text(answer)
    assert MessageText.objects.get().text == OWN
    saves("booking.booked", f"Hej. {OWN}", seen=NOW.isoformat())
    assert MessageText.objects.get().text == f"Hej. {OWN}"


def test_it_is_shown_how_it_would_read_while_it_is_written(keeper):
    answer = keeper.post(of("booking.booked", page="preview"), {"text": OWN})

    assert "Du jobbar på Björkgården onsdag 13 maj 07.00-16.00." in text(answer)
    assert "Två sms" in text(answer) or "Ett sms" in text(answer)
    assert "vp-card" in text(answer)


def test_signs_that_no_phone_has_are_shown_with_what_they_cost(keeper):
    page = text(keeper.post(of("enquiry.lost", page="preview"), {"text": "Tyvärr 😊 {plats} {dag} {tid}"}))

    assert "tecken som inte finns i mobilens alfabet: 😊" in page
    assert "En emoji gör sms:et dubbelt så dyrt." in page


def test_what_does_not_do_yet_is_shown_in_the_portals_words(keeper):
    page = text(keeper.post(of("enquiry.lost", page="preview"), {"text": "Tyvärr {plats"}))

    assert "Texten går inte att spara än" in page
    assert fitting.example("enquiry.lost", "", "sv").text in page


@pytest.mark.parametrize("page", ["change", "preview", "give_back"])
def test_a_kind_or_a_language_that_there_is_not_has_no_page(keeper, page):
    for code, language in (("booking.nothing", "sv"), ("booking.booked", "fi")):
        assert keeper.post(of(code, language, page), {"text": OWN}).status_code == 404


def test_nobody_else_has_such_pages(town, officer, signed_in):
    for user in (town.planner, officer, town.manager):
        browser = signed_in(user)
        assert browser.get(reverse("message_text:index")).status_code == 404
        assert browser.get(of("booking.booked")).status_code == 404
        for page in ("change", "preview", "give_back"):
            assert browser.post(of("booking.booked", page=page), {"text": OWN, "seen": ""}).status_code == 404
    assert not MessageText.objects.exists()


def test_the_menu_leads_the_system_owner_there_and_no_planner(keeper, planner):
    assert reverse("message_text:index") in text(keeper.get(reverse("wagtailadmin_home")))
    assert reverse("message_text:index") not in text(planner.get(reverse("wagtailadmin_home")))
