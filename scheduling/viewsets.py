"""What Wagtail's admin shows of the exchange with the schedule, declared."""

from typing import ClassVar

from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.base import ViewSet, ViewSetGroup

from people import access
from people.viewsets.organisation import ORGANISATION, Kept
from scheduling.models import WorkplaceCode
from scheduling.views import coming, going


class ReadersItem(MenuItem):
    """Shown to those who read files in."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether she does."""
        return access.may(request.user, "schedulefile.apply")


class TellersItem(MenuItem):
    """Shown to those who see what the schedule is told."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether she does."""
        return access.may(request.user, "delivery.view")


class ScheduleViewSet(ViewSet):
    """Från schemat."""

    name = "schedule"
    url_prefix = "schema/in"
    icon = "upload"
    menu_label = _("Från schemat")
    menu_item_class = ReadersItem

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", coming.hand_in, name="index"),
            path("<uuid:pk>/", coming.report, name="report"),
            path("<uuid:pk>/las-in/", coming.carry_out, name="carry_out"),
            path("<uuid:pk>/kasta/", coming.throw_away, name="discard"),
        ]


class BookedViewSet(ViewSet):
    """Till schemat."""

    name = "schedule_out"
    url_prefix = "schema/ut"
    icon = "download"
    menu_label = _("Till schemat")
    menu_item_class = TellersItem

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", going.index, name="index"),
            path("fil/<uuid:pk>/", going.fetch, name="fetch"),
            path("<uuid:pk>/igen/", going.retry, name="retry"),
        ]


class ScheduleGroup(ViewSetGroup):
    """What goes between the schedule and the portal."""

    menu_label = _("Schema")
    menu_name = "scheduling"
    menu_icon = "calendar"
    menu_order = 305
    items = (ScheduleViewSet, BookedViewSet)


class WorkplaceCodeViewSet(Kept):
    """What the schedule calls each workplace."""

    model = WorkplaceCode
    url_prefix = "arbetsplatskoder"
    icon = "list-ul"
    form_fields: ClassVar = ["workplace", "code"]
    search_fields: ClassVar = ["workplace__name", "code"]
    list_display: ClassVar = [
        Column("code", label=_("Kod")),
        Column("workplace", label=_("Arbetsplats"), sort_key="workplace__name"),
    ]
    joins: ClassVar = ("workplace__area",)
    ordering = "code"
    menu_hook = ORGANISATION
