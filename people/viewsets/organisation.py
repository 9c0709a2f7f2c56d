"""People and places in Wagtail's admin: the substitutes to read, and what the system owner keeps."""

from typing import Any, ClassVar

from django.db.models import Model
from django.forms import ModelForm, modelform_factory
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import formfield_for_dbfield
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.base import ViewSetGroup

from people.forms.duty_rule import DutyRuleForm
from people.forms.workplace import WorkplaceForm
from people.models import Area, Competence, DutyRule, Locality, Occupation, RuleProfile, Workplace
from people.views.scoped import ScopedIndex
from people.viewsets.colleagues import AccountViewSet, RoleViewSet
from people.viewsets.scoped import ScopedModelViewSet

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
    form_fields: ClassVar = [
        "name", "weekly_hours", "month_cap", "days_in_row", "overridable",
        "resource_gives_time", "acute_gives_time", "time_bank_debt", "time_bank_cap",
    ]  # fmt: skip
    list_display: ClassVar = [
        "name",
        "weekly_hours",
        "month_cap",
        "days_in_row",
        yes_or_no("overridable", capfirst(_("avsteg med skäl tillåts"))),
    ]


class DutyRuleViewSet(Kept):
    """What the duties of the staff's register give here."""

    model = DutyRule
    url_prefix = "tjanstgoringar"
    icon = "link"
    form_fields: ClassVar = ["duty_role", "organisation", "role", "area", "workplace"]
    search_fields: ClassVar = ["duty_role", "organisation"]
    list_display: ClassVar = ["duty_role", "organisation", "role", "area", "workplace"]
    joins: ClassVar = ("area", "workplace")
    ordering = "duty_role"

    def get_form_class(self, for_update: bool = False) -> type[DutyRuleForm]:  # noqa: FBT001, FBT002 (Wagtail's)
        return DutyRuleForm


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
        DutyRuleViewSet,
        AreaViewSet,
        WorkplaceViewSet,
        LocalityViewSet,
        OccupationViewSet,
        CompetenceViewSet,
        RuleProfileViewSet,
    )
