"""People and places in Wagtail's admin: the substitutes to read, and what the system owner keeps."""

from collections.abc import Callable
from typing import Any, ClassVar

from django.db.models import Model
from django.forms import ModelForm, modelform_factory
from django.http import HttpResponse
from django.urls import URLPattern, path
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import formfield_for_dbfield
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.base import ViewSetGroup

from people.forms.roles import RoleForm
from people.forms.workplace import WorkplaceForm
from people.models import Account, Area, Competence, Locality, Occupation, RoleAssignment, RuleProfile, Workplace
from people.views.desk import accounts, second_steps
from people.views.desk.accounts import Accounts
from people.views.desk.roles import AssignRole, Roles, WithdrawRole
from people.views.scoped import ScopedIndex
from people.viewsets.scoped import ScopedModelViewSet

View = Callable[..., HttpResponse]

ORGANISATION = "register_organisation_menu_item"
"""The hook by which other apps put their own tables beside these in the menu."""


class KeptIndex(ScopedIndex):
    """Its list is for those who keep it; others meet the rows where they are used."""

    any_permission_required: ClassVar = ["change"]


def yes_or_no(name: str, label: Promise) -> Column:
    """A column that says Ja or Nej: the drawing of Wagtail's own is read out as True or False."""
    return Column(name, label=label, accessor=lambda row: _("Ja") if getattr(row, name) else _("Nej"))


class Kept(ScopedModelViewSet):
    """A table that the system owner keeps."""

    index_view_class = KeptIndex
    screens: ClassVar = frozenset({"index", "add", "edit", "delete", "history"})
    list_display: ClassVar[list[Any]] = ["name"]
    form_fields: ClassVar = ["name"]
    search_fields: ClassVar = ["name"]
    ordering = "name"


class AreaViewSet(Kept):
    model = Area
    url_prefix = "omraden"
    icon = "folder-open-1"


def demands(workplace: Workplace) -> str:
    """What is asked of those who work there, besides what an order asks."""
    introduced = [str(_("introduktion"))] if workplace.needs_introduction else []
    check = [workplace.get_records_check_display()] if workplace.records_check else []
    return ", ".join([*introduced, *check])


class WorkplaceViewSet(Kept):
    model = Workplace
    url_prefix = "arbetsplatser"
    icon = "home"
    form_fields: ClassVar = [
        "area", "name", "address", "latitude", "longitude", "phone", "directions", "clothes", "way_in",
        "needs_introduction", "records_check",
    ]  # fmt: skip
    search_fields: ClassVar = ["name", "address", "area__name"]
    list_display: ClassVar = [
        "name",
        Column("area", label=_("Område"), sort_key="area__name"),
        Column("address", label=_("Adress")),
        Column("phone", label=_("Telefon")),
        Column("demands", label=_("Kräver"), accessor=demands),
    ]
    joins: ClassVar = ("area",)

    def get_form_class(self, for_update: bool = False) -> "type[ModelForm[Model]]":  # noqa: FBT001, FBT002 (Wagtail's)
        return modelform_factory(
            Workplace, form=WorkplaceForm, fields=self.form_fields, formfield_callback=formfield_for_dbfield
        )


class LocalityViewSet(Kept):
    """Where people live, to choose from: a distance to work is counted from its middle."""

    model = Locality
    url_prefix = "orter"
    icon = "site"
    form_fields: ClassVar = ["name", "latitude", "longitude"]
    list_display: ClassVar = ["name", "latitude", "longitude"]


class OccupationViewSet(Kept):
    model = Occupation
    url_prefix = "yrken"
    icon = "user"


class CompetenceViewSet(Kept):
    model = Competence
    url_prefix = "kompetenser"
    icon = "key"
    form_fields: ClassVar = ["name", "stands_for"]


class RuleProfileViewSet(Kept):
    """The caps that agreements bring."""

    model = RuleProfile
    url_prefix = "regelprofiler"
    icon = "tasks"
    form_fields: ClassVar = ["name", "weekly_hours", "month_cap", "days_in_row", "overridable"]
    list_display: ClassVar = [
        "name",
        "weekly_hours",
        "month_cap",
        "days_in_row",
        yes_or_no("overridable", capfirst(_("avsteg med skäl tillåts"))),
    ]


class RoleViewSet(ScopedModelViewSet):
    """Who has which role, and where; a role is given and taken back, never changed."""

    model = RoleAssignment
    url_prefix = "roller"
    icon = "group"
    menu_label = _("Roller")
    screens: ClassVar = frozenset({"index", "add", "delete"})
    index_view_class = Roles
    add_view_class = AssignRole
    delete_view_class = WithdrawRole
    search_fields: ClassVar = ["user__first_name", "user__last_name", "user__username"]

    def get_form_class(self, for_update: bool = False) -> type[RoleForm]:  # noqa: FBT001, FBT002 (Wagtail's)
        return RoleForm


class AccountViewSet(ScopedModelViewSet):
    """The colleagues' accounts; a substitute's is made where she is taken on."""

    model = Account
    url_prefix = "konton"
    icon = "user"
    menu_label = _("Konton")
    screens: ClassVar = frozenset({"index", "add", "inspect"})
    index_view_class = Accounts
    search_fields: ClassVar = ["first_name", "last_name", "username", "email"]
    add_view: View = staticmethod(accounts.open_account)
    inspect_view: View = staticmethod(accounts.show)

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *super().get_urlpatterns(),
            path("<int:pk>/andra/", accounts.change, name="change"),
            path("<int:pk>/stang/", accounts.close, name="close"),
            path("<int:pk>/oppna/", accounts.reopen, name="reopen"),
            path("<int:pk>/ta-bort-steg/", second_steps.of_account, name="unlock"),
        ]


class OrganisationGroup(ViewSetGroup):
    """The system owner's part of the menu."""

    menu_label = _("Organisation")
    menu_name = "organisation"
    menu_icon = "site"
    menu_order = 200
    submenu_hook = ORGANISATION
    items = (
        AccountViewSet,
        RoleViewSet,
        AreaViewSet,
        WorkplaceViewSet,
        LocalityViewSet,
        OccupationViewSet,
        CompetenceViewSet,
        RuleProfileViewSet,
    )
