"""Ändringar in the admin, for the system owner."""

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from people import access
from people.requests import SignedIn
from people.views.desk import settings_log


class SettingsLogViewSet(ViewSet):
    """One list."""

    name = "settings_log"
    url_prefix = "andringar"
    icon = "history"

    def get_urlpatterns(self) -> list[URLPattern]:
        return [path("", settings_log.index, name="index")]


class SettingsLogItem(MenuItem):
    """For whoever answers for the settings."""

    def is_shown(self, request: SignedIn) -> bool:
        return access.may(request.user, "historyentry.audit")


def settings_log_item() -> MenuItem:
    """Ändringar, last of the tables."""
    page = reverse("settings_log:index")
    return SettingsLogItem(_("Ändringar"), page, name="settings_log", icon_name="history", order=1000)
