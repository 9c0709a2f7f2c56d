"""Whoever is in the register no more loses her account, whatever has become of the one who ordered it."""

from datetime import date

from people.importing.staff import carrying_out
from people.importing.staff.wanted import Wanted, WantedRole
from people.models import RegisteredPerson
from people.operations import delegations, roles
from tests.cast import NOW, with_role
from tests.factories.people import UserFactory


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
