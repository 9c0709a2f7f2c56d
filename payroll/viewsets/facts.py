"""What payroll says: its files and one person's pay, for officers; how the files are read, for the system owner."""

from typing import ClassVar

from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from payroll.forms.facts import FactsLayoutForm
from payroll.models import FactsLayout
from payroll.views import facts, income
from people import access
from people.viewsets.organisation import ORGANISATION, Kept


class ImportersItem(MenuItem):
    """Shown to those who read files in."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether she does."""
        return access.may(request.user, "factsimport.apply")


class FactsViewSet(ViewSet):
    """Uppgifter från lönesystemet."""

    name = "payfacts"
    url_prefix = "lon/uppgifter"
    icon = "upload"
    menu_label = _("Uppgifter från lönesystemet")
    menu_item_class = ImportersItem

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", facts.hand_in, name="index"),
            path("person/", facts.find, name="find"),
            path("person/<uuid:pk>/", income.person, name="person"),
            path("<uuid:pk>/", facts.report, name="report"),
            path("<uuid:pk>/las-in/", facts.carry_out, name="carry_out"),
            path("<uuid:pk>/kasta/", facts.throw_away, name="discard"),
        ]


class FactsLayoutViewSet(Kept):
    """How each file from the payroll system is read."""

    model = FactsLayout
    url_prefix = "lonefiler"
    icon = "table"
    list_display: ClassVar = ["name", "kind", "person_by"]
    menu_hook = ORGANISATION

    def get_form_class(self, for_update: bool = False) -> type[FactsLayoutForm]:  # noqa: FBT001, FBT002 (Wagtail's)
        return FactsLayoutForm
