"""Whatever an identity provider says of somebody, no log has it, whether she is let in or not."""

import pytest

from people import personnummer
from tests.factories.people import UserFactory
from tests.planted import EMAIL, NAME, NUMBER, PHONE, REAL, TOKEN, nothing_of

SAID = {
    "sub": TOKEN, "personal_number": REAL.replace("-", ""), "name": f"Planteria {NAME}", "given_name": "Planteria",
    "family_name": NAME, "email": EMAIL, "phone_number": PHONE, "birthdate": NUMBER[:8],
}  # fmt: skip
NOWHERE = (*SAID.values(), REAL, REAL[2:], NAME)


@pytest.fixture
def going(journey, op, chosen, settings):
    settings.PERSONNUMMER_KEYS = ["en nyckel for prov"]
    chosen(person_by="personnummer", person_claim="personal_number")
    op.person |= SAID
    UserFactory(personnummer_hash=personnummer.keyed(REAL.replace("-", ""), "en nyckel for prov"))
    return journey


@pytest.mark.parametrize(
    ("wrong", "event"),
    [({}, "sign_in.done"), ({"personal_number": NUMBER.replace("-", "")}, "identity.refused")]
    + [({claim: NAME}, "identity.refused") for claim in ("aud", "iss", "nonce", "exp")],
)
def test_of_her_and_of_the_answer(going, op, logs, wrong, event):
    op.wrong.claims = wrong
    state = going.answer(going.begin(next=f"/sok/?q={NAME}"))

    going.client.get(state)

    assert event in logs.getvalue()
    nothing_of((*NOWHERE, NUMBER.replace("-", ""), state.partition("?")[2]), logs)


def test_of_what_the_provider_answers_instead_of_tokens(going, op, logs):
    op.wrong.tokens = (400, {"error": NAME, "error_description": f"{REAL} {EMAIL}"})

    going.whole()

    assert "identity.refused" in logs.getvalue()
    nothing_of(NOWHERE, logs)
