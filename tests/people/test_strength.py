"""What somebody has shown, and what it comes to."""

import pytest

from people.strength import Step, Strength, step, strength, worth_showing

PASSWORD = {"method": "password", "at": 1}
SMS = {"method": "code", "phone": True, "at": 2}
APP = {"method": "mfa", "type": "totp", "at": 3}
RESERVE = {"method": "mfa", "type": "recovery_codes", "at": 3}
PASSKEY = {"method": "mfa", "type": "webauthn", "passwordless": True, "at": 4}
EID = {"method": "socialaccount", "provider": "kommunen", "uid": "7", "at": 5}
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
        ([EID], Strength.TWO_STEPS),
        ([{"method": "something new"}], Strength.BY_CODE),
    ],
)
def test_what_was_shown_comes_to(records, comes_to):
    assert strength(shown for shown in map(step, records) if shown) is comes_to


@pytest.mark.parametrize(
    ("so_far", "has", "helps"),
    [
        ([], [Step.CODE, Step.PASSWORD], [Step.PASSWORD]),
        ([Step.CODE], [Step.CODE, Step.PASSWORD, Step.APP], [Step.PASSWORD]),
        ([Step.PASSWORD], [Step.CODE, Step.PASSWORD, Step.APP, Step.KEY], [Step.CODE, Step.APP, Step.KEY]),
        ([Step.PASSWORD], [Step.PASSWORD], []),
        ([Step.KEY], [Step.PASSWORD, Step.CODE], []),
    ],
)
def test_only_what_makes_the_session_stronger_is_asked_for(so_far, has, helps):
    assert worth_showing(so_far, has) == helps
