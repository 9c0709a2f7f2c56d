"""Colleagues come in from the register and from tables: once, few at a time, and nobody is lost by a file cut short."""

from datetime import timedelta

import pytest

from messaging.models import Message
from people.grants import REGISTER
from people.importing.staff import carrying_out, plan
from people.importing.staff.plan import What
from people.importing.staff.wanted import Wanted, WantedRole
from people.models import HistoryEntry, RegisteredPerson, RoleAssignment, StaffImport, User
from people.operations import roles
from people.roles import EDITOR, ORDERING_MANAGER
from tests.cast import NOW
from tests.factories.people import UserFactory

LATER = NOW + timedelta(days=1)


def somebody(town, n: int = 1, **more: object) -> Wanted:
    role = WantedRole("ordering_manager", workplace=str(town.workplace.pk))
    said = {
        "first_name": "Karin", "last_name": f"Berg{n}", "phone": f"07017406{n + 4:02d}",
        "email": f"k{n}@alvsunda.example", "born": "1976-03-17",
        "key": f"p{n}", "roles": (role,),
    }  # fmt: skip
    return Wanted(n, **(said | more))


def read(*people: Wanted, whole: bool = True, at=NOW) -> StaffImport:
    return carrying_out.read("personal.json", people, whole=whole, by=None, at=at)


def carried_out(*people: Wanted, whole: bool = True, at=NOW) -> StaffImport:
    run = carrying_out.order(read(*people, whole=whole, at=at), by=None, at=at)
    while carrying_out.go_on(run, at=at):
        pass
    run.refresh_from_db()
    return run


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


def test_a_role_that_the_register_no_longer_says_goes_and_one_by_hand_stays(town, owner, settings):
    settings.SS12000_MOST_CLOSED = 100
    carried_out(somebody(town))
    karin = User.objects.get(email="k1@alvsunda.example")
    roles.assign(karin, EDITOR, by=owner, at=NOW)
    planner = WantedRole("planner", area=str(town.area.pk), last="2026-12-31")

    carried_out(somebody(town, roles=(planner,)), at=LATER)

    assert set(karin.role_assignments.values_list("role", flat=True)) == {"editor", "planner"}
    assert karin.role_assignments.get(role="planner").ends is not None


def test_a_role_of_the_registers_that_is_given_by_hand_too_stays_when_the_register_forgets_it(town, owner, settings):
    settings.SS12000_MOST_CLOSED = 100
    carried_out(somebody(town))
    karin = User.objects.get(email="k1@alvsunda.example")
    roles.assign(karin, ORDERING_MANAGER, town.workplace, by=owner, at=NOW)

    carried_out(somebody(town, roles=(WantedRole("editor"),)), at=LATER)

    assert set(karin.role_assignments.values_list("role", flat=True)) == {"editor", "ordering_manager"}


def test_one_who_left_loses_her_account_if_few_do(town, settings):
    settings.SS12000_MOST_CLOSED = 10
    carried_out(*(somebody(town, n) for n in range(1, 11)))

    run = carried_out(*(somebody(town, n) for n in range(1, 10)), at=LATER)

    assert (run.outcome["closed"], run.outcome["spared"]) == (1, 0)
    gone = User.objects.get(email="k10@alvsunda.example")
    assert (gone.is_active, gone.role_assignments.exists()) == (False, False)
    assert carried_out(*(somebody(town, n) for n in range(1, 10)), at=LATER).outcome["closed"] == 0


def test_many_who_left_are_a_file_cut_short_and_nobody_loses_anything(town, owner, settings):
    settings.SS12000_MOST_CLOSED = 10
    carried_out(*(somebody(town, n) for n in range(1, 11)))

    run = carried_out(*(somebody(town, n) for n in range(1, 9)), at=LATER)

    assert (run.outcome["closed"], run.outcome["spared"]) == (0, 2)
    assert User.objects.filter(registered__isnull=False, is_active=True).count() == 10
    assert RoleAssignment.objects.filter(source=REGISTER).count() == 10
    assert Message.objects.get(kind="staff.spared", copy_of=None).recipient == owner


def test_one_who_left_and_has_something_else_here_keeps_her_account_and_is_counted_once(town, owner, settings):
    settings.SS12000_MOST_CLOSED = 100
    carried_out(somebody(town), somebody(town, 2))
    karin = User.objects.get(email="k1@alvsunda.example")
    roles.assign(karin, EDITOR, by=owner, at=NOW)

    runs = [carried_out(somebody(town, 2), at=LATER) for _again in range(2)]

    assert [run.outcome["closed"] for run in runs] == [1, 0]
    karin.refresh_from_db()
    assert (karin.is_active, karin.role_assignments.get().role) == (True, "editor")


def test_a_table_takes_nothing_from_anybody(town, settings):
    settings.SS12000_MOST_CLOSED = 100
    carried_out(somebody(town))

    carried_out(somebody(town, 2, key=""), whole=False, at=LATER)

    assert RoleAssignment.objects.filter(workplace=town.workplace, source=REGISTER).count() == 1
    assert User.objects.get(email="k2@alvsunda.example").role_assignments.get().source == ""


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


def test_duties_that_end_all_at_once_are_no_file_cut_short(town, settings):
    settings.SS12000_MOST_CLOSED = 0
    carried_out(*(somebody(town, n) for n in range(1, 6)))
    role = WantedRole("ordering_manager", workplace=str(town.workplace.pk), last="2026-05-12")

    run = carried_out(*(somebody(town, n, roles=(role,)) for n in range(1, 6)), at=LATER)

    assert (run.outcome["ended"], run.outcome["spared"]) == (5, 0)
    assert not User.objects.filter(email__startswith="k", is_active=True, role_assignments__isnull=False).exists()
    assert not User.objects.get(email="k1@alvsunda.example").is_active


def test_one_of_two_duties_that_ends_takes_its_role_along_and_no_more(town, settings):
    settings.SS12000_MOST_CLOSED = 0
    planner = WantedRole("planner", area=str(town.area.pk))
    orders = WantedRole("ordering_manager", workplace=str(town.workplace.pk))
    carried_out(somebody(town, roles=(planner, orders)))
    ended = WantedRole("planner", area=str(town.area.pk), last="2026-05-12")

    carried_out(somebody(town, roles=(ended, orders)), at=LATER)

    assert User.objects.get(email="k1@alvsunda.example").role_assignments.get().role == "ordering_manager"


def test_a_role_that_is_over_is_not_given(town):
    role = WantedRole("planner", area=str(town.area.pk), last="2026-05-11")

    carried_out(somebody(town, roles=(role,)))

    assert not User.objects.filter(email="k1@alvsunda.example").exists()
