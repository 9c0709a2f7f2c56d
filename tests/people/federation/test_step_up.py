"""What an e-ID is worth, how it is asked for on the spot, and that nobody else may answer for her."""

import time
from datetime import UTC, datetime, timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from people import strength
from people.models import User
from people.strength import SAID, Strength
from portal.sign_in import SECOND_STEP_AREAS
from tests.factories.people import UserFactory
from tests.people.second_step_world import SECRET, code_of, with_app

pytest.importorskip("onelogin", reason="the library for SAML is not installed: requirements-saml.in")

from tests.standins.saml import moment

SURE, WEAK = "urn:bankid", "urn:password"
AGAIN = {"process": "reauthenticate", "next": "/konto/bekrafta/?next=/intyg/"}


@pytest.fixture
def strict(settings):
    settings.SECOND_STEP_REQUIRED_FOR = SECOND_STEP_AREAS


@pytest.fixture
def asked_for(chosen):
    """The municipality takes `SURE` for two steps."""
    chosen(strong=(SURE,))


def strength_of(journey, rf) -> Strength:
    request = rf.get("/")
    request.session = journey.client.session
    request.user = User.objects.get(pk=request.session["_auth_user_id"])
    return strength.of(request)


@pytest.mark.parametrize(("acr", "comes_to"), [(SURE, Strength.TWO_STEPS), (WEAK, Strength.BY_PASSWORD)])
def test_an_e_id_is_worth_what_it_says_of_itself(journey, op, her, asked_for, rf, acr, comes_to):
    op.person["acr"] = acr

    journey.whole()

    assert strength_of(journey, rf) is comes_to


def test_who_has_an_app_is_not_asked_for_it_after_an_e_id_that_is_sure(journey, op, her, asked_for):
    with_app(her, at=timezone.now())
    op.person["acr"] = SURE

    assert journey.whole()["Location"] == "/min-sida/"
    assert journey.is_in


def test_who_has_an_app_is_asked_for_it_after_one_that_is_not(journey, op, her, asked_for, rf):
    with_app(her, at=timezone.now())
    op.person["acr"] = WEAK

    assert journey.whole()["Location"].startswith("/konto/login/kod/")
    assert not journey.is_in

    journey.client.post("/konto/login/kod/", {"code": code_of(SECRET, timezone.now())})
    assert journey.client.session[SAID]["acr"] == WEAK
    assert strength_of(journey, rf) is Strength.TWO_STEPS


def test_while_the_app_is_waited_for_the_session_holds_whose_it_is_and_no_more(journey, op, her, asked_for):
    with_app(her, at=timezone.now())
    op.person["acr"] = WEAK
    journey.whole()

    kept = repr(dict(journey.client.session))

    for secret in (her.password, her.phone or her.username, "en-biljett", "K0042", op.person["sub"]):
        assert secret not in kept


def test_an_e_id_on_the_spot_opens_what_was_asked_for(journey, op, her, asked_for, strict):
    journey.client.force_login(her)
    op.person["acr"] = SURE
    assert journey.client.get("/mina-uppgifter/").url == "/konto/bekrafta/?next=/mina-uppgifter/"

    journey.whole(**AGAIN | {"next": "/konto/bekrafta/?next=/mina-uppgifter/"})

    assert journey.client.get("/mina-uppgifter/").status_code == 200


def test_nobody_else_may_answer_for_her_there(journey, op, her):
    journey.client.force_login(other := UserFactory())

    page = journey.whole(**AGAIN)

    assert page.status_code == 403
    assert "Det var någon annan" in page.content.decode()
    assert journey.client.session["_auth_user_id"] == str(other.pk)
    assert SAID not in journey.client.session


def test_a_proof_of_this_morning_does_not_show_that_she_sits_there_now(journey, op, her):
    journey.client.force_login(her)

    op.person["auth_time"] = int(time.time()) - 3600
    page = journey.whole(**AGAIN)
    assert page.status_code == 403
    assert "Inloggningen gick inte att slutföra" in page.content.decode()
    assert SAID not in journey.client.session

    op.person["auth_time"] = int(time.time()) - 30
    assert journey.whole(**AGAIN)["Location"] == AGAIN["next"]


def test_nor_does_one_by_saml(saml):
    saml.client.force_login(UserFactory(employee_number="K0042"))
    saml.idp.wrong.facts = {"proved": moment(datetime.now(UTC) - timedelta(hours=1))}
    asked = saml.idp.asked(saml.client.post("/konto/via/kommunen/", AGAIN).context["address"])

    assert saml.come_back(saml.idp.answer(asked)).status_code == 403
    assert SAID not in saml.client.session


def test_a_link_keeps_what_it_is_for(journey, her):
    journey.client.force_login(her)

    page = journey.client.get("/konto/via/eid/", AGAIN).content.decode()

    assert '<input type="hidden" name="process" value="reauthenticate">' in page


def test_a_provider_that_is_down_leads_back_to_the_other_ways_to_show_it(journey, op, her, strict):
    journey.client.force_login(her)
    op.close()

    assert journey.client.post("/konto/via/eid/", AGAIN)["Location"] == AGAIN["next"]


def test_by_saml_as_well_nobody_else_may_answer_for_her(saml, settings):
    UserFactory(employee_number="K0042")
    saml.client.force_login(other := UserFactory())
    asked = saml.idp.asked(saml.client.post("/konto/via/kommunen/", AGAIN).context["address"])

    page = saml.come_back(saml.idp.answer(asked))

    assert page.status_code == 403
    assert saml.client.session["_auth_user_id"] == str(other.pk)


def test_by_saml_as_well_it_is_worth_what_it_says(saml, rf):
    UserFactory(employee_number="K0042")
    saml.whole()
    assert strength_of(saml, rf) is Strength.TWO_STEPS

    saml.client.logout()
    saml.idp.wrong.facts = {"context": "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport"}
    saml.whole()
    assert strength_of(saml, rf) is Strength.BY_PASSWORD


@pytest.mark.parametrize(
    ("way", "action"), [("via/kommunen/", "federated_sign_in"), ("saml/kommunen/svar/", "saml_answer")]
)
def test_one_address_that_asks_without_end_is_told_to_wait(saml, settings, way, action):
    cache.clear()
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {action: "2/m/ip"}

    answers = [saml.client.post(f"/konto/{way}", {"SAMLResponse": "x"}).status_code for _ in range(3)]

    assert answers[2] == 429
    assert 429 not in answers[:2]
    assert saml.client.post(f"/konto/{way}", REMOTE_ADDR="192.0.2.7").status_code != 429


@pytest.mark.parametrize("action", ["federated_sign_in", "saml_answer"])
def test_three_hundred_behind_one_address_come_in_within_a_minute(settings, action):
    most, per, whose = settings.ACCOUNT_RATE_LIMITS[action].split("/")

    assert (int(most) >= 600, per, whose) == (True, "m", "ip")
