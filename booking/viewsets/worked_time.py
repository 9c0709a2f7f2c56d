"""Arbetad tid and Löneperioder: what is seen to after the shifts."""

from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from booking.views.desk import pay_periods, worked_attesting, worked_list
from people import access
from people.requests import SignedIn


class WorkedTimeViewSet(ViewSet):
    """The list, and attesting by it."""

    name = "worked_desk"
    url_prefix = "arbetad-tid"
    icon = "time"

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", worked_list.index, name="index"),
            path("fil/<str:kind>/", worked_list.export, name="export"),
            path("attestera/", worked_attesting.foretell, name="foretell"),
            path("attestera/gor/", worked_attesting.carry_out, name="carry_out"),
            path("attestera/<uuid:command>/", worked_attesting.outcome, name="outcome"),
        ]


class PayPeriodViewSet(ViewSet):
    """The months, and closing one."""

    name = "payperiod"
    url_prefix = "loneperioder"
    icon = "lock"

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", pay_periods.index, name="index"),
            path("<str:name>/stang/", pay_periods.close, name="close"),
        ]


class AllowedItem(MenuItem):
    """An entry of the menu for whoever may do something."""

    def __init__(self, *args: object, action: str, **options: object) -> None:
        super().__init__(*args, **options)
        self.action = action

    def is_shown(self, request: SignedIn) -> bool:
        return access.may(request.user, self.action)


def worked_item() -> MenuItem:
    """Arbetad tid, after the bookings."""
    page = reverse_lazy("worked_desk:index")
    return AllowedItem(
        _("Arbetad tid"), page, name="worked-time", icon_name="time", order=210, action="booking.correct"
    )


def pay_periods_item() -> MenuItem:
    """Löneperioder, after the worked time."""
    page = reverse_lazy("payperiod:index")
    return AllowedItem(
        _("Löneperioder"), page, name="pay-periods", icon_name="lock", order=211, action="payperiod.view"
    )
