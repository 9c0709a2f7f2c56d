"""An event says who, what, when and from where, on one line that nothing can break out of."""

import json
import logging
from datetime import UTC, datetime

import pytest
from django.test import RequestFactory

from portal import security_log
from portal.logs import AsJson, to_standard_error
from tests.factories.people import UserFactory
from tests.listening import listening

PLANTED = {
    "phone": "+46701740699",
    "as it is written": "070-174 06 99",
    "personnummer": "19900101-1239",
    "code": "482913",
    "password": "Vatten-sten-19-mossa",
    "token": "Zm9yZmFsc2thZC1ueWNrZWwtc29tLWludGU",
    "email": "hemlig.person@alvsunda.example",
}


def test_an_event_says_who_what_when_and_from_where(rf: RequestFactory, db):
    user = UserFactory()
    request = rf.get("/admin/", REMOTE_ADDR="192.0.2.7")

    with listening() as told:
        security_log.event("sign_in.done", request=request, user=user, about=user, methods=["password"])

    (event,) = told
    assert abs(datetime.fromisoformat(event["at"]) - datetime.now(UTC)).total_seconds() < 60
    assert event["at"].endswith("Z")
    assert (event["event"], event["user"], event["about"]) == ("sign_in.done", user.pk, f"user:{user.pk}")
    assert (event["from"], event["asked"], event["facts"]) == ("192.0.2.7", "GET /admin/", {"methods": ["password"]})


def test_the_address_is_the_one_that_our_own_proxies_tell(rf, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    request = rf.get("/", REMOTE_ADDR="127.0.0.1", headers={"X-Forwarded-For": "203.0.113.9, 198.51.100.4"})

    with listening() as told:
        security_log.event("access.denied", request=request)

    assert told[0]["from"] == "198.51.100.4"


def test_without_proxies_no_header_is_believed(rf):
    request = rf.get("/", REMOTE_ADDR="192.0.2.7", headers={"X-Forwarded-For": "203.0.113.9", "X-Request-ID": "a" * 20})

    with listening() as told:
        security_log.event("access.denied", request=request)

    assert told[0]["from"] == "192.0.2.7"


def test_what_is_handed_in_cannot_begin_a_line_of_its_own():
    record = logging.LogRecord("security", logging.INFO, "", 0, 'x\n{"event": "sign_in.done"}', None, None)

    assert AsJson().format(record).count("\n") == 0


def test_the_events_of_one_request_have_its_number(client, town):
    client.force_login(town.planner)

    with listening() as told:
        client.get(f"/admin/bestallningar/{town.workplace.pk}/")

    numbers = {event["request"] for event in told}
    assert len(told) >= 1
    assert len(numbers) == 1
    assert "" not in numbers


@pytest.mark.parametrize("name", PLANTED)
def test_whatever_fact_is_handed_in_its_value_is_masked(name):
    with listening() as told:
        security_log.event("x.y", **{name.split()[0]: PLANTED[name]})

    assert PLANTED[name] not in json.dumps(told[0], ensure_ascii=False)


@pytest.mark.parametrize("name", sorted(PLANTED.keys() - {"password"}))
def test_what_has_a_shape_is_masked_under_whatever_name(name):
    """A password has none: `test_security_events_take_no_words.py` asks that no event is given any words."""
    with listening() as told:
        security_log.event("x.y", about=PLANTED[name], why=f"({PLANTED[name]})", deep=[{"kind": PLANTED[name]}])

    assert PLANTED[name] not in json.dumps(told[0], ensure_ascii=False)


def test_a_file_of_its_own_is_opened_anew_when_it_is_rotated(tmp_path):
    settings = to_standard_error("INFO", str(tmp_path / "security.jsonl"))

    assert settings["handlers"]["security"]["class"] == "logging.handlers.WatchedFileHandler"
    assert settings["loggers"]["security"]["propagate"] is False
