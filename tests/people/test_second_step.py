"""After the password: a code from the app, a code on paper, or a key."""

import pytest
import time_machine
from allauth.mfa.models import Authenticator

from messaging.models import Message
from people.models import HistoryEntry
from people.operations import second_steps
from tests.cast import NOW
from tests.factories.people import SubstituteFactory, UserFactory
from tests.people.second_step_world import (
    SECOND,
    SECRET,
    by_password,
    code_of,
    is_in,
    paper_of,
    with_app,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as travelled:
        yield travelled


@pytest.fixture
def her():
    return with_app(SubstituteFactory().user, at=NOW)


def test_a_password_alone_does_not_let_her_in(client, her):
    answer = by_password(client, her)

    assert (answer["Location"], is_in(client)) == (SECOND, False)


def test_whoever_has_no_second_step_gets_in_as_ever(client):
    assert by_password(client, UserFactory())["Location"] != SECOND
    assert is_in(client)


def test_the_code_in_the_app_lets_her_in_and_on_to_where_she_was_going(client, her):
    by_password(client, her, next="/kalender/")

    answer = client.post(SECOND, {"code": code_of(SECRET, NOW)})

    assert (answer["Location"], is_in(client)) == ("/kalender/", True)


@pytest.mark.parametrize(("steps", "opens"), [(-2, False), (-1, True), (1, True), (2, False)])
def test_a_clock_may_be_half_a_minute_wrong(client, her, steps, opens):
    by_password(client, her)

    client.post(SECOND, {"code": code_of(SECRET, NOW, steps=steps)})

    assert is_in(client) is opens


def test_a_code_is_written_as_the_app_shows_it(client, her):
    code = code_of(SECRET, NOW)
    by_password(client, her)

    client.post(SECOND, {"code": f" {code[:3]} {code[3:]} "})

    assert is_in(client)


@pytest.mark.parametrize("later", [0, 31, 59])  # seconds: the next half-minutes still take it
def test_a_code_opens_once_as_long_as_it_lives(client, her, clock, later):
    code = code_of(SECRET, NOW, steps=1)
    by_password(client, her)
    client.post(SECOND, {"code": code})
    client.logout()
    clock.shift(later)
    by_password(client, her)

    page = client.post(SECOND, {"code": code})

    assert not is_in(client)
    assert "redan använd" in page.content.decode()


def test_an_earlier_code_does_not_open_after_a_later_one(client, her):
    by_password(client, her)
    client.post(SECOND, {"code": code_of(SECRET, NOW, steps=1)})
    client.logout()
    by_password(client, her)

    client.post(SECOND, {"code": code_of(SECRET, NOW)})

    assert not is_in(client)


def test_five_wrong_codes_stop_her_and_not_her_colleagues(client, her):
    colleague = with_app(UserFactory(), at=NOW)
    by_password(client, her)
    for _ in range(5):
        client.post(SECOND, {"code": "000000"})

    client.post(SECOND, {"code": code_of(SECRET, NOW)})
    assert not is_in(client)

    client.logout()
    by_password(client, colleague)
    client.post(SECOND, {"code": code_of(SECRET, NOW)})
    assert is_in(client)


def test_the_second_step_is_nobodys_without_the_first(client, her):
    assert client.get(SECOND)["Location"] == "/konto/login/"
    assert client.post(SECOND, {"code": code_of(SECRET, NOW)})["Location"] == "/konto/login/"
    assert not is_in(client)


def test_a_code_on_paper_lets_her_in_once_and_she_is_told(client, her):
    code = paper_of(her)[0]
    by_password(client, her)
    client.post(SECOND, {"code": f"{code[:4]} {code[4:]}"})
    assert is_in(client)
    assert any("reservkod är använd" in body for body in Message.objects.values_list("body", flat=True))
    assert HistoryEntry.objects.filter(action="substitute.step_code_used", user=her).count() == 1

    client.logout()
    by_password(client, her)
    client.post(SECOND, {"code": code})
    assert not is_in(client)


def test_a_code_of_somebody_elses_app_opens_nothing(client, her):
    other = UserFactory()
    second_steps.add_app(other, "A" * 32, code_of("A" * 32, NOW), by=other, at=NOW)
    by_password(client, her)

    client.post(SECOND, {"code": code_of("A" * 32, NOW)})

    assert not is_in(client)


def test_nothing_weaker_is_remembered_from_one_time_to_the_next(client, her, clock):
    by_password(client, her)
    client.post(SECOND, {"code": code_of(SECRET, NOW)})
    client.post("/konto/logout/")
    clock.shift(3600)

    by_password(client, her)

    assert not is_in(client)


def test_she_may_stop_half_way_and_begin_anew_as_somebody_else(client, her):
    by_password(client, her)
    assert client.post("/konto/logout/", {"next": "/konto/login/"})["Location"] == "/konto/login/"

    by_password(client, UserFactory())

    assert is_in(client)


def test_an_account_that_is_closed_meanwhile_does_not_get_in(client, her):
    by_password(client, her)
    type(her).objects.filter(pk=her.pk).update(is_active=False)

    client.post(SECOND, {"code": code_of(SECRET, NOW)})

    assert client.get("/mer/").status_code == 302


@pytest.mark.parametrize("code", ["", "\x00", "å" * 6, "1" * 5000, "٣٣٣٣٣٣", "<b>"])
def test_what_is_no_code_is_refused_in_words(client, her, code):
    by_password(client, her)

    page = client.post(SECOND, {"code": code})

    assert page.status_code == 200
    assert not is_in(client)


def test_the_page_tells_which_ways_she_has(client, her):
    by_password(client, her)

    page = client.get(SECOND).content.decode()

    assert "Öppna appen" in page
    assert "Använd nyckeln" not in page
    assert Authenticator.objects.filter(user=her).count() == 2


def test_what_we_can_no_longer_read_opens_nothing_and_breaks_nothing(client, her):
    for step in second_steps.of(her):
        step.data |= {"secret": "x", "seed": "x"}
        step.save()
    by_password(client, her)

    assert client.post(SECOND, {"code": "123456"}).status_code == 200
    client.force_login(her)
    assert "0 koder kvar" in client.get("/konto/sakerhet/").content.decode()
