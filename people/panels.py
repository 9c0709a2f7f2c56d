"""What the desk's first page shows the system owner."""

from collections.abc import Mapping
from typing import Any

from django.forms import Media
from wagtail.admin.ui.components import Component

from people import access
from people.models import Alarm, Area, RoleAssignment, User, Workplace

SHOWN = 5


class Organisation(Component):
    """Roles and places in figures, with a way to each."""

    name = "organisation"
    template_name = "people/desk/organisation.html"
    order = 20
    media = Media()

    def __init__(self, user: User) -> None:
        self.user = user

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """How many there are of each."""
        roles = access.scope(self.user, RoleAssignment.objects.all())
        return {
            "roles": roles.count(),
            "holders": roles.values("user").distinct().count(),
            "areas": access.scope(self.user, Area.objects.all()).count(),
            "workplaces": access.scope(self.user, Workplace.objects.all()).count(),
        }


class Alarms(Component):
    """What the system owner must see to at once."""

    name = "alarms"
    template_name = "people/desk/alarms.html"
    order = 5
    media = Media()

    def __init__(self, user: User) -> None:
        self.user = user

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Those that nobody has taken care of."""
        return {"alarms": access.scope(self.user, Alarm.objects.unseen())[:SHOWN]}
