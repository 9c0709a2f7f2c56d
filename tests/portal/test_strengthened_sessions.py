"""A session that has become stronger is the same: of the same device, with what she wrote, and over when it would be."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from messaging.models import Message
from people.models import SignIn, User
from tests.cast import NOW, with_role
from tests.factories.people import PASSWORD, SubstituteFactory

pytestmark = pytest.mark.usefixtures("sessions_end")

NUMBER = "+46701740605"
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def clock():
    with time_machine.travel(NOW, tick=False) as moved:
        yield moved


@pytest.fixture
def emma(db):
    return SubstituteFactory(user__phone=NUMBER, user__phone_verified=True).user


def code() -> str:
    return re.search(r"\d{6}", Message.objects.filter(kind="login.code").latest("posted_at").body)[0]


def sign_in(user: User, **more: str) -> Client:
    client = Client()
    client.post("/konto/login/", {"login": user.username, "password": PASSWORD, **more})
    return client


def strengthen(client: Client) -> Client:
    """With a code, after the password."""
    there = client.post("/konto/bekrafta/sms/", {"next": "/mer/"}).url
    assert client.post(there, {"code": code(), "next": "/mer/"}).status_code == 302
    return client


def by_code_then_password(user: User) -> Client:
    client = Client()
    client.post("/konto/login/code/", {"phone": user.phone})
    client.post("/konto/login/code/confirm/", {"code": code()})
    client.post("/konto/reauthenticate/", {"password": PASSWORD, "next": "/mer/"})
    return client


WAYS = [lambda user: strengthen(sign_in(user)), by_code_then_password]


@pytest.mark.parametrize("way", WAYS)
def test_it_is_one_device_in_her_list_and_no_new_one_is_told_of(way, emma, strict):
    sign_in(emma)  # at home, so that another browser would be news
    before = SignIn.objects.count()

    client = way(emma)
    client.get("/mer/")

    assert SignIn.objects.count() == before + 1
    assert SignIn.objects.filter(session_key=client.session.session_key, ended_at=None).count() == 1
    assert Message.objects.filter(kind="account.new_browser").count() == 1


@pytest.mark.parametrize("way", WAYS)
def test_her_own_page_shows_it_as_the_one_where_she_is(way, emma, strict):
    page = way(emma).get("/mina-enheter/").content.decode()

    assert page.count("Den här enheten") == 1


def test_the_key_is_another_and_the_old_one_opens_nothing(emma, strict):
    client = sign_in(emma)
    client.get("/mer/")
    before = client.cookies["sessionid"].value

    strengthen(client)

    assert client.session.session_key != before
    thief = Client()
    thief.cookies["sessionid"] = before
    assert thief.get("/mer/").status_code == 302


def test_what_she_was_sending_is_still_there(emma, strict):
    client = sign_in(emma)
    led = client.post("/profil/mobilnummer/", {"phone": "070-174 06 90"})

    strengthen(client)

    there = re.search(r"next=(.+)$", led.url)[1].replace("%3F", "?").replace("%3D", "=").replace("%2F", "/")
    assert "070-174 06 90" in client.get(there).content.decode()


def test_where_she_is_remembered_she_still_is(emma, strict):
    client = strengthen(sign_in(emma, remember="on"))
    client.get("/mer/")

    assert SignIn.objects.get().own_device
    assert client.cookies["sessionid"]["max-age"] == 90 * 24 * 60 * 60


KINDS = {
    "own_device": (30 * DAY, 90 * DAY),
    "shared": (HOUR, 12 * HOUR),
    "ordering_manager": (8 * HOUR, 7 * DAY),
    "planner": (HOUR, 12 * HOUR),
    "certificate_officer": (HOUR, 12 * HOUR),
    "editor": (HOUR, 12 * HOUR),
    "system_owner": (30 * MINUTE, 8 * HOUR),
}


@pytest.fixture
def who(town):
    """`who("planner")`: she, and what she writes beside her password."""

    def of(kind: str) -> tuple[User, dict[str, str]]:
        told = {"phone": NUMBER, "phone_verified": True}
        places = {"planner": {"area": town.area}, "ordering_manager": {"workplace": town.workplace}}
        if kind in {"own_device", "shared"}:
            remembered = {"remember": "on"} if kind == "own_device" else {}
            return SubstituteFactory(**{f"user__{name}": value for name, value in told.items()}).user, remembered
        return with_role(kind, **places.get(kind, {}), **told), {"remember": "on"}

    return of




@pytest.mark.parametrize("kind", KINDS)
def test_untouched_it_is_over_when_it_would_have_been(kind, who, clock, strict):
    user, more = who(kind)
    client = strengthen(sign_in(user, **more))
    idle, _absolute = KINDS[kind]

    clock.shift(idle - MINUTE)
    client.get("/mer/")
    assert "_auth_user_id" in client.session
    clock.shift(idle)
    client.get("/mer/")

    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("kind", KINDS)
def test_in_all_it_is_counted_from_when_she_signed_in_and_not_from_when_it_became_stronger(kind, who, clock, strict):
    user, more = who(kind)
    client = sign_in(user, **more)
    idle, absolute = KINDS[kind]
    steps = int(absolute / idle * 2) - 1
    for step in range(steps):
        clock.shift(idle / 2)
        strengthen(client) if step == steps // 2 else client.get("/mer/")
    assert "_auth_user_id" in client.session

    clock.shift(idle / 2)
    client.get("/mer/")

    assert "_auth_user_id" not in client.session
