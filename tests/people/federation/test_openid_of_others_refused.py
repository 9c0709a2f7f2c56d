"""An OpenID provider that others have written, and what somebody does to its answers on the way: nobody is let in."""

import json
from dataclasses import dataclass, field
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
import time_machine
from django.test import Client
from django.utils import timezone
from flask import Flask, Response
from oidc_provider_mock import User, app
from oidc_provider_mock._server import _threaded_server

from portal.federation import OpenIdProvider
from tests.factories.people import UserFactory
from tests.people.federation.journey import PORTAL, Journey
from tests.people.federation.test_providers_of_others import READING

OURS, COMES_BACK_TO = "vikarieportalen", f"{PORTAL}/konto/oidc/eid/svar/"
KNOWN = {"7f3k": "K0042", "9x1m": "K0099"}
GOOD_FOR = timedelta(minutes=5)


@dataclass
class OnTheWay:
    """Between the provider and us: what comes in place of the ID token, once somebody has put it there."""

    issuer: str = ""
    instead: str = ""
    outside: requests.Session = field(default_factory=requests.Session)

    def pass_on(self, answer: Response) -> Response:
        if self.instead and answer.is_json and "id_token" in answer.json:
            answer.set_data(json.dumps(answer.json | {"id_token": self.instead}))
        return answer

    def a_token(self, *, client_id: str, nonce: str, sub: str = "7f3k") -> str:
        """One that the provider itself has signed, for whoever asks it so."""
        asks = {"client_id": client_id, "redirect_uri": COMES_BACK_TO, "nonce": nonce}
        asks |= {"response_type": "code", "scope": "openid profile"}
        address = f"{self.issuer}/oauth2/authorize"
        led = self.outside.post(address, params=asks, data={"sub": sub}, allow_redirects=False, timeout=5)
        form = {"grant_type": "authorization_code", "redirect_uri": COMES_BACK_TO, "code": said(led)["code"]}
        answer = self.outside.post(f"{self.issuer}/oauth2/token", form, auth=(client_id, "tallkottar"), timeout=5)
        token: str = answer.json()["id_token"]
        return token


def said(answer: requests.Response) -> dict[str, str]:
    """What stands in the address that it leads to."""
    return in_address(answer.headers["Location"])


def in_address(address: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


@pytest.fixture(autouse=True)
def _known(db):
    """Two colleagues whom the provider knows."""
    UserFactory(employee_number="K0042")
    UserFactory(employee_number="K0099")


@pytest.fixture
def way(settings):
    """Authlib's provider, and somebody between it and us."""
    between = OnTheWay()
    people = [User(sub=sub, claims={"employee_number": number}) for sub, number in KNOWN.items()]
    theirs: Flask = app(user_claims=people, access_token_max_age=GOOD_FOR)
    theirs.after_request(between.pass_on)
    with _threaded_server(theirs) as server, between.outside:
        between.issuer = f"http://localhost:{server.server_port}"
        chosen = {"reading": READING, "issuer": between.issuer, "client_id": OURS, "secret": "tallkottar"}
        provider = OpenIdProvider(id="eid", shown="e-legitimation", scopes=("openid", "profile"), **chosen)
        settings.PORTAL_URL, settings.IDENTITY_PROVIDERS = PORTAL, {"eid": provider}
        yield between


@pytest.fixture
def journey(way):
    return Journey(Client(), way.outside)


def says_yes(journey: Journey, address: str) -> str:
    """She signs in there; the address that it leads back to, without the portal's own."""
    answer = journey.outside.post(address, data={"sub": "7f3k"}, allow_redirects=False, timeout=5)
    return answer.headers["Location"].removeprefix(PORTAL)


def refused(journey: Journey, answer: str) -> bool:
    """Whether it is the plain page, and no session came of it."""
    return journey.client.get(answer).status_code == 401 and not journey.is_in


def test_what_nobody_has_touched_lets_her_in(way, journey):
    address = journey.begin()
    way.instead = way.a_token(client_id=OURS, nonce=in_address(address)["nonce"])

    journey.client.get(says_yes(journey, address))

    assert journey.is_in


def test_a_token_that_it_signed_for_another_service_is_refused(way, journey, caplog):
    address = journey.begin()
    way.instead = way.a_token(client_id="en-annan", nonce=in_address(address)["nonce"])

    assert refused(journey, says_yes(journey, address))
    assert "audience" in caplog.text


def test_a_token_that_it_signed_for_an_earlier_sign_in_is_refused(way, journey, caplog):
    way.instead = way.a_token(client_id=OURS, nonce="den-förra")

    assert refused(journey, says_yes(journey, journey.begin()))
    assert "nonce" in caplog.text


def test_a_token_whose_time_is_over_is_refused(way, journey, caplog):
    address = journey.begin()
    way.instead = way.a_token(client_id=OURS, nonce=in_address(address)["nonce"])

    with time_machine.travel(timezone.now() + GOOD_FOR + timedelta(minutes=2)):
        assert refused(journey, says_yes(journey, address))
    assert "expired" in caplog.text


@pytest.mark.parametrize("part", [0, 1, 2], ids=["header", "claims", "signature"])
def test_a_token_that_is_changed_on_the_way_is_refused(way, journey, part):
    """Each part of hers in place of the same part of a colleague's."""
    address = journey.begin()
    nonce = in_address(address)["nonce"]
    hers = way.a_token(client_id=OURS, nonce=nonce).split(".")
    anothers = way.a_token(client_id=OURS, nonce=nonce, sub="9x1m").split(".")
    anothers[part] = hers[part] if part else "eyJhbGciOiJub25lIn0"
    way.instead = ".".join(anothers)

    assert refused(journey, says_yes(journey, address))


def test_a_code_for_another_service_is_refused(journey):
    address = journey.begin()

    assert refused(journey, says_yes(journey, address.replace(OURS, "en-annan")))


def test_an_answer_is_good_once(journey):
    answer = says_yes(journey, journey.begin())
    journey.client.get(answer)
    assert journey.is_in
    journey.client.logout()

    assert refused(journey, answer)


def test_a_code_is_good_once_also_with_a_sign_in_of_its_own(journey):
    """Whoever has seen it in an address begins a sign-in of her own, and puts it there."""
    used = says_yes(journey, journey.begin())
    journey.client.get(used)
    another = Journey(Client(), journey.outside)
    state = in_address(another.begin())["state"]

    assert refused(another, used.replace(in_address(used)["state"], state))


def test_the_state_of_another_browser_is_refused(journey):
    answer = says_yes(journey, journey.begin())
    another = Journey(Client(), journey.outside)
    another.begin()

    assert refused(another, answer)
