"""Säkerhet in the admin, for the system owner."""

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from people import access
from people.requests import SignedIn
from people.views.desk import security


class SecurityViewSet(ViewSet):
    """One page."""

    name = "security"
    url_prefix = "sakerhet"
    icon = "lock"

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", security.index, name="index"),
            path("<uuid:pk>/omhandertaget/", security.see_to, name="see_to"),
        ]


class SecurityItem(MenuItem):
    """For whoever answers for the portal."""

    def is_shown(self, request: SignedIn) -> bool:
        return access.may(request.user, "alarm.view")


def security_item() -> MenuItem:
    """Säkerhet, beside the log of the settings."""
    return SecurityItem(_("Säkerhet"), reverse("security:index"), name="security", icon_name="lock", order=1010)
