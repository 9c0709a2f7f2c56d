"""Be om tid: who gets it is seen before it is sent, and what came in is seen after."""

import uuid

import pytest
import time_machine
from django.urls import reverse

from booking.models import TimeAsked
from messaging.models import Message
from tests.booking.desk.conftest import text
from tests.cast import at
from tests.factories.booking import AvailabilityFactory
from tests.page_checks import assert_valid_html

QUERIES = 27


@pytest.fixture
def address(town):
    return reverse("forecast:ask", args=[town.area.pk, "2026-05-13"])


@pytest.fixture
def sends(planner, address):
    """`sends(amira, body="…")`: what the form sends of those whom the page showed."""

    def send(*people, where="", **form):
        chosen = [str(one.pk) for one in people]
        usual = {"body": "Kan du på onsdag?", "command": uuid.uuid4(), "deed": "send", "chosen": chosen}
        return planner.post(address + where, usual | form)

    return send


@pytest.fixture(autouse=True)
def _day():
    with time_machine.travel(at("2026-05-12 09:00"), tick=False):
        yield


def test_the_page_says_how_many_get_it_and_what_with_the_way_to_that_day(planner, address, people):
    page = text(planner.get(address))

    assert "Skicka till 3 vikarier" in page
    assert "Vi behöver fler som kan jobba onsdag 13 maj i Hemtjänst." in page
    assert page.count("/kalender/") >= 2
    assert "2026-05-13" in page
    assert "3 vikarier får det: " in page
    assert_valid_html(page)


def test_it_is_sent_once_and_the_day_shows_what_came_in(planner, sends, people, town):
    command = uuid.uuid4()

    answers = [sends(*people, command=command) for _click in range(2)]
    AvailabilityFactory(
        substitute=people[0], starts=at("2026-05-13 07:00"), ends=at("2026-05-13 16:00"),
        entered_at=at("2026-05-12 10:00"),
    )  # fmt: skip
    page = text(planner.get(answers[0].url))

    assert Message.objects.count() == 3
    assert "3 vikarier får frågan." in page
    assert "3 tillfrågade, 1 har lagt in tid." in page
    assert "0 kan inte, 2 har inte sagt något." in page


def test_nobody_gets_it_who_was_not_on_the_page(sends, people):
    sends(people[0])

    assert [row.substitute for row in TimeAsked.objects.all()] == [people[0]]


def test_who_has_been_asked_is_told_of_and_left_out_unless_she_says_so(planner, address, sends, people):
    sends(people[0])

    page = text(planner.get(address))
    assert "Skicka till 2 vikarier" in page
    assert "1 är redan tillfrågad om dagen och får inget igen." in page
    again = text(planner.get(address + "?igen=1"))
    assert "Skicka till 3 vikarier" in again
    sends(*people, where="?igen=1")
    assert TimeAsked.objects.count() == 4


def test_a_refusal_loses_nothing(sends, people):
    sends(people[0])

    answer = sends(people[0], body="Snälla?")

    assert answer.status_code == 422
    assert "Ingen är kvar att fråga" in text(answer)
    assert "Snälla?" in text(answer)


@pytest.mark.parametrize("body", ["", "x" * 700, "å" * 3000])
def test_a_text_that_cannot_go_is_told_beside_it(sends, people, body):
    answer = sends(*people, body=body)

    assert answer.status_code == 422
    assert not Message.objects.exists()


def test_a_preview_sends_nothing(sends, people):
    answer = sends(*people, deed="preview", body="Hej hopp")

    assert answer.status_code == 200
    assert "Hej hopp" in text(answer)
    assert not Message.objects.exists()


def test_an_occupation_narrows_whom_it_goes_to(town, planner, address, people):
    assert "Skicka till 3 vikarier" in text(planner.get(f"{address}?yrke={town.occupation.pk}"))
    assert planner.get(f"{address}?yrke={uuid.uuid4()}").status_code == 404
    assert planner.get(f"{address}?yrke=x").status_code == 404


def test_with_nobody_to_ask_it_says_so(planner, address):
    assert "Ingen att fråga" in text(planner.get(address))


@pytest.mark.parametrize("number", [1, 3])
def test_it_takes_as_many_queries_for_three_as_for_one(planner, address, town, number, django_assert_num_queries):
    for _person in range(number):
        town.substitute()
    planner.get(address)

    with django_assert_num_queries(QUERIES):
        planner.get(address)
