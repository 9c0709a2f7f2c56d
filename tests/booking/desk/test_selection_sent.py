"""Skriv till flera, the last step: what she saw is what is sent, once, or it is said what has changed."""

import re
import uuid

import pytest
import time_machine
from django.urls import reverse

from booking.operations import writing
from messaging.models import Message
from people.models import Substitute
from tests.booking.desk.conftest import text
from tests.cast import at
from tests.page_checks import assert_valid_html

ADDRESS = "/admin/skriv/urval/"
DAY = at("2026-05-12 09:00")


@pytest.fixture(autouse=True)
def _day():
    with time_machine.travel(DAY, tick=False):
        yield


@pytest.fixture
def sends(planner):
    """`sends("Hej")`: from the choices to what is seen, and on; with a command of its own unless one is named."""

    def send(body="Möte torsdag.", *, command=None, **form):
        typed = {"body": body, "command": command or uuid.uuid4(), "bookable": "on"} | form
        page = text(planner.post(ADDRESS, typed | {"deed": "next"}))
        return planner.post(ADDRESS, typed | confirmed(page) | {"deed": "send"})

    return send


def confirmed(page):
    """What the page before the last asks to have confirmed."""
    seen = re.search(r'name="seen" value="([^"]+)"', page)
    assert seen, page
    return {"seen": seen[1], "chosen": re.findall(r'name="chosen" value="([^"]+)"', page)}


def test_before_it_is_sent_she_sees_to_how_many_and_how_many_sms(people, planner):
    typed = {"body": "Möte. " * 30, "command": uuid.uuid4(), "bookable": "on", "deed": "next"}

    page = text(planner.post(ADDRESS, typed))

    assert "Skicka till 3 vikarier, 6 sms" in page
    assert "Skickas nu." in page
    assert not Message.objects.exists()
    assert_valid_html(page)


def test_sent_twice_is_once_and_leads_to_how_it_went(people, planner, sends):
    command = uuid.uuid4()

    answers = [sends(command=command) for _click in range(2)]

    assert {answer.url for answer in answers} == {reverse("writing:sending", args=[command])}
    assert Message.objects.count() == 3
    assert "Meddelandet till 3 vikarier är skickat." in text(planner.get(answers[0].url))


def test_at_night_it_waits_for_the_morning(people, planner, sends):
    with time_machine.travel(at("2026-05-12 23:00"), tick=False):
        answer = sends()
        page = text(planner.get(answer.url))

    assert set(Message.objects.values_list("due_at", flat=True)) == {at("2026-05-13 06:00")}
    assert "skickas i morgon 06.00." in page or "skickas onsdag 13 maj 06.00." in page


def test_what_she_saw_must_still_be_so_when_it_is_sent(people, planner):
    typed = {"body": "Möte.", "command": uuid.uuid4(), "bookable": "on"}
    seen = confirmed(text(planner.post(ADDRESS, typed | {"deed": "next"})))
    Substitute.objects.filter(pk=people[2].pk).update(by_hand_only=True)

    answer = planner.post(ADDRESS, typed | seen | {"deed": "send"})

    assert answer.status_code == 409
    assert "Urvalet har ändrats sedan du såg det. Inget är skickat." in text(answer)
    assert "Skicka till 2 vikarier, 2 sms" in text(answer)
    assert "<b>Yonas Tesfaye</b> har skyddade uppgifter" in text(answer)
    assert not Message.objects.exists()
    assert planner.post(ADDRESS, typed | confirmed(text(answer)) | {"deed": "send"}).status_code == 302
    assert Message.objects.count() == 2


def test_who_is_no_longer_hers_is_not_written_to(people, elsewhere, planner):
    typed = {"body": "Möte.", "command": uuid.uuid4(), "bookable": "on"}
    seen = confirmed(text(planner.post(ADDRESS, typed | {"deed": "next"})))
    people[0].agreements.update(area=elsewhere.area)

    answer = planner.post(ADDRESS, typed | seen | {"deed": "send"})

    assert answer.status_code == 409
    assert "Amira Hassan" not in text(answer)


def test_from_the_last_page_she_goes_back_with_all_that_she_had_chosen(people, planner):
    typed = {"body": "Möte torsdag.", "command": uuid.uuid4(), "bookable": "on", "without": people[0].pk}
    page = text(planner.post(ADDRESS, typed | {"deed": "next"}))
    kept = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page)

    back = text(planner.post(ADDRESS, dict(kept) | {"deed": "change"}))

    assert "Möte torsdag.</textarea>" in back
    assert re.search(rf'value="{people[0].pk}"[^>]* checked', back)


def test_each_can_be_left_out(people, planner, sends):
    page = text(planner.post(ADDRESS, {"bookable": "on", "without": people[1].pk}))
    assert "2 vikarier av 3 får det" in page
    assert re.search(rf'value="{people[1].pk}"[^>]* checked', page)

    sends(without=people[1].pk)

    assert set(Message.objects.values_list("recipient", flat=True)) == {people[0].user_id, people[2].user_id}


def test_what_is_refused_as_it_is_sent_is_said_and_she_may_change_it(people, planner, monkeypatch):
    typed = {"body": "Möte.", "command": uuid.uuid4(), "bookable": "on"}
    seen = confirmed(text(planner.post(ADDRESS, typed | {"deed": "next"})))
    monkeypatch.setattr(writing, "MOST", 2)

    answer = planner.post(ADDRESS, typed | seen | {"deed": "send"})

    assert answer.status_code == 409
    assert "Du kan skriva till högst 2 åt gången." in text(answer)
    assert not Message.objects.exists()
