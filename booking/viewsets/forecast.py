"""Prognos in the admin: for those who plan an area."""

from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from booking.views.desk import forecast, time_asking
from people import access
from people.requests import SignedIn


class ForecastViewSet(ViewSet):
    """The coming weeks, a day of an area, and the question for time."""

    name = "forecast"
    url_prefix = "prognos"
    icon = "calendar-alt"

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", forecast.index, name="index"),
            path("rakna/", forecast.count, name="count"),
            path("<uuid:pk>/<str:name>/", forecast.day, name="day"),
            path("<uuid:pk>/<str:name>/be-om-tid/", time_asking.ask, name="ask"),
        ]


class ForecastItem(MenuItem):
    """Shown to those whose roles let them read it."""

    def is_shown(self, request: SignedIn) -> bool:
        return access.may(request.user, "forecast.view")


def forecast_item() -> MenuItem:
    """Prognos, right after the board."""
    return ForecastItem(
        _("Prognos"), reverse_lazy("forecast:index"), name="forecast", icon_name="calendar-alt", order=5
    )
