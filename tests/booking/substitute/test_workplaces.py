"""She asks for a new workplace, reads what happens next, and takes it back."""

import uuid

import pytest

from booking.models import WorkplaceRequest
from booking.operations import introductions, workplace_requests
from booking.operations.introductions import Shift
from tests.booking.desk.test_lists import cost
from tests.booking.substitute.reading import text
from tests.cast import NOW, at
from tests.factories.booking import OrderReasonFactory
from tests.factories.people import AgreementFactory, WorkplaceFactory
from tests.factories.standing import BlockFactory
from tests.page_checks import assert_valid_html

PAGE, FORM = "/profil/arbetsplatser/", "/profil/arbetsplatser/ny/"


@pytest.fixture
def sends(phone, elsewhere):
    """`sends()`: what the form sends, of the other area's workplace unless another is named."""

    def send(place: object = None, words: str = "Jag bor nära", *, follow: bool = True):
        key = getattr(elsewhere.workplace if place is None else place, "pk", place)
        return phone.post(FORM, {"workplace": key, "text": words}, follow=follow)

    return send


@pytest.fixture
def wish(amira, elsewhere) -> WorkplaceRequest:
    return workplace_requests.ask(amira, elsewhere.workplace, text="", by=amira.user, at=NOW)


@pytest.fixture
def introduced(wish, amira, elsewhere) -> WorkplaceRequest:
    """Her introduction is booked, Tuesday 19 May 07–12."""
    OrderReasonFactory(name="Introduktion", introduces=True)
    AgreementFactory(substitute=amira, area=elsewhere.area, occupation=elsewhere.occupation)
    span = at("2026-05-19 07:00"), at("2026-05-19 12:00")
    shift = Shift(elsewhere.occupation, *span, 0, uuid.uuid4())
    return introductions.plan(wish, shift, by=elsewhere.planner, at=NOW)


def test_who_has_asked_for_nothing_reads_how_it_is_done(phone):
    page = phone.get(PAGE)

    assert "Du har inte frågat om någon arbetsplats" in text(page)
    assert f'href="{FORM}"' in page.content.decode()
    assert_valid_html(page.content.decode())


def test_the_list_holds_every_workplace_where_she_cannot_work_yet_by_area(town, elsewhere, phone):
    WorkplaceFactory(area=town.area, name="Björkgården", needs_introduction=True)

    page = phone.get(FORM).content.decode()

    assert '<optgroup label="Förskola">' in page
    assert "Förskola Solgården" in page
    assert "Björkgården" in page
    assert "Hemtjänst Solgården" not in page
    assert_valid_html(page)


def test_what_is_sent_waits_for_an_answer_and_stands_on_her_page(sends):
    page = sends()

    assert page.redirect_chain == [(PAGE, 302)]
    assert "Din fråga är skickad. Bemanningen svarar dig." in page.content.decode()
    assert "Väntar på svar Förskola Solgården Förskola. Du frågade tisdag 12 maj" in text(page)
    assert "Du får ett meddelande när de har svarat." in text(page)
    assert WorkplaceRequest.objects.get().text == "Jag bor nära"
    assert_valid_html(page.content.decode())


def test_sent_twice_it_is_one_request(sends):
    assert [sends().redirect_chain for _tap in range(2)] == [[(PAGE, 302)]] * 2
    assert WorkplaceRequest.objects.count() == 1


@pytest.mark.parametrize(
    ("place", "words", "fault"),
    [
        ("", "Gärna", "Välj i listan."),
        ("finns inte", "Gärna", "Välj i listan."),
        (None, "x" * 301, "Skriv högst 300 tecken."),
    ],
)
def test_what_is_wrong_stands_beside_its_field_and_loses_nothing(place, words, fault, sends, elsewhere):
    page = sends(place, words)

    assert fault in text(page)
    assert words in text(page)
    assert not WorkplaceRequest.objects.exists()


def test_where_she_can_work_already_is_refused_beside_the_field(town, sends):
    assert "Du kan redan jobba på Hemtjänst Solgården." in text(sends(town.workplace, "Gärna"))


def test_a_block_is_not_told_of(amira, elsewhere, sends):
    BlockFactory(substitute=amira, workplace=elsewhere.workplace)

    assert "Väntar på svar" in text(sends())


def test_who_can_work_everywhere_is_told_so(amira, elsewhere, phone):
    AgreementFactory(substitute=amira, area=elsewhere.area)

    assert "Det finns ingen fler att be om" in text(phone.get(FORM))


def test_a_booked_introduction_says_when_and_is_named_so_on_her_pages(introduced, phone):
    page = text(phone.get(PAGE))

    booking = introduced.introduction.bookings.get()
    assert "Introduktion bokad" in page
    assert "Du har ett pass för introduktion tisdag 19 maj. Efter det kan du bokas där." in page
    assert f'href="/bokningar/{booking.pk}/"' in phone.get(PAGE).content.decode()
    for address in ("/bokningar/", f"/bokningar/{booking.pk}/"):
        assert "Introduktion" in text(phone.get(address))


@pytest.mark.parametrize(
    ("became", "told"),
    [
        ({"status": "active"}, "Klar Förskola Solgården"),
        ({"status": "declined", "reason": "Gruppen är full."}, "Gruppen är full."),
        ({"status": "withdrawn"}, "Du har inte frågat om någon arbetsplats"),
        ({"status": "declined", "reason": "Fullt", "decided_at": at("2026-01-12 08:00")}, "Du har inte frågat"),
    ],
)
def test_an_answer_stands_there_for_three_months(became, told, wish, phone):
    WorkplaceRequest.objects.update(**{"decided_at": NOW} | became)

    assert told in text(phone.get(PAGE))


def test_an_introduction_that_came_to_nothing_is_said(introduced, phone):
    WorkplaceRequest.objects.update(status="asked")

    assert "Introduktionen blev inte av. Bemanningen hör av sig om en ny." in text(phone.get(PAGE))


def test_she_takes_it_back(wish, phone):
    page = phone.post(f"{PAGE}{wish.pk}/aterta/", follow=True)

    assert "Din fråga är återtagen." in page.content.decode()
    assert "Du har inte frågat" in text(page)


def test_a_booked_introduction_is_not_taken_back_here(introduced, phone):
    page = phone.post(f"{PAGE}{introduced.pk}/aterta/")

    assert page.status_code == 409
    assert "Du har ett pass för introduktion. Avboka det först." in text(page)
    assert_valid_html(page.content.decode())


def test_nobody_takes_back_what_another_asked_for(town, wish, signed_in):
    answer = signed_in(town.substitute().user).post(f"{PAGE}{wish.pk}/aterta/")

    assert answer.status_code == 404
    assert WorkplaceRequest.objects.get().status == "asked"


def test_the_page_asks_as_much_for_one_as_for_five(wish, amira, elsewhere, phone):
    one = cost(phone, PAGE)
    for _more in range(4):
        place = WorkplaceFactory(area=elsewhere.area)
        workplace_requests.ask(amira, place, text="", by=amira.user, at=NOW)

    assert cost(phone, PAGE) == one <= 15
