"""Whatever a substitute types outlives her session: she signs in again, and it stands in the form, not sent."""

import re
from urllib.parse import unquote

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern

from booking.models import Booking, Kind
from booking.operations import availability
from booking.period import Period
from booking.urls import substitute as hers
from intyg.urls import urlpatterns as of_certificates
from messaging.models import ChannelChoice
from messaging.urls import urlpatterns as of_messages
from tests.cast import NOW, at, ended
from tests.factories.booking import BookingFactory
from tests.factories.people import WorkplaceFactory

FINDS_IT = "Det du skrev finns kvar"
SOME_KEY, SOME_WORD = "8a8f1f6e-6a59-4a0e-9f0e-6a8f5f6c1f10", "2026-05-13"
NOTHING_TO_LOSE = {"sick", "confirm_email", "phone_code", "enquiry_by_link", "not_me"}
"""A button on a page of its own; a code, that the telephone still shows; and a page that asks for no session."""

FORMS = {
    "wishes": ("/profil/onskemal/", {"weekly_hours": "31"}, 'name="weekly_hours" value="31"'),
    "another number": ("/profil/mobilnummer/", {"phone": "070-174 06 55"}, 'value="070-174 06 55"'),
    "another address": ("/profil/e-post/", {"email": "hassan@alvsunda.example"}, 'value="hassan@alvsunda.example"'),
    "a new workplace": ("/profil/arbetsplatser/ny/", {"text": "Nära hemmet"}, "Nära hemmet</textarea>"),
    "a certificate": ("/intyg/ny/?typ=arsinkomst", {"note": "Till banken"}, "Till banken</textarea>"),
}
forms = pytest.mark.parametrize(("address", "typed", "stands"), FORMS.values(), ids=FORMS)


@pytest.fixture
def late(town, amira) -> str:
    """Where she says that she comes late to a shift that begins soon."""
    booking = BookingFactory(
        order=town.order("2026-05-12 07:00", "2026-05-12 16:00", status="booked"), substitute=amira
    )
    return f"/bokningar/{booking.pk}/sen/"


@pytest.fixture
def again(client, amira):
    """`again(address, typed)`: the form is sent without a session, she signs in, and this is what she meets."""

    def met(address: str, typed: dict[str, object]) -> HttpResponse:
        sign_in = ended(client, amira.user).post(address, typed)
        client.force_login(amira.user)
        return client.get(unquote(sign_in["Location"].partition("next=")[2]))

    return met


@pytest.fixture
def stale(amira):
    """`stale(address, typed)`: the form was opened before she signed in anew."""
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(amira.user)

    def met(address: str, typed: dict[str, object]) -> HttpResponse:
        browser.get(address)
        sent = typed | {"csrfmiddlewaretoken": "x"}
        return browser.post(address, sent, headers={"referer": f"http://testserver{address}"}, follow=True)

    return met


def stands_in(answer: HttpResponse, words: str) -> bool:
    assert answer.status_code == 200
    page = " ".join(answer.content.decode().split())
    return FINDS_IT in page and words in page


@forms
def test_it_is_there_after_signing_in(again, address, typed, stands, town):
    WorkplaceFactory(area=town.area, needs_introduction=True)

    assert stands_in(again(address, typed), stands)


@forms
def test_it_is_there_when_she_had_signed_in_anew_in_between(stale, address, typed, stands, town):
    WorkplaceFactory(area=town.area, needs_introduction=True)

    assert stands_in(stale(address, typed), stands)


@pytest.mark.parametrize(
    ("said", "clock"), [({"at": "07:45"}, "07:45"), ({"minutes": "20"}, "07:20"), ({"at": "25"}, "25")]
)
def test_when_she_comes_is_there_by_the_clock(again, stale, late, said, clock):
    for sent in (again, stale):
        assert stands_in(sent(late, said), f'value="{clock}"')
    assert Booking.objects.get().expected_at is None


@pytest.fixture
def this_week(amira) -> None:
    """She has put in Wednesday of this week."""
    period = Period(at("2026-05-13 07:00"), at("2026-05-13 16:00"))
    availability.put_in(amira, [period], kind=Kind.AVAILABLE, by=amira.user, at=NOW)


@pytest.mark.usefixtures("this_week")
def test_the_week_to_copy_is_there(again, stale, amira):
    for sent in (again, stale):
        answer = sent("/kalender/kopiera/", {"kalla": "2026-W20", "vecka": "2026-W25"})

        assert stands_in(answer, '<option value="2026-W25" selected>')
        assert re.search(r'name="kalla" value="2026-W20"[^>]* checked', answer.content.decode())
    assert amira.availability.count() == 1


@pytest.mark.usefixtures("this_week")
def test_what_she_was_changing_is_there(again, stale, amira):
    address = f"/kalender/tid/{amira.availability.get().pk}/andra/?den=2026-05-13"
    typed = {"vecka": "2026-W20", "dag": "4", "tid": "egen", "fran": "08:15", "till": "11", "slag": "available"}

    for sent in (again, stale):
        assert stands_in(sent(address, typed), 'value="08:15"')
    assert amira.availability.get().starts == at("2026-05-13 07:00")


def test_all_boxes_cleared_are_cleared_still(again, stale):
    for sent in (again, stale):
        answer = sent("/meddelanden/val/", {})

        assert stands_in(answer, 'name="interests-sms"')
        assert not re.search(r'name="interests-sms"[^>]* checked', answer.content.decode())
    assert not ChannelChoice.objects.exists()


def test_every_form_of_hers_keeps_what_is_typed(phone, late):
    forgetful = {pattern.name for pattern in [*hers, *of_messages, *of_certificates] if forgets(phone, pattern)}

    assert forgetful == NOTHING_TO_LOSE


def forgets(phone: Client, pattern: URLPattern) -> bool:
    """Whether the address takes what is typed and says nothing of keeping it."""
    address = re.sub(r"<(\w+):\w+>", lambda kind: SOME_KEY if kind[1] == "uuid" else SOME_WORD, str(pattern.pattern))
    allowed = phone.options(f"/{address}").get("Allow", "")
    return {"GET", "POST"} <= set(allowed.split(", ")) and not hasattr(pattern.callback, "keeps_typed")


def test_a_script_that_asks_what_the_time_leads_to_is_told_that_nothing_is_lost(client, amira):
    address, asks = "/kalender/lagg-tid/forhand/", {"HX-Request": "true"}
    told = ended(client, amira.user).post(address, {"tid": "dag"}, headers=asks)
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(amira.user)
    strict.get("/kalender/lagg-tid/")
    told_later = strict.post(
        address, {"csrfmiddlewaretoken": "x"}, headers=asks | {"referer": "http://testserver/kalender/"}
    )

    for answer in (told, told_later):
        assert answer.status_code == 200
        assert answer.content.decode() == "Sidan har varit öppen länge. När du sparar kommer det du har valt med."


def test_a_script_that_fetches_a_part_of_a_page_leads_the_whole_window_to_the_sign_in(client, amira):
    answer = ended(client, amira.user).get("/kalender/dag/2026-05-13/", headers={"HX-Request": "true"})

    assert answer["HX-Redirect"] == "/konto/login/?next=/kalender/dag/2026-05-13/"
    assert answer.content == b""


def test_after_the_button_at_a_browser_of_hers_she_comes_back_to_her_choices(client, amira):
    here = {"referer": "http://testserver/meddelanden/val/"}

    answer = ended(client, amira.user).post(f"/aviseringar/{SOME_KEY}/ta-bort/", headers=here)

    assert answer["Location"] == "/konto/login/?next=/meddelanden/val/"
