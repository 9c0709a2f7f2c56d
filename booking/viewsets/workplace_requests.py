"""Nya arbetsplatser: those who ask to work somewhere new, and what is answered."""

from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from booking.models import WorkplaceRequest
from booking.views.desk import workplace_request, workplace_request_list
from booking.viewsets.follow_ups import WaitingItem


class WorkplaceRequestViewSet(ViewSet):
    """The list, a page for each, and what can be answered there."""

    name = "workplace_request"
    url_prefix = "nya-arbetsplatser"
    icon = "thumbtack"

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", workplace_request_list.index, name="index"),
            path("<uuid:pk>/", workplace_request.show, name="inspect"),
            path("<uuid:pk>/introduktion/", workplace_request.plan, name="plan"),
            path("<uuid:pk>/introducerad/", workplace_request.introduced, name="introduced"),
            path("<uuid:pk>/godkann/", workplace_request.accept, name="accept"),
            path("<uuid:pk>/nej/", workplace_request.decline, name="decline"),
            path("<uuid:pk>/avtal/", workplace_request.agree, name="agree"),
        ]


def workplace_requests_item() -> MenuItem:
    """Nya arbetsplatser, after what is to be done and read."""
    return WaitingItem(
        _("Nya arbetsplatser"),
        reverse_lazy("workplace_request:index"),
        name="workplace-requests",
        icon_name="thumbtack",
        order=30,
        waiting=WorkplaceRequest,
    )
