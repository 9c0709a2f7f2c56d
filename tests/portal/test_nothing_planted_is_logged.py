"""Whatever somebody sends, no log has it: not the security log, not the other, whoever wrote the line."""

import logging
import uuid

import pytest
from django.test import Client
from django.urls import reverse

from messaging.models import Message
from tests.factories.people import PASSWORD
from tests.planted import CODE, EMAIL, NAME, PHONE, PLANTED, REAL, SECRET, TOKEN, WRITTEN, nothing_of


@pytest.mark.parametrize("value", PLANTED)
def test_as_a_name_or_a_password_to_sign_in_with(value, logs, client, db):
    client.post("/konto/login/", {"login": value, "password": value})
    client.post("/konto/password/reset/", {"email": value})

    assert "sign_in.failed" in logs.getvalue()
    nothing_of((value,), logs)


@pytest.mark.parametrize("value", PLANTED)
@pytest.mark.parametrize("who", ["nobody", "substitute", "planner"])
def test_in_an_address_a_search_a_form_a_cookie_or_a_header(value, who, logs, town):
    browser = Client(raise_request_exception=False, headers={"referer": f"/{value}/", "user-agent": value})
    if who != "nobody":
        browser.force_login(town.planner if who == "planner" else town.substitute().user)
    browser.cookies["vem"] = value

    for address in ("/sok/", "/admin/vikarier/", "/lediga-jobb/", "/intyg/kontroll/", "/finns-inte/"):
        browser.get(address, {"q": value, "nummer": value, "kontrollvarde": value, "next": value})
        browser.post(address, {"q": value, "text": value, "phone": value, "code": value})
    browser.get(f"/{value}/")
    browser.get(f"/bokningar/{value}/")

    nothing_of((value,), logs)


@pytest.mark.parametrize("value", [TOKEN, SECRET])
def test_in_an_address_that_opens_something(value, logs, client, db):
    for route, kwargs in (
        ("booking:enquiry_by_link", {"token": value}),
        ("booking:calendar_feed_file", {"token": value}),
        ("account_reset_password_from_key", {"uidb36": "1", "key": value}),
    ):
        client.get(reverse(route, kwargs=kwargs))

    nothing_of((value,), logs)


def test_in_what_the_portal_itself_says_when_it_fails(logs):
    for value in PLANTED:
        logging.getLogger("booking").error("Could not send %s", value, exc_info=ValueError(value))

    nothing_of(PLANTED, logs)


def test_by_her_own_way_in_and_what_she_changes(logs, town):
    her = town.substitute(user__phone=PHONE, user__email=EMAIL, user__last_name=NAME).user
    browser = Client()
    browser.post("/konto/login/", {"login": EMAIL, "password": PASSWORD})
    browser.get("/profil/")
    browser.post("/profil/mobilnummer/", {"phone": WRITTEN})
    browser.post("/profil/mobilnummer/kod/", {"code": CODE})
    browser.post("/konto/password/change/", {"oldpassword": PASSWORD, "password1": SECRET, "password2": SECRET})
    browser.post("/konto/logout/")

    assert "sign_in.done" in logs.getvalue()
    nothing_of((*PLANTED, NAME, PASSWORD, her.username), logs)


def test_no_personnummer_leaves_in_a_message(logs, town, signed_in):
    somebody, form = town.substitute(user__phone=PHONE), {"body": f"Hej {REAL}", "command": str(uuid.uuid4())}

    signed_in(town.planner).post(reverse("writing:to_one", args=[somebody.pk]), form)

    message = Message.objects.get()
    assert REAL not in message.body
    assert "(personnummer borttaget)" in message.body
    nothing_of((REAL,), logs)
