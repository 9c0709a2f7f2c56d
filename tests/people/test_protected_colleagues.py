"""One who is protected and has a role too: accounts, readings of the staff and stand-ins say no more than her alias."""

import pytest
import time_machine
from django.urls import reverse

from people.importing.staff import carrying_out, plan
from people.importing.staff.plan import What
from people.importing.staff.wanted import Wanted, WantedRole
from people.models import RegisteredPerson, RoleAssignment, StaffImport, User
from people.operations import identity, roles
from people.roles import ORDERING_MANAGER
from tests.cast import NOW
from tests.factories.people import UserFactory
from tests.protected import ALL, EMAIL, FIRST, LAST, PHONE, USERNAME
from tests.test_leaks import everything_in

SENDS = {"role": "", "first": "2026-05-12", "last": "2026-05-20"}


@pytest.fixture(autouse=True)
def _morning():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def her(hidden) -> User:
    """Protected, and she orders for a workplace."""
    user = User.objects.get(pk=hidden.substitute.user_id)
    roles.assign(user, ORDERING_MANAGER, hidden.town.workplace, by=None, at=NOW)
    return user


def tells(answer) -> list[str]:
    return [mark for mark in ALL if mark in everything_in(answer)]


def row_of_her(town, **more) -> Wanted:
    role = WantedRole("ordering_manager", workplace=str(town.workplace.pk))
    said = {"first_name": FIRST, "last_name": LAST, "email": EMAIL, "phone": PHONE, "born": "1996-01-01"}
    return Wanted(1, roles=(role,), **(said | more))


def read(*people, whole=False) -> StaffImport:
    return carrying_out.read("personal.csv", people, whole=whole, by=None, at=NOW)


@pytest.mark.parametrize("page", ["account:index", "roleassignment:index"])
def test_the_lists_of_colleagues_and_roles_know_her_alias(her, owner, signed_in, page):
    answer = signed_in(owner).get(reverse(page))

    assert her.last_name in everything_in(answer)
    assert tells(answer) == []


def test_her_accounts_page_offers_no_link_and_tells_nothing(her, owner, signed_in):
    desk = signed_in(owner)

    shown = desk.get(reverse("account:inspect", args=[her.pk]))
    refused = desk.post(reverse("account:send_link", args=[her.pk]))

    assert (refused.status_code, tells(shown), tells(refused)) == (409, [], [])


@pytest.mark.parametrize("written", [USERNAME, EMAIL])
def test_nobody_names_her_as_a_stand_in_and_the_answer_is_that_of_an_unknown_name(her, hidden, signed_in, written):
    manager = hidden.town.manager
    said = SENDS | {"role": manager.role_assignments.get().pk}
    page = signed_in(manager)

    answers = [page.post("/mer/ersattare/", said | {"who": who}) for who in (written, her.username, "ingen")]

    assert [answer.status_code for answer in answers] == [422] * 3
    assert {"Ingen kollega har det användarnamnet" in answer.content.decode() for answer in answers} == {True}
    assert not RoleAssignment.objects.delegated().exists()


def test_whoever_stands_in_for_her_reads_her_alias(her, signed_in):
    vera = UserFactory(username="vera")
    role = her.role_assignments.get()
    named = signed_in(her).post("/mer/ersattare/", SENDS | {"role": role.pk, "who": "vera"})

    shown = signed_in(vera).get("/mer/ersattare/")

    assert named.status_code == 302
    assert her.last_name in everything_in(shown)
    assert tells(shown) == []


def test_a_row_of_her_makes_no_second_account_with_her_name(her, hidden):
    (line,) = plan.of(read(row_of_her(hidden.town)).rows, now=NOW)

    assert (line.what, line.faults) == (What.FAULTY, {"key": "Personen har skyddade uppgifter. Ändra för hand."})


def test_what_was_read_of_her_before_loses_her_name_and_keeps_her_in_the_register(known, owner, signed_in):
    RegisteredPerson.objects.create(key="p1", user=known.substitute.user, seen_at=NOW)
    run = read(row_of_her(known.town, key="p1"), whole=True)

    identity.mark(known.substitute, by=known.town.planner, at=NOW)

    run.refresh_from_db()
    answer = signed_in(owner).get(reverse("account:staff_report", args=[run.pk]))
    assert run.rows == [{"number": 1, "key": "p1"}]
    assert tells(answer) == []
    assert plan.absent(run.rows) == []
