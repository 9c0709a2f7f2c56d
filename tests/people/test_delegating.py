"""The pages where a role is handed over: at the desk and in the app."""

import pytest
import time_machine
from django.urls import reverse

from booking import notifications
from messaging.models import Message
from people.models import RoleAssignment
from people.operations import delegations
from tests.cast import NOW, with_role
from tests.factories.people import UserFactory

APP, DESK = "/mer/ersattare/", "/admin/ersattare/"


@pytest.fixture(autouse=True)
def _now():
    with time_machine.travel(NOW, tick=False):
        yield


def form_of(user, colleague="vera") -> dict[str, object]:
    role = user.role_assignments.get(delegated_from=None).pk
    return {"role": role, "who": colleague, "first": "2026-05-12", "last": "2026-05-20"}


@pytest.mark.parametrize(("who", "page"), [("manager", APP), ("planner", DESK)])
def test_she_names_a_colleague_and_both_see_it(town, signed_in, who, page):
    hers, vera = getattr(town, who), UserFactory(username="vera", first_name="Vera", last_name="Ström")

    answer = signed_in(hers).post(page, form_of(hers, "Vera"), follow=True)

    assert "Vera Ström" in answer.content.decode()
    assert str(hers) in signed_in(vera).get(page).content.decode()


@pytest.mark.parametrize("who", ["manager", "vera", "owner"])
def test_it_is_ended_by_either_of_them_or_by_the_owner(town, owner, signed_in, who):
    vera = UserFactory(username="vera")
    signed_in(town.manager).post(APP, form_of(town.manager))
    given = RoleAssignment.objects.get(user=vera)
    address = reverse("roleassignment:delete" if who == "owner" else "home:end_delegation", args=[given.pk])
    by = {"manager": town.manager, "vera": vera, "owner": owner}[who]

    answers = [signed_in(by).post(address).status_code for _twice in range(1 if who == "owner" else 2)]

    assert set(answers) == {302}
    assert not RoleAssignment.objects.filter(user=vera).exists()


def test_an_unknown_name_a_substitute_and_anothers_role_are_refused_beside_their_fields(town, elsewhere, signed_in):
    substitute = town.substitute(user__username="amira").user
    page = signed_in(town.manager)

    for colleague in ("ingen", substitute.username):
        answer = page.post(APP, form_of(town.manager, colleague))
        assert answer.status_code == 422
        assert "Ingen kollega har det" in answer.content.decode()
    UserFactory(username="vera")
    assert page.post(APP, form_of(elsewhere.manager)).status_code == 422
    assert not RoleAssignment.objects.delegated().exists()


def test_to_others_it_does_not_exist(town, officer, signed_in):
    vera = UserFactory(username="vera")
    role = town.manager.role_assignments.get()
    days = {"first": NOW.date(), "last": NOW.date()}
    given = delegations.delegate(role, vera, by=town.manager, at=NOW, **days)
    end = reverse("home:end_delegation", args=[given.pk])

    for other in (officer, with_role("planner", area=town.area), town.substitute().user):
        assert signed_in(other).post(end).status_code == 404
    assert signed_in(officer).get(APP).status_code == 404
    assert RoleAssignment.objects.filter(pk=given.pk).exists()


def test_what_is_told_of_her_orders_goes_to_the_stand_in(town, signed_in):
    vera = UserFactory(username="vera")
    signed_in(town.manager).post(APP, form_of(town.manager))
    Message.objects.all().delete()

    notifications.lapsed(town.order(), at=NOW)

    assert set(Message.objects.values_list("recipient", flat=True)) == {vera.pk}
