"""Bokningsassistenter, in the planners' part of the menu."""

from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from booking.views.desk import assistant_deeds, assistant_runs, assistants
from booking.viewsets.worked_time import AllowedItem


class AssistantViewSet(ViewSet):
    """The list, a form for each, what is done by a button, and what they have done."""

    name = "assistant"
    url_prefix = "bokningsassistenter"
    icon = "history"

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", assistants.index, name="index"),
            path("ny/", assistants.new, name="new"),
            path("ny/mening/", assistants.sentence, name="sentence"),
            path("alla/av/", assistant_deeds.all_off, name="all_off"),
            path("korningar/", assistant_runs.index, name="runs"),
            path("korningar/fil/<str:kind>/", assistant_runs.export, name="export"),
            path("korningar/<uuid:pk>/", assistant_runs.show, name="run"),
            path("<uuid:pk>/", assistants.change, name="change"),
            path("<uuid:pk>/kor/", assistant_deeds.start, name="start"),
            path("<uuid:pk>/ta-bort/", assistants.remove, name="remove"),
            path("<uuid:pk>/pa/", assistant_deeds.switch, {"on": True}, name="on"),
            path("<uuid:pk>/av/", assistant_deeds.switch, {"on": False}, name="off"),
        ]


def assistants_item() -> MenuItem:
    """Bokningsassistenter, after what is waiting."""
    page = reverse_lazy("assistant:index")
    name = _("Bokningsassistenter")
    return AllowedItem(name, page, name="assistants", icon_name="history", order=220, action="assistantprofile.change")
