"""Colleagues come in from the register and from tables: once, few at a time, and nobody is lost by a file cut short."""

import pytest

from people.grants import REGISTER
from people.importing.staff import carrying_out, plan
from people.importing.staff.plan import What
from people.importing.staff.wanted import WantedRole
from people.models import HistoryEntry, RegisteredPerson, StaffImport, User
from people.operations import roles
from people.roles import EDITOR
from tests.cast import NOW
from tests.factories.people import UserFactory
from tests.people.importing.staff.register import LATER, carried_out, read, somebody


def whats(run: StaffImport) -> list[str]:
    return [line.what.value for line in plan.of(run.rows, now=NOW)]


def test_a_new_colleague_gets_an_account_by_the_pattern_and_her_role(town):
    run = carried_out(somebody(town))

    karin = User.objects.get(email="k1@alvsunda.example")
    assert (karin.username, karin.phone, karin.has_usable_password()) == ("bekn7617", "+46701740605", False)
    assert list(karin.role_assignments.values_list("role", "workplace", "source")) == [
        ("ordering_manager", town.workplace.pk, REGISTER)
    ]
    assert (run.outcome["new"], run.rows) == (1, [])


def test_two_without_a_number_share_none(town):
    run = carried_out(somebody(town, 1, phone=""), somebody(town, 2, phone=""))

    assert (run.outcome["new"], run.rows) == (2, [])


def test_the_same_again_changes_nothing_and_another_name_is_the_same_person(town):
    carried_out(somebody(town))

    assert whats(read(somebody(town))) == ["alike"]
    carried_out(somebody(town, last_name="Lind", email="karin.lind@alvsunda.example"))
    assert RegisteredPerson.objects.get().user.last_name == "Lind"
    assert User.objects.filter(registered__isnull=False).count() == 1


def test_nothing_is_done_by_looking(town):
    assert whats(read(somebody(town), somebody(town, 2, last_name=""))) == ["new", "faulty"]
    assert not RegisteredPerson.objects.exists()


def test_an_account_that_has_the_address_and_the_name_already_becomes_hers(town):
    karin = UserFactory(last_name="Berg1", first_name="Karin", email="k1@alvsunda.example", phone="+46701740605")

    assert carried_out(somebody(town)).outcome["roles"] == 1
    assert RegisteredPerson.objects.get().user == karin


@pytest.mark.parametrize(
    ("account", "column"),
    [({"last_name": "Annan"}, "email"), ({"last_name": "Berg1", "is_active": False}, "key")],
)
def test_an_account_that_is_anothers_or_closed_is_left_alone(town, account, column):
    UserFactory(email="k1@alvsunda.example", **account)

    (line,) = plan.of(read(somebody(town)).rows, now=NOW)

    assert (line.what, list(line.faults)) == (What.FAULTY, [column])


@pytest.mark.parametrize(
    ("said", "column"),
    [
        ({"first_name": ""}, "first_name"),
        ({"last_name": "B" * 200}, "last_name"),
        ({"email": "ingen adress"}, "email"),
        ({"phone": "12"}, "phone"),
        ({"key": "p" * 65}, "key"),
        ({"born": "", "email": ""}, "born"),
        ({"roles": (WantedRole("editor", first="2026-06-02", last="2026-06-01"),)}, "last"),
    ],
)
def test_what_cannot_be_kept_is_one_faulty_row_and_the_others_come_in(town, said, column):
    run = carried_out(somebody(town, 1, **said), somebody(town, 2))

    assert [list(row["faults"]) for row in run.outcome["faulty"]] == [[column]]
    assert run.outcome["new"] == 1


def test_the_register_does_not_readdress_one_who_has_a_role_by_hand(town, owner):
    carried_out(somebody(town))
    karin = User.objects.get(email="k1@alvsunda.example")
    roles.assign(karin, EDITOR, by=owner, at=NOW)

    (line,) = plan.of(read(somebody(town, email="annan@alvsunda.example")).rows, now=NOW)

    assert list(line.faults) == ["email"]


def test_what_a_process_that_died_has_left_is_taken_up_where_it_ended(town, drain, monkeypatch):
    monkeypatch.setattr(carrying_out, "AT_A_TIME", 2)
    run = carrying_out.order(read(*(somebody(town, n) for n in range(1, 6))), by=None, at=NOW)
    assert carrying_out.go_on(run, at=NOW)

    carrying_out.resume()
    drain()

    run.refresh_from_db()
    assert (run.outcome["new"], run.outcome["next"], run.applied_at is not None) == (5, 5, True)
    assert HistoryEntry.objects.filter(action="account.open").count() == 5


def test_ordered_twice_is_ordered_once_and_what_is_ordered_is_not_thrown_away(town):
    run = carrying_out.order(read(somebody(town)), by=None, at=NOW)

    assert carrying_out.order(run, by=None, at=LATER).ordered_at == NOW
    assert carrying_out.throw_away(run) is False


def test_looking_takes_as_many_questions_for_thirty_as_for_one(town, django_assert_max_num_queries):
    run = read(*(somebody(town, n) for n in range(1, 31)))

    with django_assert_max_num_queries(6):
        plan.of(run.rows, now=NOW)


def test_a_role_that_is_over_is_not_given(town):
    role = WantedRole("planner", area=str(town.area.pk), last="2026-05-11")

    carried_out(somebody(town, roles=(role,)))

    assert not User.objects.filter(email="k1@alvsunda.example").exists()
