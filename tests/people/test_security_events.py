"""What the security log is told of the ways in, the roles, the people and what is refused."""

import uuid

import pytest
from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str

from people.models import Account, Area
from people.operations import colleagues, erasure, exporting, identity, organisation, roles
from people.roles import PLANNER
from tests.cast import NOW
from tests.factories.people import PASSWORD, SubstituteFactory, UserFactory
from tests.listening import listening

ANOTHER = "Vatten-sten-19-mossa"


def sign_in(client, login: str, password: str = PASSWORD):
    return client.post("/konto/login/", {"login": login, "password": password})


def test_who_comes_in_by_what_and_who_goes(client, db):
    user = UserFactory()

    with listening() as told:
        sign_in(client, user.username)
        client.post("/konto/logout/")

    came, went = told.named("sign_in.done"), told.named("sign_in.ended")
    assert [(event["user"], event["facts"]) for event in came] == [(user.pk, {"methods": ["password"]})]
    assert [event["user"] for event in went] == [user.pk]


def test_tries_at_one_account_have_one_mark_and_no_name(client, db):
    anna, berit = UserFactory(username="anna.andersson"), UserFactory()

    with listening() as told:
        for name in (anna.username, anna.username.upper(), berit.username):
            sign_in(client, name, "Fel-losenord-1")

    first, second, third = (event["facts"]["tried"] for event in told.named("sign_in.failed"))
    assert first == second != third
    assert "anna" not in str(told)


def test_a_password_that_is_changed(client, db):
    user = UserFactory()
    sign_in(client, user.username)

    with listening() as told:
        client.post("/konto/password/change/", {"oldpassword": PASSWORD, "password1": ANOTHER, "password2": ANOTHER})

    assert [event["user"] for event in told.named("password.changed")] == [user.pk]


def test_a_password_that_is_chosen_anew_by_a_link(client, db):
    user = UserFactory()
    key = f"{user_pk_to_url_str(user)}-{default_token_generator.make_token(user)}"

    with listening() as told:
        form = client.get(f"/konto/password/reset/key/{key}/", follow=True).request["PATH_INFO"]
        client.post(form, {"password1": ANOTHER, "password2": ANOTHER})

    assert [event["user"] for event in told.named("password.reset")] == [user.pk]
    assert key not in str(told)


def test_a_role_that_is_given_and_withdrawn(town, owner, django_capture_on_commit_callbacks):
    user = UserFactory()

    with listening() as told, django_capture_on_commit_callbacks(execute=True):
        given = roles.assign(user, PLANNER, town.area, by=owner, at=NOW)
        roles.withdraw(given, by=owner, at=NOW)

    assert [event["event"] for event in told] == ["role.given", "role.withdrawn"]
    assert told[0]["user"] == owner.pk
    assert told[0]["facts"] == {"deed": "roleassignment.add", "role": "planner", "whose": user.pk}


def test_what_was_not_done_after_all_is_not_told(town, owner, django_capture_on_commit_callbacks):
    with listening() as told, django_capture_on_commit_callbacks(execute=False):
        roles.assign(UserFactory(), PLANNER, town.area, by=owner, at=NOW)

    assert told == []


def test_a_person_who_is_protected_looked_at_and_erased(town, owner, django_capture_on_commit_callbacks):
    substitute = SubstituteFactory()

    with listening() as told, django_capture_on_commit_callbacks(execute=True):
        identity.mark(substitute, by=town.planner, at=NOW)
        substitute.refresh_from_db()
        identity.identify(substitute, by=owner, at=NOW)
        erasure.erase(substitute, by=owner, at=NOW)

    assert [event["event"] for event in told] == ["person.protected", "person.identified", "person.erased"]
    assert {event["about"] for event in told} == {f"substitute:{substitute.pk}"}


def test_a_file_with_rows_and_a_setting_that_is_changed(town, owner, django_capture_on_commit_callbacks):
    narrowed = {"q": "Emma"}

    with listening() as told, django_capture_on_commit_callbacks(execute=True):
        exporting.noted("order.export", {town.area.pk: 12}, kind="csv", narrowed=narrowed, by=town.planner, at=NOW)
        organisation.keep(Area(name="Äldreomsorg Öster"), by=owner, at=NOW)

    assert [(event["event"], event["facts"]) for event in told] == [
        ("rows.exported", {"deed": "order.export", "kind": "csv", "rows": 12}),
        ("settings.changed", {"deed": "area.add"}),
    ]


@pytest.mark.parametrize("there", [True, False])
def test_a_row_that_is_not_hers_is_denied_and_the_log_knows_whether_it_is_there(there, town, elsewhere, signed_in):
    key = elsewhere.substitute().pk if there else uuid.uuid4()

    with listening() as told:
        answer = signed_in(town.planner).get(f"/admin/vikarier/{key}/andra/")

    denied = told.named("access.denied")
    assert answer.status_code == 404
    assert [(event["user"], event["about"]) for event in denied] == [(town.planner.pk, f"substitute:{key}")]
    assert denied[0]["facts"]["there"] is there


def test_a_door_that_is_closed_to_her_role_is_told_too(town, signed_in):
    with listening() as told:
        signed_in(town.manager).get("/admin/intyg/")

    (refused,) = told.named("access.refused")
    assert (refused["user"], refused["facts"]["status"]) == (town.manager.pk, 404)


def test_a_colleague_whose_account_is_closed(town, owner, django_capture_on_commit_callbacks):
    user = UserFactory()

    with listening() as told, django_capture_on_commit_callbacks(execute=True):
        colleagues.close_account(Account.objects.get(pk=user.pk), by=owner, at=NOW)

    assert [(event["event"], event["about"]) for event in told] == [("account.closed", f"account:{user.pk}")]
