"""Ersättare in the admin: for whoever has a role there that she may hand over, or has somebody's in her place."""

from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from people import access
from people.requests import SignedIn
from people.views import delegating


class DelegationViewSet(ViewSet):
    """One page, which each reads of herself."""

    name = "delegation"
    url_prefix = "ersattare"
    icon = "group"

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", delegating.at_the_desk, name="index"),
            path("<uuid:pk>/avsluta/", delegating.end, {"back": delegating.DESK}, name="end_delegation"),
        ]


class DelegationItem(MenuItem):
    """Shown to whoever has a role to hand over."""

    def is_shown(self, request: SignedIn) -> bool:
        return access.may(request.user, "roleassignment.delegate")


def delegation_item() -> MenuItem:
    """Ersättare."""
    return DelegationItem(
        _("Ersättare"), reverse_lazy("delegation:index"), name="delegation", icon_name="group", order=70
    )
