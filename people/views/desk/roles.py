"""Roles: who has them, giving one, taking one back."""

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.widgets.button import Button

from people.models import RoleAssignment
from people.operations import roles
from people.roles import ROLES
from people.views.scoped import ScopedCreate, ScopedDelete, ScopedIndex


class AssignRole(ScopedCreate):
    """Gives somebody a role."""

    page_title = page_subtitle = gettext_lazy("Ge en roll")
    success_message = gettext_lazy("Rollen är given: %(object)s.")
    error_message = gettext_lazy("Rollen är inte given än. Se vad som behöver rättas.")
    submit_button_label = gettext_lazy("Ge rollen")

    def get_header_title(self) -> str:
        """Said once."""
        return str(self.page_title)

    def get_initial(self) -> dict[str, Any]:
        return {"who": self.request.GET.get("who", "")}

    def save_instance(self) -> RoleAssignment:
        asked = self.form.cleaned_data
        role = ROLES[asked["role"]]
        place = asked["area"] or asked["workplace"]
        given = roles.assign(asked["who"], role, place, by=self.request.user, at=timezone.now())
        self.kept(given, "add")
        return given


class WithdrawRole(ScopedDelete):
    """Takes a role back."""

    page_title = gettext_lazy("Ta tillbaka rollen")
    success_message = gettext_lazy("Rollen är tillbakatagen: %(object)s.")

    def get_template_names(self) -> list[str]:
        """A role is not erased."""
        return ["people/desk/withdraw_role.html"]

    @property
    def confirmation_message(self) -> str:
        """The question."""
        return _("Ska %(person)s inte längre ha rollen %(role)s?") % {
            "person": self.object.user,
            "role": self.object.definition.name,
        }

    def delete_action(self) -> None:
        roles.withdraw(self.object, by=self.request.user, at=timezone.now())


class Roles(ScopedIndex):
    """Who has which role."""

    page_title = gettext_lazy("Roller")
    add_item_label = gettext_lazy("Ge en roll")
    joins: ClassVar = ("user", "area", "workplace", "delegated_from__user")
    default_ordering: ClassVar = ["user__last_name", "user__first_name", "role"]

    @cached_property
    def columns(self) -> list[Column]:
        """Person, role, place."""
        person = self._get_title_column_class(TitleColumn)
        return [
            person("user", label=gettext_lazy("Person"), sort_key="user__last_name"),
            Column("role", label=gettext_lazy("Roll"), accessor=role_name),
            Column("place", label=gettext_lazy("Var"), accessor=place),
            Column("days", label=gettext_lazy("Dagar"), accessor=days),
            Column("instead_of", label=gettext_lazy("I stället för"), accessor=instead_of),
        ]

    def get_base_queryset(self) -> "QuerySet[Any]":
        over = RoleAssignment.objects.over(now=timezone.now())
        return super().get_base_queryset().exclude(pk__in=over.values("pk"))

    def get_list_more_buttons(self, instance: RoleAssignment) -> list[Any]:
        url = self.get_delete_url(instance)
        return [Button(_("Ta tillbaka"), url=url, icon_name="cross", priority=10)] if url else []


def role_name(assignment: RoleAssignment) -> str | Promise:
    """What the role is called."""
    return assignment.definition.name


def place(assignment: RoleAssignment) -> str:
    """Where it counts."""
    return str(assignment.area or assignment.workplace or _("hela kommunen"))


def days(assignment: RoleAssignment) -> str:
    """From when to when; nothing of what is until further notice."""
    first, last = assignment.first_day, assignment.last_day
    return f"{first or ''} – {last or ''}".strip() if first or last else ""


def instead_of(assignment: RoleAssignment) -> str:
    """Whose role it is."""
    return str(assignment.delegated_from.user) if assignment.delegated_from else ""
