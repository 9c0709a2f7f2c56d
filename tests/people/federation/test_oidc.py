"""In by OpenID Connect, from a provider that behaves."""

import pytest
from allauth.socialaccount.models import SocialAccount, SocialToken

from people import personnummer
from people.models import HistoryEntry, User
from people.operations import identifiers, identity
from people.strength import SAID
from tests.cast import NOW
from tests.factories.people import SubstituteFactory, UserFactory

NUMBER = "199001010017"


def test_a_colleague_comes_in_by_her_employee_number(journey, her):
    answer = journey.whole()

    assert (answer.status_code, answer["Location"]) == (302, "/min-sida/")
    assert journey.client.session["_auth_user_id"] == str(her.pk)


def test_a_substitute_comes_in_by_the_number_of_her_papers(journey, op):
    op.person["employee_number"] = "v000123"
    substitute = SubstituteFactory(employee_number="V000123")

    journey.whole()

    assert journey.client.session["_auth_user_id"] == str(substitute.user_id)


def test_somebody_protected_comes_in_as_before_and_nobody_by_her_alias(journey, op, town):
    substitute = town.substitute(employee_number="V000124")
    identity.mark(substitute, by=town.planner, at=NOW)
    substitute.refresh_from_db()

    op.person["employee_number"] = substitute.employee_number
    assert journey.whole().status_code == 403

    op.person["employee_number"] = "V000124"
    journey.whole()
    assert journey.client.session["_auth_user_id"] == str(substitute.user_id)


def test_by_personnummer_which_is_kept_nowhere(journey, op, chosen, settings):
    chosen(person_by="personnummer", person_claim="personal_number")
    op.person["personal_number"] = NUMBER
    user = UserFactory()
    identifiers.know_by_personnummer(user, "19900101-0017", by=None, at=NOW)

    journey.whole()

    assert journey.client.session["_auth_user_id"] == str(user.pk)
    user.refresh_from_db()
    assert user.personnummer_hash == personnummer.keyed(NUMBER, settings.PERSONNUMMER_KEYS[0])
    kept = [*HistoryEntry.objects.values_list("data", flat=True), dict(journey.client.session)]
    assert NUMBER[2:] not in repr(kept)


def test_a_key_that_was_changed_is_changed_for_her_as_she_comes(journey, op, chosen, settings):
    chosen(person_by="personnummer", person_claim="personal_number")
    op.person["personal_number"] = NUMBER
    user = UserFactory(personnummer_hash=personnummer.keyed(NUMBER, "den gamla nyckeln"))
    settings.PERSONNUMMER_KEYS = ["den nya nyckeln", "den gamla nyckeln"]

    journey.whole()

    user.refresh_from_db()
    assert user.personnummer_hash == personnummer.keyed(NUMBER, "den nya nyckeln")


def test_the_session_holds_how_the_provider_knows_her(journey, her):
    journey.whole()

    loa3 = "http://id.elegnamnden.se/loa/1.0/loa3"
    assert journey.client.session[SAID] == {"provider": "eid", "protocol": "oidc", "acr": loa3, "amr": ["mfa"]}


def test_she_goes_on_to_where_she_was_going_in_this_house_alone(journey, her):
    assert journey.whole(next="/mer/")["Location"] == "/mer/"

    journey.client.logout()
    assert journey.whole(next="https://elak.example/")["Location"] == "/min-sida/"


def test_what_is_told_at_userinfo_alone_is_asked_for_there(journey, her, op):
    op.only_at_userinfo = {"employee_number"}

    journey.whole()

    assert journey.is_in
    assert "/userinfo" in op.asked


def test_nothing_of_hers_is_stored(journey, her):
    journey.whole()

    assert not SocialAccount.objects.exists()
    assert not SocialToken.objects.exists()


def test_an_e_mail_alone_lets_nobody_in_unless_it_is_trusted(journey, op, chosen):
    user = UserFactory(email="elin@alvsunda.example")
    op.person |= {"email": user.email, "email_verified": True}
    assert journey.whole().status_code == 403

    chosen(person_by="trusted_email", person_claim="email")
    journey.whole()
    assert journey.is_in


def test_an_e_mail_that_the_provider_has_not_seen_to_is_not_trusted(journey, op, chosen):
    chosen(person_by="trusted_email", person_claim="email")
    user = UserFactory(email="elin@alvsunda.example")
    op.person |= {"email": user.email, "email_verified": False}

    assert journey.whole().status_code == 403


def test_somebody_unknown_is_told_so_and_gets_no_account(journey, op):
    op.person["employee_number"] = "K9999"

    page = journey.whole()

    assert page.status_code == 403
    assert "Vi hittar inget konto" in page.content.decode()
    assert not journey.is_in
    assert not User.objects.exists()


def test_a_number_of_two_accounts_is_nobodys(journey, op, her):
    SubstituteFactory(employee_number="K0042")

    assert journey.whole().status_code == 403


@pytest.mark.parametrize("over", [{"is_active": False}, {"ends_on": "2020-01-31"}])
def test_a_closed_account_does_not_get_in_and_is_given_nothing(journey, op, her, chosen, town, over):
    chosen(groups_claim="groups")
    op.person["groups"] = ["Redaktion"]
    User.objects.filter(pk=her.pk).update(**over)

    journey.whole()

    assert not journey.is_in
    assert not her.role_assignments.exists()


def test_who_says_no_there_is_told_that_she_is_not_in(journey, op, her):
    op.denies = True

    page = journey.whole()

    assert page.status_code == 401
    assert "Inloggningen avbröts" in page.content.decode()
