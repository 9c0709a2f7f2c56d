"""Whoever is protected is known by name to herself and her keeper, and to nobody else, whatever address is asked."""

import json

import pytest
import time_machine
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError
from django_q.models import OrmQ

from people.models import HiddenIdentity, HistoryEntry, Locality, RoleAssignment, User
from tests.cast import NOW, with_role
from tests.protected import ALL, EMAIL, FIRST, HOME, LAST, NUMBER, PHONE, USERNAME
from tests.test_leaks import everything_in, routes, seen
from tests.walking import walk

SEARCHED = {"substitute:index", "substitute:index_results", "booking_desk:index", "account:index"}
PAST = ("/konto/", "/admin/logout/", "/static/", "/sprak/", "/utseende/", "/admin/skyddade/")


@pytest.fixture(autouse=True)
def _morning():
    with time_machine.travel(NOW, tick=False):
        yield


def reader(role: str, hidden, request) -> User:
    """Somebody of the role, of her own area where the role has one."""
    town = hidden.town
    if role == "keeper":
        return request.getfixturevalue("keeper")
    if role == "other_planner":  # whom she has asked for a workplace
        return RoleAssignment.objects.exclude(area=town.area).get(role="planner").user
    own = {"planner": town.planner, "manager": town.manager}
    return own.get(role) or with_role(role)


@pytest.mark.parametrize("role", ["planner", "keeper", "certificate_officer", "system_owner"])
def test_no_address_of_the_desk_says_who_she_is(role, hidden, request, signed_in):
    # Whoever keeps the places meets each of them in their own list, which tells of nobody.
    marks = tuple(mark for mark in ALL if mark != HOME or role != "system_owner")

    assert seen(signed_in(reader(role, hidden, request)), hidden.keys, marks) == {}


def test_the_crawler_finds_her_while_she_is_not_protected(known, signed_in):
    found = seen(signed_in(known.town.planner), known.keys, ALL)

    assert found.keys() >= {"order:inspect", "substitute:index", "substitute:inspect", "sms:index", "substitute:change"}


@pytest.mark.parametrize("query", [FIRST, LAST, PHONE, NUMBER, EMAIL, USERNAME])
def test_no_search_finds_her_by_who_she_is(query, hidden, signed_in):
    browser = signed_in(hidden.town.planner)

    for shape, name, _pattern in routes():
        if name.endswith(("index", "index_results", "site_history", "search")) and "<" not in shape:
            answer = everything_in(browser.get(f"/{shape}", {"q": query})).replace(query, "")
            assert name not in SEARCHED or str(hidden.substitute.pk) not in answer, name
            assert [mark for mark in ALL if mark in answer] == [], name


@pytest.mark.parametrize("role", ["planner", "manager", "other_planner", "certificate_officer", "system_owner"])
def test_no_page_or_form_that_they_come_to_says_who_she_is(role, hidden, request, signed_in):
    user = reader(role, hidden, request)
    where = "/bestallningar/" if role == "manager" else "/admin/"
    told = [
        (address, mark)
        for address, answer in walk(signed_in(user), [where], past=PAST)
        for text in [everything_in(answer)]
        for mark in ALL
        if mark in text
    ]

    assert told == []


def test_she_herself_is_greeted_by_name_and_told_nothing_else(hidden, signed_in):
    browser = signed_in(hidden.substitute.user)

    assert f", {FIRST}" in browser.get("/min-sida/").content.decode()
    profile = browser.get("/profil/").content.decode()
    assert [mark for mark in (FIRST, LAST, "070-174 06 96", EMAIL, NUMBER, USERNAME) if mark not in profile] == []


def test_her_keeper_sees_who_she_is_when_she_asks_and_each_look_is_written_down(hidden, keeper, signed_in):
    browser, her = signed_in(keeper), hidden.substitute

    assert FIRST not in browser.get(f"/admin/skyddade/{her.pk}/").content.decode()
    assert browser.post(f"/admin/skyddade/{her.pk}/visa/").status_code == 422
    card = browser.post(f"/admin/skyddade/{her.pk}/visa/", {"reason": "contact"})

    assert [mark for mark in (FIRST, LAST, PHONE, EMAIL, NUMBER, USERNAME) if mark not in card.content.decode()] == []
    looked = HistoryEntry.objects.get(action="substitute.identified")
    assert (looked.user, looked.object_id, looked.data) == (keeper, str(her.pk), {})
    assert "no-store" in card.headers["Cache-Control"]


@pytest.mark.parametrize("query", [FIRST, LAST, "0701740696", NUMBER])
def test_her_keeper_finds_her_by_what_others_cannot_search(query, hidden, keeper, signed_in):
    assert str(hidden.substitute.pk) in signed_in(keeper).get("/admin/skyddade/", {"q": query}).content.decode()


def test_the_keeper_of_another_area_does_not_know_of_her(hidden, elsewhere, signed_in):
    browser = signed_in(with_role("identity_keeper", area=elsewhere.area))

    assert str(hidden.substitute.pk) not in browser.get("/admin/skyddade/").content.decode()
    assert browser.post(f"/admin/skyddade/{hidden.substitute.pk}/visa/").status_code == 404


def test_a_place_in_the_alphabet_is_told_by_no_sorting(hidden):
    row = User.objects.values("first_name", "last_name", "username", "email", "phone").get(protected=True)

    assert row["last_name"] == str(hidden.substitute).split()[1]
    assert (row["first_name"], row["email"], row["phone"]) == ("", "", "")
    assert row["username"] == f"skyddad-{row['last_name'].lower()}"


def test_the_database_lets_no_name_or_number_into_a_protected_account(hidden):
    hidden.substitute.user.phone = PHONE

    with pytest.raises(IntegrityError, match="a_protected_account_holds_no_name"):
        hidden.substitute.user.save()


def test_nothing_that_is_kept_names_her_but_the_one_row_and_her_own_document(hidden):
    told = {
        f"{model.__name__}.{field.name}"
        for model in apps.get_models()
        if model not in {HiddenIdentity, Locality, OrmQ, ContentType}
        for field in model._meta.concrete_fields
        if field.get_internal_type() in {"CharField", "TextField", "JSONField", "EmailField"}
        for value in model._base_manager.values_list(field.name, flat=True)
        for mark in ALL
        if mark in json.dumps(value, ensure_ascii=False, default=str)
    }

    assert told == set()
