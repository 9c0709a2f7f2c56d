"""What the matrix has of roles in others' places, and of the register of the staff."""

from datetime import timedelta
from uuid import UUID

from people.models import DutyRule, RoleAssignment, StaffImport
from tests.cast import NOW, Town


def keys_of(town: Town, name: str) -> dict[str, UUID]:
    """By the kinds that routes.txt names."""
    head = {"role": "ordering_manager", "workplace": town.workplace}
    return {
        "delegation": handed_over(town),
        "dutyrule": DutyRule.objects.create(duty_role=f"Rektor {len(name)}", **head).pk,
        "staff": StaffImport.objects.create(read_at=NOW, filename="personal.json").pk,
    }


def handed_over(town: Town) -> UUID:
    """What the planner is to do in the manager's place, and does not yet."""
    hers, later = town.manager.role_assignments.get(), NOW + timedelta(days=30)
    days = {"starts": later, "ends": later + timedelta(days=7)}
    place = {"role": hers.role, "workplace": hers.workplace}
    return RoleAssignment.objects.create(user=town.planner, delegated_from=hers, **place, **days).pk
