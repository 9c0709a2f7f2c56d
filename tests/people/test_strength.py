"""What somebody has shown, and what it comes to."""

import pytest

from people.strength import Step, Strength, step, strength, worth_showing
from portal.federation import IdentityProvider, Reading

PASSWORD = {"method": "password", "at": 1}
SMS = {"method": "code", "phone": True, "at": 2}
APP = {"method": "mfa", "type": "totp", "at": 3}
RESERVE = {"method": "mfa", "type": "recovery_codes", "at": 3}
PASSKEY = {"method": "mfa", "type": "webauthn", "passwordless": True, "at": 4}
BY_PROVIDER = {"method": "socialaccount", "provider": "kommunen", "uid": "7", "at": 5}
SURE = {"provider": "kommunen", "protocol": "oidc", "amr": ["pwd", "mfa"]}
BY_MAIL = {"method": "code", "email": "nagon@alvsunda.example", "at": 6}


@pytest.mark.parametrize(
    ("records", "comes_to"),
    [
        ([], Strength.BY_CODE),
        ([SMS], Strength.BY_CODE),
        ([SMS, APP], Strength.BY_CODE),
        ([BY_MAIL], Strength.BY_CODE),
        ([PASSWORD], Strength.BY_PASSWORD),
        ([PASSWORD, PASSWORD], Strength.BY_PASSWORD),
        ([PASSWORD, BY_MAIL], Strength.BY_PASSWORD),
        ([PASSWORD, SMS], Strength.TWO_STEPS),
        ([SMS, PASSWORD], Strength.TWO_STEPS),
        ([PASSWORD, APP], Strength.TWO_STEPS),
        ([PASSWORD, RESERVE], Strength.TWO_STEPS),
        ([PASSKEY], Strength.TWO_STEPS),
        ([{"method": "something new"}], Strength.BY_CODE),
    ],
)
def test_what_was_shown_comes_to(records, comes_to):
    assert strength(shown for shown in map(step, records) if shown) is comes_to


@pytest.fixture
def asks_for(settings):
    """`asks_for("loa3")`: the proofs that the municipality takes for two steps, of its provider."""

    def set_up(*strong: str) -> None:
        reading = Reading("employee_number", "number", "", {})
        settings.IDENTITY_PROVIDERS = {
            "kommunen": IdentityProvider(id="kommunen", shown="x", reading=reading, strong=strong)
        }

    return set_up


@pytest.mark.parametrize("said", [{}, {"acr": ""}, {"acr": "0"}, {"amr": ["pwd"]}, {"acr": "urn:nothing:we:know"}])
def test_a_providers_word_is_a_password_unless_it_says_more(asks_for, said):
    asks_for()
    said = {"provider": "kommunen", "protocol": "oidc", **said}

    assert step(BY_PROVIDER, said) is Step.WORD
    assert strength([Step.WORD]) is strength([Step.WORD, Step.PASSWORD]) is Strength.BY_PASSWORD
    assert strength([Step.WORD, Step.APP]) is strength([Step.WORD, Step.CODE]) is Strength.TWO_STEPS


@pytest.mark.parametrize("said", [{"acr": "http://id.elegnamnden.se/loa/1.0/loa3"}, {"amr": ["pwd", "mfa"]}])
def test_where_nothing_is_asked_for_what_everybody_knows_as_sure_is_two_steps(asks_for, said):
    asks_for()

    assert step(BY_PROVIDER, {"provider": "kommunen", "protocol": "oidc", **said}) is Step.EID
    assert strength([Step.EID]) is Strength.TWO_STEPS


def test_where_something_is_asked_for_nothing_else_will_do(asks_for):
    asks_for("urn:bankid", "urn:freja")

    assert step(BY_PROVIDER, SURE) is Step.WORD
    assert step(BY_PROVIDER, {"provider": "kommunen", "protocol": "oidc", "acr": "urn:freja"}) is Step.EID


def test_who_came_by_one_that_is_there_no_more_has_shown_nothing(asks_for, settings):
    asks_for()
    assert step(BY_PROVIDER, SURE | {"provider": "en-annan"}) is None
    assert step(BY_PROVIDER, None) is None

    settings.IDENTITY_PROVIDERS = {}
    assert step(BY_PROVIDER, SURE) is None


@pytest.mark.parametrize(
    ("so_far", "has", "helps"),
    [
        ([], [Step.CODE, Step.PASSWORD], [Step.PASSWORD]),
        ([Step.CODE], [Step.CODE, Step.PASSWORD, Step.APP], [Step.PASSWORD]),
        ([Step.PASSWORD], [Step.CODE, Step.PASSWORD, Step.APP, Step.KEY], [Step.CODE, Step.APP, Step.KEY]),
        ([Step.PASSWORD], [Step.PASSWORD], []),
        ([Step.KEY], [Step.PASSWORD, Step.CODE], []),
        ([Step.WORD], [Step.PASSWORD, Step.CODE, Step.APP], [Step.CODE, Step.APP]),
    ],
)
def test_only_what_makes_the_session_stronger_is_asked_for(so_far, has, helps):
    assert worth_showing(so_far, has) == helps
