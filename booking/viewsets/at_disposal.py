"""Resurstid, in the planners' part of the menu."""

from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from booking.views.desk import at_disposal
from people import access
from people.requests import SignedIn


class AtDisposalViewSet(ViewSet):
    """A week at a time."""

    name = "at_disposal"
    url_prefix = "resurstid"
    icon = "user"

    def get_urlpatterns(self) -> list[URLPattern]:
        return [path("", at_disposal.index, name="index")]


class AtDisposalItem(MenuItem):
    """For those who fill the orders."""

    def is_shown(self, request: SignedIn) -> bool:
        return access.may(request.user, "availability.view")


def at_disposal_item() -> MenuItem:
    """Resurstid, before the time banks."""
    return AtDisposalItem(
        _("Resurstid"), reverse_lazy("at_disposal:index"), name="at-disposal", icon_name="user", order=805
    )
