"""Answers that are not what they must be: a plain page, and nobody is signed in."""

import time

import pytest
from django.test import Client

from tests.factories.people import UserFactory
from tests.people.federation.journey import PORTAL, Journey
from tests.standins.tokens import Signer, key_pair

MINUTE = 60


@pytest.fixture(autouse=True)
def _known(op, db):
    op.person["employee_number"] = "K0042"
    UserFactory(employee_number="K0042")


def refused(journey, answer) -> bool:
    """Whether it is the plain page, and no session came of it."""
    plain = "Inloggningen gick inte att slutföra" in answer.content.decode()
    return answer.status_code == 401 and plain and not journey.is_in


def wrong_claims() -> dict[str, dict]:
    now = int(time.time())
    return {
        "another audience": {"aud": "en-annan"},
        "several audiences, and for none of them more": {"aud": ["vikarieportalen", "en-annan"]},
        "another authorised party": {"azp": "en-annan"},
        "no audience": {"aud": None},
        "another issuer": {"iss": "https://elak.example"},
        "no issuer": {"iss": None},
        "another nonce": {"nonce": "en-annan"},
        "no nonce": {"nonce": None},
        "expired": {"exp": now - 2 * MINUTE},
        "no expiry": {"exp": None},
        "an expiry that is no number": {"exp": "snart"},
        "an expiry that is never too late": {"exp": float("nan")},
        "issued in the future": {"iat": now + 5 * MINUTE},
        "issued long ago": {"iat": now - 60 * MINUTE},
        "not issued": {"iat": None},
        "not yet": {"nbf": now + 5 * MINUTE},
        "nobody": {"sub": None},
    }


@pytest.mark.parametrize("what", wrong_claims())
def test_a_token_that_says_what_it_must_not_is_refused(journey, op, what):
    op.wrong.claims = wrong_claims()[what]

    assert refused(journey, journey.whole())


@pytest.mark.parametrize(
    "signer",
    [
        Signer("RS256", key_pair("somebody else's"), "nyckel-1"),
        Signer("RS256", key_pair("its own"), "en-okänd-nyckel"),
        Signer("none", key_pair("its own"), "nyckel-1"),
        Signer("HS256", key_pair("its own"), "nyckel-1"),
        Signer("ES256", key_pair("another kind", "EC"), "nyckel-1"),
    ],
    ids=[
        "with another key",
        "with a key that nobody knows",
        "by nobody",
        "by its public key",
        "by another kind of key",
    ],
)
def test_a_token_that_is_not_signed_as_it_must_be_is_refused(journey, op, signer):
    op.wrong.signer = signer

    assert refused(journey, journey.whole())


def test_a_new_key_of_the_provider_is_fetched(journey, op):
    journey.whole()
    journey.client.logout()
    op.signer = Signer("ES256", key_pair("its next", "EC"), "nyckel-2")

    journey.whole()

    assert journey.is_in


def test_unknown_keys_make_us_ask_for_new_ones_once_a_minute(journey, op):
    op.wrong.signer = Signer("RS256", key_pair("its own"), "en-okänd-nyckel")
    for _ in range(3):
        journey.whole()

    assert op.asked.count("/jwks") == 2


@pytest.mark.parametrize("answer", [{"state": "en-annan"}, {"iss": "https://elak.example"}, {"code": "en-annan"}])
def test_an_answer_that_is_not_to_what_was_asked_is_refused(journey, op, answer):
    op.wrong.answer = answer

    assert refused(journey, journey.whole())


def test_an_answer_is_good_for_the_browser_that_asked_alone(journey, op):
    answer = journey.answer(journey.begin())
    another = Journey(Client(), journey.outside)

    assert refused(another, another.client.get(answer))


def test_an_answer_is_good_once(journey, op):
    answer = journey.answer(journey.begin())
    journey.client.get(answer)
    journey.client.logout()

    assert refused(journey, journey.client.get(answer))


def test_a_code_is_good_for_the_sign_in_that_it_was_given_to_alone(journey, op):
    """Somebody puts the code of her own sign-in into another's; the provider looks at PKCE."""
    hers = journey.answer(journey.begin())
    another = Journey(Client(), journey.outside)
    stolen = hers.replace(state_in(hers), state_in(another.answer(another.begin())))

    assert refused(another, another.client.get(stolen))


def test_a_code_that_a_careless_provider_takes_again_brings_a_token_of_another_sign_in(journey, op):
    op.wrong.takes_codes_again = True
    op.wrong.claims = {"nonce": "den-förra"}

    assert refused(journey, journey.whole())


@pytest.mark.parametrize(
    "tokens",
    [
        (500, "trasigt"),
        (200, "inte JSON"),
        (200, {"id_token": "x"}),
        (200, {"access_token": "x"}),
        (200, {"access_token": "x", "id_token": "x.y.z"}),
        (200, {"access_token": "x", "id_token": 7}),
    ],
)
def test_a_provider_that_breaks_breaks_nothing_here(journey, op, tokens):
    op.wrong.tokens = tokens

    assert refused(journey, journey.whole())


def test_userinfo_of_another_person_is_refused(journey, op):
    op.only_at_userinfo = {"employee_number"}
    op.wrong.userinfo = {"sub": "en-annan"}

    assert refused(journey, journey.whole())


def test_what_is_signed_is_believed_before_what_is_not(journey, op, chosen):
    chosen(groups_claim="groups")
    op.wrong.userinfo = {"employee_number": "K9999"}

    journey.whole()

    assert journey.is_in
    assert "/userinfo" in op.asked


@pytest.mark.parametrize("description", [{"issuer": "https://elak.example"}, {"jwks_uri": None}])
def test_a_description_that_is_not_the_providers_is_not_used(journey, op, description):
    op.wrong.description = description

    assert journey.client.post("/konto/via/eid/")["Location"] == "/konto/login/"


def test_who_was_signed_in_before_stays_so_and_is_told(journey, op):
    journey.client.force_login(UserFactory())
    op.wrong.claims = {"aud": "en-annan"}

    page = journey.whole()

    assert page.status_code == 401
    assert "Du är inloggad som förut." in page.content.decode()
    assert journey.is_in


def test_who_comes_with_nothing_is_refused(journey):
    assert refused(journey, journey.client.get("/konto/oidc/eid/svar/"))


def test_what_was_answered_is_not_in_the_log(journey, op, caplog):
    op.wrong.claims = {"aud": "en-annan"}

    journey.whole()

    assert "audience" in caplog.text
    assert "K0042" not in caplog.text


def test_she_comes_back_to_the_portals_own_address(journey, op):
    answer = journey.client.post("/konto/via/eid/", headers={"host": "127.0.0.1"})

    assert f"redirect_uri={PORTAL.replace(':', '%3A').replace('/', '%2F')}" in answer.context["address"]


def state_in(address: str) -> str:
    return address.partition("state=")[2].partition("&")[0]
