"""Statistik in the admin: for those who follow up an area."""

from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from booking.views.desk.follow_up import files, hours, las, overview, people
from people import access
from people.requests import SignedIn


class StatisticsViewSet(ViewSet):
    """The figures on four pages, and each table as a file."""

    name = "statistics"
    url_prefix = "uppfoljning"
    icon = "table"

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", overview.index, name="index"),
            path("vikarier/", people.index, name="people"),
            path("timmar/", hours.index, name="hours"),
            path("las/", las.index, name="las"),
            path("hamta/<slug:code>/<slug:kind>/", files.table, name="file"),
        ]


class StatisticsItem(MenuItem):
    """Shown to those whose roles let them follow up."""

    def is_shown(self, request: SignedIn) -> bool:
        return access.may(request.user, "order.follow_up")


def statistics_item() -> MenuItem:
    """Statistik, after what is done today."""
    return StatisticsItem(
        _("Statistik"), reverse_lazy("statistics:index"), name="statistics", icon_name="table", order=800
    )
