"""Vanliga pass at the desk; reached from where an order is placed."""

from django.urls import URLPattern, path
from wagtail.admin.viewsets.base import ViewSet

from booking.views.desk import usual


class UsualViewSet(ViewSet):
    """Vanliga pass."""

    name = "usual"
    url_prefix = "vanliga-pass"
    icon = "clipboard-list"

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", usual.index, name="index"),
            path("nytt/", usual.new, name="new"),
            path("<uuid:pk>/", usual.change, name="change"),
            path("<uuid:pk>/ta-bort/", usual.remove, name="remove"),
        ]
