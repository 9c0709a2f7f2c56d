"""LAS in the admin: who is near a limit."""

from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from booking.views.desk import las
from people import access
from people.requests import SignedIn


class LasViewSet(ViewSet):
    """The lists, and each as a file."""

    name = "las"
    url_prefix = "las"
    icon = "calendar-alt"

    def get_urlpatterns(self) -> list[URLPattern]:
        return [path("", las.report, name="index"), path("fil/<str:kind>/", las.export, name="export")]


class LasItem(MenuItem):
    """Shown to those who plan people."""

    def is_shown(self, request: SignedIn) -> bool:
        return access.may(request.user, "substitute.change")


def las_item() -> MenuItem:
    """LAS, after the lists."""
    return LasItem(_("LAS"), reverse_lazy("las:index"), name="las", icon_name="calendar-alt", order=700)
