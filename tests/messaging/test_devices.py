"""Mina enheter: she sees where she is signed in, and ends it from where she is."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from messaging.browsers import THIS_BROWSER
from messaging.models import PushSubscription
from people.models import SignIn
from tests.cast import NOW
from tests.factories.people import PASSWORD

pytestmark = pytest.mark.usefixtures("sessions_end")

PAGE, OTHERS = "/mina-enheter/", "/mina-enheter/logga-ut-andra/"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1"
DESKTOP = "Mozilla/5.0 (Windows NT 10.0; rv:145.0) Gecko/20100101 Firefox/145.0"


@pytest.fixture
def me(town):
    return town.substitute().user


def sign_in(user, browser: str) -> Client:
    client = Client(headers={"user-agent": browser})
    client.post("/konto/login/", {"login": user.username, "password": PASSWORD})
    return client


def with_notices(client: Client, user, name: str) -> PushSubscription:
    row = PushSubscription.objects.create(
        user=user, endpoint=f"https://push.example/{name}", p256dh="x", auth="x", made_at=NOW
    )
    session = client.session
    session[THIS_BROWSER] = row.endpoint
    session.save()
    return row


def sign_in_of(client: Client) -> SignIn:
    return SignIn.objects.get(session_key=client.session.session_key)


def test_she_sees_each_browser_in_plain_words_with_this_one_marked(me):
    phone, _desktop = sign_in(me, PHONE), sign_in(me, DESKTOP)

    page = phone.get(PAGE).content.decode()

    assert page.index("Safari på iPhone") < page.index("Den här enheten") < page.index("Firefox på Windows")
    assert page.count("Den här enheten") == 1


def test_it_says_when_each_was_used_last(me):
    with time_machine.travel(NOW, tick=False):
        page = sign_in(me, PHONE).get(PAGE).content.decode()

    assert "Senast använd tisdag 12 maj 05.45" in page


def test_no_address_and_no_version_is_kept(me):
    sign_in(me, DESKTOP)

    kept = str(SignIn.objects.values().get())

    assert "127.0.0.1" not in kept
    assert "145" not in kept


def test_no_page_is_served_to_a_browser_that_she_has_signed_out(me):
    phone, desktop = sign_in(me, PHONE), sign_in(me, DESKTOP)

    answer = phone.post(f"/mina-enheter/{sign_in_of(desktop).pk}/logga-ut/", follow=True)

    assert "Du är utloggad i Firefox på Windows." in answer.content.decode()
    assert desktop.get("/mer/").status_code == 302
    assert phone.get("/mer/").status_code == 200


def test_notices_stop_where_she_has_signed_out(me):
    phone, desktop = sign_in(me, PHONE), sign_in(me, DESKTOP)
    hers, left = with_notices(phone, me, "phone"), with_notices(desktop, me, "desktop")

    phone.post(f"/mina-enheter/{sign_in_of(desktop).pk}/logga-ut/")

    assert list(PushSubscription.objects.all()) == [hers]
    assert left != hers


def test_all_the_others_are_signed_out_at_once(me):
    phone, desktop, third = sign_in(me, PHONE), sign_in(me, DESKTOP), sign_in(me, DESKTOP)
    kept = with_notices(phone, me, "phone")
    with_notices(desktop, me, "desktop")

    answer = phone.post(OTHERS, follow=True)

    assert "Du är utloggad i 2 andra enheter." in answer.content.decode()
    assert {client.get("/mer/").status_code for client in (desktop, third)} == {302}
    assert phone.get("/mer/").status_code == 200
    assert list(PushSubscription.objects.all()) == [kept]


def test_to_press_twice_is_to_press_once(me):
    phone, desktop = sign_in(me, PHONE), sign_in(me, DESKTOP)
    gone = sign_in_of(desktop).pk

    answers = [phone.post(f"/mina-enheter/{gone}/logga-ut/").status_code for _ in range(2)]

    assert answers == [302, 302]
    assert phone.get("/mer/").status_code == 200


def test_nobody_elses_is_ended(me, town):
    other = sign_in(town.substitute().user, DESKTOP)

    answer = sign_in(me, PHONE).post(f"/mina-enheter/{sign_in_of(other).pk}/logga-ut/")

    assert answer.status_code == 404
    assert other.get("/mer/").status_code == 200


def test_one_that_has_ended_is_not_in_the_list(me):
    phone, desktop = sign_in(me, PHONE), sign_in(me, DESKTOP)
    desktop.post("/konto/logout/")

    assert "Firefox" not in phone.get(PAGE).content.decode()


@pytest.mark.parametrize(("said", "lasts"), [("ja", 90 * 24 * 60 * 60), ("nej", "")])
def test_she_is_remembered_where_she_asks_to_be_and_until_she_does_not(me, said, lasts):
    phone = sign_in(me, PHONE)

    page = phone.post("/mina-enheter/kom-ihag/", {"kom-ihag": said}, follow=True).content.decode()

    assert phone.cookies["sessionid"]["max-age"] == lasts
    assert ("30 dagar" in page) is (said == "ja")
    assert sign_in_of(phone).own_device is (said == "ja")


def test_a_colleague_is_not_asked_whether_to_be_remembered(town):
    assert "kom-ihag" not in sign_in(town.manager, DESKTOP).get(PAGE).content.decode()


def test_another_password_ends_the_others_and_their_notices(me):
    phone, desktop = sign_in(me, PHONE), sign_in(me, DESKTOP)
    with_notices(desktop, me, "desktop")
    another = {"oldpassword": PASSWORD, "password1": "Blabar-och-4-hjortron", "password2": "Blabar-och-4-hjortron"}

    phone.post("/konto/password/change/", another)

    assert desktop.get("/mer/").status_code == 302
    assert phone.get("/mer/").status_code == 200
    assert not PushSubscription.objects.exists()
    assert SignIn.objects.get(ended_at=None).session_key == phone.session.session_key


def test_as_many_questions_for_one_as_for_thirty(me):
    phone = sign_in(me, PHONE)
    phone.get(PAGE)
    with CaptureQueriesContext(connection) as of_one:
        phone.get(PAGE)
    for _ in range(29):
        sign_in(me, DESKTOP)

    with CaptureQueriesContext(connection) as of_thirty:
        page = phone.get(PAGE)

    assert len(page.context["devices"]) == 30
    assert len(of_thirty) == len(of_one)


def test_sign_ins_are_forgotten_when_the_browser_has_forgotten_her(me):
    from people.operations import sign_ins  # noqa: PLC0415

    SignIn.objects.create(user=me, began_at=NOW - timedelta(days=500), seen_at=NOW - timedelta(days=401))
    kept = SignIn.objects.create(user=me, began_at=NOW - timedelta(days=500), seen_at=NOW - timedelta(days=399))

    sign_ins.forget(at=NOW)

    assert list(SignIn.objects.all()) == [kept]
