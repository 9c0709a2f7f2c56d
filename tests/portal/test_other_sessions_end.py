"""What she signs in with is another: where she changed it she stays, everywhere else she is signed out."""

import json
from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.test import Client
from django.utils import timezone

from people.models import SignIn
from people.operations import password_links, second_steps
from tests.cast import NOW, with_role
from tests.factories.people import PASSWORD
from tests.people.second_step_world import APP, CODES, KEY, SECURITY, by_password, code_of, with_app
from tests.people.soft_key import SoftKey

pytestmark = pytest.mark.django_db
NEW = "Blabar-och-4-hjortron"


@pytest.fixture(autouse=True)
def _clock():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def her(town):
    return town.substitute(user__phone="+46701740605").user


def browser(user) -> Client:
    """Another where she is in, and has shown what is asked for."""
    client = Client()
    by_password(client, user)
    client.post("/konto/reauthenticate/", {"password": PASSWORD})
    return client


def is_in(client: Client) -> bool:
    return client.get("/mer/").status_code == 200


def adds_an_app(client):
    secret = client.get(APP).context["secret"].replace(" ", "")
    return client.post(APP, {"code": code_of(secret, timezone.now())}, follow=True)


def adds_a_key(client):
    made = SoftKey().make(client.get(KEY).context["options"])
    return client.post(KEY, {"name": "Mobilen", "credential": json.dumps(made)}, follow=True)


def chooses_another_password(client):
    form = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}
    return client.post("/konto/password/change/", form, follow=True)


@pytest.mark.parametrize("does", [adds_an_app, adds_a_key, chooses_another_password])
def test_her_other_sessions_end_and_she_is_told(her, does):
    here, there = browser(her), browser(her)

    page = does(here)

    assert "Du är utloggad i en annan enhet." in page.content.decode()
    assert (is_in(here), is_in(there)) == (True, False)
    assert SignIn.objects.filter(user=her).living(now=NOW).count() == 1


@pytest.mark.parametrize("address", ["{security}{app}/ta-bort/", "{codes}nya/"])
def test_so_they_do_when_a_step_is_removed_or_the_codes_are_others(her, address):
    here, there = browser(her), browser(her)
    app = second_steps.of(with_app(her, at=NOW)).get(type=Authenticator.Type.TOTP)

    here.post(address.format(security=SECURITY, app=app.pk, codes=CODES))

    assert (is_in(here), is_in(there)) == (True, False)


def test_what_is_refused_ends_nothing(her):
    here, there = browser(her), browser(her)
    here.get(APP)

    here.post(APP, {"code": "000000"})
    here.post(KEY, {"name": "Mobilen", "credential": "{}"})
    here.post("/konto/password/change/", {"oldpassword": "fel", "password1": NEW, "password2": NEW})

    assert (is_in(here), is_in(there)) == (True, True)


def test_whoever_has_no_other_session_is_told_of_none(her):
    assert "utloggad" not in adds_an_app(browser(her)).content.decode()


def test_what_a_colleague_takes_away_signs_her_out_everywhere(her):
    there = browser(her)
    with_app(her, at=NOW)

    second_steps.take_away(her, "tappad mobil", by=with_role("system_owner"), at=NOW)

    assert not is_in(there)


def test_the_link_in_her_sms_signs_her_out_everywhere_also_in_the_list(her, town):
    there = browser(her)
    link = password_links.send(her, by=town.planner, at=NOW - timedelta(minutes=1))

    Client().post(f"/konto/lank/{link.token}/", {"password1": NEW, "password2": NEW})

    assert not is_in(there)
    assert not SignIn.objects.filter(user=her).living(now=NOW).exists()
