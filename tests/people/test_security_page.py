"""Inloggning och säkerhet: what she has, what she adds, and what she removes."""

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.db import connection
from django.test.utils import CaptureQueriesContext

from messaging.models import Channel, Message
from people.models import HistoryEntry
from people.operations import second_steps
from tests.cast import NOW
from tests.factories.people import SubstituteFactory, UserFactory
from tests.people.second_step_world import (
    APP,
    CODES,
    KEY,
    SECRET,
    SECURITY,
    add_key,
    by_password,
    code_of,
    is_in,
    opened,
    paper_of,
    proven,
    with_app,
)
from tests.people.soft_key import SoftKey

pytestmark = pytest.mark.django_db
Type = Authenticator.Type


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as travelled:
        yield travelled


@pytest.fixture
def her():
    return SubstituteFactory().user


def add_app(client):
    """As she does: the key that stands in text, and the code that it makes."""
    secret = client.get(APP).context["secret"].replace(" ", "")
    return secret, client.post(APP, {"code": code_of(secret, NOW)})


def told(user):
    return list(Message.objects.filter(recipient=user, kind="account.second_step").values_list("body", flat=True))


def test_strangers_are_led_to_the_sign_in(client, her):
    for page in (SECURITY, APP, KEY, CODES):
        assert client.get(page)["Location"].startswith("/konto/login/")


@pytest.mark.parametrize("page", [APP, KEY, CODES])
def test_before_a_change_she_shows_once_more_that_it_is_she(client, her, page):
    client.force_login(her)

    assert client.get(page)["Location"].startswith("/konto/reauthenticate/?next=")


def test_that_she_has_signed_in_just_now_is_not_enough(client, her):
    by_password(client, her)

    assert client.get(APP).status_code == 302


def test_that_she_showed_it_an_hour_ago_is_not_enough(client, her, clock):
    proven(client, her)
    clock.shift(3600)

    assert client.get(APP).status_code == 302


def test_an_app_is_added_by_the_code_it_shows(client, her):
    secret, answer = add_app(proven(client, her))

    assert answer["Location"] == CODES
    assert opened(her) == secret
    assert "Säkerhetskod i app" in client.get(SECURITY).content.decode()


def test_a_wrong_code_adds_no_app_and_the_square_stays_the_same(client, her):
    proven(client, her)
    before = client.get(APP).context["secret"]

    page = client.post(APP, {"code": "000000"})

    assert page.status_code == 422
    assert "Koden stämmer inte" in page.content.decode()
    assert page.context["secret"] == before
    assert not second_steps.of(her).exists()


def test_the_code_that_added_the_app_does_not_let_anybody_in(client, her):
    secret, _answer = add_app(proven(client, her))
    client.logout()
    by_password(client, her)

    client.post("/konto/login/kod/", {"code": code_of(secret, NOW)})

    assert not is_in(client)


def test_an_app_that_is_there_is_not_added_over(client, her):
    secret, _answer = add_app(proven(client, her))

    assert client.get(APP)["Location"] == SECURITY
    assert client.post(APP, {"code": "1"})["Location"] == SECURITY
    assert opened(her) == secret


def test_no_secret_stands_in_the_database_as_it_is(client, her):
    secret = proven(client, her).get(APP).context["secret"].replace(" ", "")
    waiting = Session.objects.get(pk=client.session.session_key).get_decoded()
    client.post(APP, {"code": code_of(secret, NOW)})
    seed = second_steps.of(her).get(type=Type.RECOVERY_CODES).wrap()
    codes, rows = seed.generate_codes(), str(list(Authenticator.objects.values()))

    assert len(codes) == 10
    assert not [one for one in (secret, *codes) if one in rows or one in str(waiting)]
    assert "gAAAA" in rows  # it is there, sealed


def test_the_codes_on_paper_are_shown_once_and_said_to_be(client, her):
    add_app(proven(client, her))

    first, again = client.get(CODES), client.get(CODES)

    assert first.context["codes"] == paper_of(her)
    assert "bara den här gången" in first.content.decode()
    assert again.context["codes"] is None
    assert not any(code in again.content.decode() for code in paper_of(her))


def test_new_codes_take_the_place_of_the_old(client, her):
    add_app(proven(client, her))
    old = client.get(CODES).context["codes"]

    assert client.post(f"{CODES}nya/")["Location"] == CODES

    new = client.get(CODES).context["codes"]
    assert not set(old) & set(new)


def test_pages_with_secrets_are_not_compressed(client, her):
    proven(client, her)

    answer = client.get(APP, headers={"Accept-Encoding": "gzip"})

    assert "Content-Encoding" not in answer
    assert "no-store" in answer["Cache-Control"]


def test_the_square_is_drawn_without_style(client, her):
    page = proven(client, her).get(APP).content.decode()

    square = page[page.index('class="qr"') : page.index("Går det inte")]
    assert "<svg" in square
    assert "style" not in square


def test_keys_are_listed_by_name_and_can_be_called_something_else(client, her):
    add_key(proven(client, her), SoftKey(), "Mobilen <b>")
    key = second_steps.of(her).get(type=Type.WEBAUTHN)
    assert "Mobilen &lt;b&gt;" in client.get(SECURITY).content.decode()

    client.post(f"{KEY}{key.pk}/", {"name": "Jobbdatorn"})

    assert "Jobbdatorn" in client.get(SECURITY).content.decode()


def test_a_key_without_a_name_gets_one(client, her):
    add_key(proven(client, her), SoftKey(), "")

    assert second_steps.of(her).get(type=Type.WEBAUTHN).wrap().name == "Nyckel 1"


def test_when_the_last_is_removed_the_paper_goes_too(client, her):
    add_app(proven(client, her))
    app = second_steps.of(her).get(type=Type.TOTP)

    answer = client.post(f"{SECURITY}{app.pk}/ta-bort/")

    assert answer["Location"] == SECURITY
    assert not second_steps.of(her).exists()


def test_whoever_has_a_desk_keeps_her_last_one(client, town):
    add_app(proven(client, town.planner))
    app = second_steps.of(town.planner).get(type=Type.TOTP)

    page = client.post(f"{SECURITY}{app.pk}/ta-bort/")
    assert page.status_code == 409
    assert "Din roll kräver" in page.content.decode()

    add_key(client, SoftKey())
    client.post(f"{SECURITY}{app.pk}/ta-bort/")
    assert not second_steps.of(town.planner).filter(type=Type.TOTP).exists()


def test_what_is_somebody_elses_does_not_exist(client, her):
    app = second_steps.of(with_app(UserFactory(), at=NOW)).get(type=Type.TOTP)
    proven(client, her)

    assert client.get(f"{SECURITY}{app.pk}/ta-bort/").status_code == 404
    assert client.post(f"{SECURITY}{app.pk}/ta-bort/").status_code == 404
    assert client.post(f"{KEY}{app.pk}/", {"name": "x"}).status_code == 404


def test_she_is_told_of_each_change_and_it_is_in_her_history(client, her):
    proven(client, her)
    add_app(client)
    add_key(client, SoftKey())
    client.post(f"{CODES}nya/")
    for step in second_steps.of(her).exclude(type=Type.RECOVERY_CODES):
        client.post(f"{SECURITY}{step.pk}/ta-bort/")

    sms = Message.objects.filter(recipient=her, kind="account.second_step")
    assert len(told(her)) == 5
    assert all("Var det inte du? Ring Bemanningen genast." in body for body in told(her))
    assert set(sms.values_list("channel", "address")) == {(Channel.SMS, her.phone)}
    deeds = HistoryEntry.objects.filter(user=her).values_list("action", flat=True)
    assert sorted(deeds) == sorted(
        f"substitute.step_{done}" for done in ("added", "added", "codes_renewed", "removed", "removed")
    )


def test_what_a_colleague_changes_is_written_on_her_account(client, town):
    add_app(proven(client, town.manager))

    assert HistoryEntry.objects.get(action="account.step_added").object_id == str(town.manager.pk)


def test_who_came_by_sms_alone_makes_no_key_of_her_own(client, her):
    her.set_unusable_password()
    her.save()
    client.force_login(her)

    page = client.get(KEY)

    assert page.status_code == 403
    assert "Välj ett lösenord först" in page.content.decode()


def test_a_code_or_a_key_shows_too_that_it_is_she(client, her):
    with_app(her, at=NOW)
    client.force_login(her)

    answer = client.post("/konto/bekrafta/kod/", {"code": code_of(SECRET, NOW), "next": KEY})

    assert answer["Location"] == KEY
    assert client.get(KEY).status_code == 200


def test_the_list_asks_as_much_for_many_keys_as_for_one(client, her):
    add_key(proven(client, her), SoftKey())
    asked = count(client)
    for _ in range(4):
        add_key(client, SoftKey())

    assert count(client) == asked


def count(client) -> int:
    with CaptureQueriesContext(connection) as queries:
        client.get(SECURITY)
    return len(queries)
