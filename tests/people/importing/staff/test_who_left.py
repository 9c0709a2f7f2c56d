"""Whoever is in the register no more loses her account and her roles, if few do; what is given by hand stays."""

from datetime import date

from messaging.models import Message
from people.grants import REGISTER
from people.importing.staff import carrying_out
from people.importing.staff.wanted import Wanted, WantedRole
from people.models import RegisteredPerson, RoleAssignment, User
from people.operations import delegations, roles
from people.roles import EDITOR, ORDERING_MANAGER
from tests.cast import NOW, with_role
from tests.factories.people import UserFactory
from tests.people.importing.staff.register import LATER, carried_out, somebody


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


def test_one_who_stood_in_for_another_is_closed_though_who_ordered_it_is_no_owner_any_more(town, owner, settings):
    settings.SS12000_MOST_CLOSED = 100
    gone = UserFactory(username="vera")
    RegisteredPerson.objects.create(key="p1", user=gone, seen_at=NOW)
    held, day = town.manager.role_assignments.get(), date(2026, 5, 20)
    delegations.delegate(held, gone, first=day, last=day, by=town.manager, at=NOW)
    role = WantedRole("ordering_manager", workplace=str(town.workplace.pk))
    others = [Wanted(1, "Karin", "Berg", email="k@alvsunda.example", born="1976-03-17", key="p2", roles=(role,))]
    run = carrying_out.read("personal.json", others, whole=True, by=owner, at=NOW)
    carrying_out.order(run, by=owner, at=NOW)
    with_role("system_owner")
    roles.withdraw(owner.role_assignments.get(), by=owner, at=NOW)

    assert not carrying_out.go_on(run, at=NOW)

    gone.refresh_from_db()
    assert (gone.is_active, gone.role_assignments.exists()) == (False, False)
