"""Where exactly an ID token stops being good, by a clock that stands still."""

from datetime import UTC, datetime

import pytest

from people.federation.answers import Untrusted
from people.federation.id_token import Expected, UnknownKey, verified
from tests.standins.tokens import Signer, key_pair, signed

NOW = datetime(2026, 5, 12, 3, 45, tzinfo=UTC)
NOON = int(NOW.timestamp())
OURS = Expected("https://op.example", "vikarieportalen", "en-nonce")
SIGNER = Signer("RS256", key_pair("its own"), "nyckel-1")
RIGHT = {"iss": OURS.issuer, "aud": OURS.client_id, "sub": "7f3k", "nonce": "en-nonce", "iat": NOON, "exp": NOON + 300}


def read(signer: Signer = SIGNER, keys: list | None = None, expected: Expected = OURS, **claims):
    return verified(signed(RIGHT | claims, signer), keys or [SIGNER.public()], expected, at=NOW)


def test_a_right_one_says_what_it_says():
    assert read(azp="vikarieportalen", number="K0042")["number"] == "K0042"


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ({"exp": NOON - 59}, {"exp": NOON - 60}),
        ({"iat": NOON + 60}, {"iat": NOON + 61}),
        ({"iat": NOON - 600}, {"iat": NOON - 601}),
        ({"nbf": NOON + 60}, {"nbf": NOON + 61}),
        ({"sub": "x" * 255}, {"sub": "x" * 256}),
        ({"aud": ["vikarieportalen"]}, {"aud": ["en-annan"]}),
        ({"aud": ["en-annan", "vikarieportalen"], "azp": "vikarieportalen"}, {"aud": ["en-annan", "vikarieportalen"]}),
    ],
)
def test_it_is_good_up_to_there(good, bad):
    read(**good)
    with pytest.raises(Untrusted):
        read(**bad)


@pytest.mark.parametrize("claims", [{"exp": True}, {"nbf": None}, {"nbf": "nu"}, {"sub": ""}, {"sub": 7}, {"azp": []}])
def test_what_is_of_another_kind_is_refused(claims):
    with pytest.raises(Untrusted):
        read(**claims)


def test_without_a_nonce_of_ours_nothing_is_believed():
    with pytest.raises(Untrusted, match="nonce"):
        read(expected=Expected(OURS.issuer, OURS.client_id, ""), nonce="")


def test_one_that_names_no_key_is_checked_by_the_only_one():
    nameless = Signer("RS256", SIGNER.key, None)

    read(nameless)
    with pytest.raises(UnknownKey):
        read(nameless, [SIGNER.public(), SIGNER.public() | {"kid": "nyckel-2"}])


STRANGER = Signer("RS256", key_pair("a stranger's"), "nyckel-1")


@pytest.mark.parametrize("brought", [{"jwk": STRANGER.public()}, {"jku": "https://elak.example/jwks"}])
def test_a_key_that_the_token_brings_along_checks_nothing(brought):
    stranger = Signer("RS256", STRANGER.key, "nyckel-1", tuple(brought.items()))

    with pytest.raises(Untrusted, match="signature"):
        read(stranger)


def test_what_the_token_says_must_be_understood_and_is_not_is_refused():
    critical = (("crit", ["exp-for-ever"]), ("exp-for-ever", True))

    with pytest.raises(Untrusted):
        read(Signer("RS256", SIGNER.key, "nyckel-1", critical))


@pytest.mark.parametrize("of_the_key", [{"use": "enc"}, {"alg": "RS512"}, {"kty": "oct", "k": "aGVtbGln"}])
def test_a_key_for_something_else_checks_nothing(of_the_key):
    with pytest.raises(UnknownKey):
        read(keys=[SIGNER.public() | of_the_key])


@pytest.mark.parametrize("algorithm", ["PS256", "RS512", "ES256"])
def test_other_algorithms_with_two_keys_are_as_good(algorithm):
    signer = Signer(algorithm, key_pair(algorithm, "EC" if algorithm == "ES256" else "RSA"), "nyckel-2")

    assert read(signer, [SIGNER.public(), signer.public()])["sub"] == "7f3k"


@pytest.mark.parametrize("token", ["", "x", "x.y.z", "..", "å.å.å", "e30.e30.e30"])
def test_what_is_no_token_is_refused(token):
    with pytest.raises(Untrusted):
        verified(token, [SIGNER.public()], OURS, at=NOW)
