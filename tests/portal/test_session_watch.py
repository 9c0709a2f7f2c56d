"""A session ends by itself when she has been away, or has been there for long; what she was sending is not lost."""

from datetime import timedelta
from urllib.parse import unquote

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.test import Client

from booking.models import Order
from people.models import SignIn
from people.operations import roles
from people.roles import ORDERING_MANAGER
from tests.cast import NOW
from tests.factories.people import PASSWORD

pytestmark = pytest.mark.usefixtures("sessions_end")

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
AWAY, LONG = "inget hade hänt på en stund", "länge sedan du loggade in"
NEW = "/bestallningar/ny/"


@pytest.fixture
def clock():
    with time_machine.travel(NOW, tick=False) as moved:
        yield moved


def sign_in(user, **more: str) -> Client:
    """With her password, in a browser of its own."""
    client = Client()
    client.post("/konto/login/", {"login": user.username, "password": PASSWORD, **more})
    return client


def is_in(client: Client, address: str = "/mer/") -> bool:
    return client.get(address).status_code == 200


@pytest.mark.parametrize(("away", "stays"), [(59 * MINUTE, True), (61 * MINUTE, False)])
def test_a_planner_who_has_been_away_for_an_hour_signs_in_again(town, clock, away, stays):
    client = sign_in(town.planner)

    clock.shift(away)

    assert is_in(client, "/admin/") is stays


def test_whoever_goes_on_working_stays(town, clock):
    client = sign_in(town.planner)

    for _ in range(4):
        clock.shift(50 * MINUTE)
        assert is_in(client, "/admin/")


def test_a_board_that_is_left_open_does_not_keep_her_in(town, clock):
    client = sign_in(town.planner)

    for _ in range(6):
        clock.shift(9 * MINUTE)
        client.get("/admin/", headers={"X-Requested-With": "XMLHttpRequest"})
    clock.shift(9 * MINUTE)

    assert not is_in(client, "/admin/")


def test_after_twelve_hours_she_signs_in_again_however_busy_she_is(town, clock):
    client = sign_in(town.planner)
    for _ in range(14):
        clock.shift(50 * MINUTE)
        assert is_in(client, "/admin/")

    clock.shift(50 * MINUTE)

    assert LONG in client.get("/admin/", follow=True).content.decode()


def test_a_substitute_who_asks_to_be_remembered_is_for_thirty_days(town, clock):
    client = sign_in(town.substitute().user, remember="on")
    assert client.cookies["sessionid"]["max-age"] == 90 * 24 * 60 * 60

    clock.shift(29 * DAY)
    assert is_in(client)
    clock.shift(31 * DAY)
    assert not is_in(client)


def test_a_substitute_who_does_not_ask_is_let_out_like_at_a_desk(town, clock):
    client = sign_in(town.substitute().user)
    assert not client.cookies["sessionid"]["max-age"]

    clock.shift(61 * MINUTE)

    assert not is_in(client)


def test_she_reads_why(town, clock):
    client = sign_in(town.substitute().user)
    clock.shift(2 * HOUR)

    page = client.get("/mer/", follow=True)

    assert page.request["PATH_INFO"] == "/konto/login/"
    assert AWAY in page.content.decode()


def test_what_she_typed_is_there_when_she_has_signed_in_again(town, clock):
    client = sign_in(town.manager)
    client.get(NEW)
    clock.shift(9 * HOUR)

    away = client.post(NEW, {"text": "Ta med inneskor"})["Location"]
    client.post("/konto/login/", {"login": town.manager.username, "password": PASSWORD})

    assert "Ta med inneskor" in client.get(unquote(away.partition("next=")[2])).content.decode()
    assert not Order.objects.exists()


def test_the_key_is_another_when_she_signs_in(town, client):
    client.get("/konto/login/")
    session = client.session
    session["seen"] = True
    session.save()
    before = session.session_key

    client.post("/konto/login/", {"login": town.planner.username, "password": PASSWORD})

    assert client.session.session_key != before
    assert not Session.objects.filter(session_key=before).exists()


def test_the_key_is_another_when_she_has_got_a_role(town, signed_in):
    user = town.substitute().user
    client = signed_in(user)
    client.get("/mer/")
    before = client.session.session_key

    roles.assign(user, ORDERING_MANAGER, town.workplace, by=None, at=NOW)
    client.get("/mer/")

    after = client.session.session_key
    assert before != after
    assert SignIn.objects.get(user=user).session_key == after


def test_the_key_stays_while_her_roles_do(town, signed_in):
    client = signed_in(town.planner)
    before = client.session.session_key

    client.get("/admin/")

    assert client.session.session_key == before


def test_a_session_from_before_all_this_goes_on(town, client):
    user = town.substitute().user
    client.force_login(user)
    session = client.session
    del session["sign_in"]
    session.save()
    SignIn.objects.all().delete()

    assert is_in(client)
    assert SignIn.objects.get(user=user).session_key == client.session.session_key


def test_whoever_signs_out_is_signed_in_nowhere(town, signed_in):
    user = town.substitute().user
    client = signed_in(user)

    client.post("/konto/logout/")

    assert SignIn.objects.get(user=user).ended_at


def test_a_page_costs_no_question_more_for_being_watched(town, signed_in, django_assert_max_num_queries):
    client = signed_in(town.substitute().user)
    client.get("/mer/")

    with django_assert_max_num_queries(12) as asked:
        client.get("/mer/")

    assert not [query for query in asked.captured_queries if "people_signin" in query["sql"]]
