"""A workplace as the system owner keeps it."""

from typing import Any

from django.utils.translation import gettext as _

from people.forms.scoped import ScopedForm

FURTHEST = {"latitude": 90, "longitude": 180}
"""Degrees, north or south, east or west."""


class WorkplaceForm(ScopedForm):
    """Its position is both numbers or none."""

    def clean(self) -> dict[str, Any]:
        """Say which of the two is missing, or is no place on Earth."""
        data: dict[str, Any] = super().clean() or {}
        given = {name: data[name] for name in FURTHEST if data.get(name) is not None}
        for name, furthest in FURTHEST.items():
            if len(given) == 1 and name not in given and name not in self.errors:
                self.add_error(name, _("Fyll i både latitud och longitud, eller ingen av dem."))
            elif name in given and abs(given[name]) > furthest:
                self.add_error(name, _("Talet är för stort. Skriv grader, till exempel 66,60480 och 19,84120."))
        return data
