"""Regelverk in the admin: read by planners, changed by the system owner."""

from django.urls import URLPattern, path
from wagtail.admin.viewsets.base import ViewSet

from booking.views.desk import policy


class PolicyViewSet(ViewSet):
    """Its pages belong to places, whether a place has a policy of its own or not."""

    name = "policy"
    url_prefix = "regelverk"
    icon = "clipboard-list"

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", policy.index, name="index"),
            path("<uuid:pk>/", policy.show, name="show"),
            path("<uuid:pk>/andra/", policy.change, name="change"),
            path("bestallning/<uuid:pk>/", policy.of_order, name="of_order"),
        ]
