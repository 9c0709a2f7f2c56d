"""Runs, for officers; codes, accounts and files, for the system owner."""

from typing import ClassVar

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.base import ViewSet

from payroll.forms.layout import LayoutForm
from payroll.models import AccountString, Layout, WageCode
from payroll.views import runs, runs_made, runs_sample
from people import access
from people.viewsets.organisation import ORGANISATION, Kept, yes_or_no


class RunsItem(MenuItem):
    """Shown to those who send to payroll."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether she does."""
        return access.may(request.user, "payrun.view")


class PayRunViewSet(ViewSet):
    """Körningar."""

    name = "payrun"
    url_prefix = "lon/korningar"
    icon = "download"
    menu_label = _("Körningar")
    menu_item_class = RunsItem

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", runs.index, name="index"),
            path("ny/", runs.make, name="make"),
            path("<uuid:pk>/", runs_made.show, name="show"),
            path("<uuid:pk>/fil/", runs_made.fetch, name="fetch"),
            path("<uuid:pk>/angra/", runs_made.take_back, name="take_back"),
        ]


class WageCodeViewSet(Kept):
    """What each class of hours is called in payroll."""

    model = WageCode
    url_prefix = "lonearter"
    icon = "tag"
    form_fields: ClassVar = ["what", "pay_form", "code", "wage_type", "name", "with_overtime"]
    search_fields: ClassVar = ["code", "wage_type", "name"]
    list_display: ClassVar = [
        Column("code", label=_("Tidkod")),
        Column("name", label=_("Namn")),
        Column("what", label=_("Timmarna är"), accessor="get_what_display"),
        Column("pay_form", label=_("Löneform"), accessor="get_pay_form_display"),
        Column("wage_type", label=_("Löneart")),
        yes_or_no("with_overtime", _("Även på övertid")),
    ]
    ordering = "code"
    menu_hook = ORGANISATION


class AccountStringViewSet(Kept):
    """What each workplace's hours are booked on."""

    model = AccountString
    url_prefix = "konteringar"
    icon = "list-ul"
    form_fields: ClassVar = ["workplace", "text"]
    search_fields: ClassVar = ["workplace__name", "text"]
    list_display: ClassVar = [
        Column("workplace", label=_("Arbetsplats"), sort_key="workplace__name"),
        Column("text", label=_("Kontering")),
    ]
    joins: ClassVar = ("workplace",)
    ordering = "workplace__name"
    menu_hook = ORGANISATION


def to_its_sample(layout: Layout) -> SafeString:
    """The way to what its files look like."""
    address = reverse("layout:sample", args=[layout.pk])
    return format_html('<a href="{}">{}</a>', address, gettext("Visa hur filen ser ut"))


class LayoutViewSet(Kept):
    """How the payroll system wants its files."""

    model = Layout
    url_prefix = "filer-till-lon"
    icon = "table"
    list_display: ClassVar = [
        "name",
        Column("kind", label=_("Slag"), accessor="get_kind_display"),
        "encoding",
        Column("sample", label=_("Första raderna"), accessor=to_its_sample),
    ]
    menu_hook = ORGANISATION

    def get_form_class(self, for_update: bool = False) -> type[LayoutForm]:  # noqa: FBT001, FBT002 (Wagtail's)
        return LayoutForm

    def get_urlpatterns(self) -> list[URLPattern]:
        return [*super().get_urlpatterns(), path("<uuid:pk>/prov/", runs_sample.sample, name="sample")]
