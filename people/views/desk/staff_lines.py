"""What would come of each colleague, with her roles and their places by name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from people.importing.staff.plan import Line
from people.importing.staff.wanted import WantedRole
from people.models import Area, RoleAssignment, Workplace
from people.roles import ROLES
from portal.templatetags.times import longday


@dataclass(frozen=True, slots=True)
class StaffLine:
    """One row, and in words the roles that are given and those that go."""

    line: Line
    given: list[str]
    gone: list[str]


def shown(lines: Iterable[Line]) -> list[StaffLine]:
    """The lines in words; two queries, however many they are."""
    each = list(lines)
    keys = {key for line in each for role in line.given for key in (role.area, role.workplace) if key}
    places = {str(row.pk): row.name for model in (Area, Workplace) for row in model.objects.filter(pk__in=keys)}
    return [
        StaffLine(
            line, [_given(role, places) for role in line.given], [_gone(role) for role in (*line.gone, *line.over)]
        )
        for line in each
    ]


def _given(role: WantedRole, places: Mapping[str, str]) -> str:
    """Beställare, Björkskolan, till och med torsdag 31 december 2026"""
    words = [capfirst(str(ROLES[role.role].name)), places.get(role.area or role.workplace, "")]
    if role.last:
        words.append(_("till och med %(day)s") % {"day": longday(date.fromisoformat(role.last))})
    return ", ".join(filter(None, words))


def _gone(role: RoleAssignment) -> str:
    place = role.workplace or role.area
    return ", ".join(filter(None, [capfirst(str(role.definition.name)), str(place or "")]))
