"""Tidbanker, in the planners' part of the menu."""

from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from booking.views.desk import time_banks
from people import access
from people.requests import SignedIn


class TimeBankViewSet(ViewSet):
    """The report, and as a file."""

    name = "time_banks"
    url_prefix = "tidbanker"
    icon = "history"

    def get_urlpatterns(self) -> list[URLPattern]:
        return [path("", time_banks.report, name="index"), path("fil/<str:kind>/", time_banks.export, name="export")]


class TimeBankItem(MenuItem):
    """For those who keep them."""

    def is_shown(self, request: SignedIn) -> bool:
        return access.may(request.user, "timebankentry.view")


def time_banks_item() -> MenuItem:
    """Tidbanker, after the figures."""
    return TimeBankItem(
        _("Tidbanker"), reverse_lazy("time_banks:index"), name="time-banks", icon_name="history", order=810
    )
