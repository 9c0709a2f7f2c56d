"""Skyddade uppgifter: the list and the card of whoever keeps them, and the question that a planner answers."""

from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from people import access
from people.requests import SignedIn
from people.views.desk import protected


class ProtectedViewSet(ViewSet):
    """No rows are edited as rows: each look is asked for."""

    name = "protected"
    url_prefix = "skyddade"
    icon = "lock"

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", protected.index, name="index"),
            path("<uuid:pk>/", protected.show, name="inspect"),
            path("<uuid:pk>/visa/", protected.reveal, name="reveal"),
            path("<uuid:pk>/andra/", protected.change, name="change"),
            path("<uuid:pk>/ta-bort-skydd/", protected.lift, name="lift"),
            path("<uuid:pk>/skydda/", protected.mark, name="mark"),
        ]


class KeepersItem(MenuItem):
    """Shown to whoever keeps them."""

    def is_shown(self, request: SignedIn) -> bool:
        return access.may(request.user, protected.IDENTIFY)


def protected_item() -> MenuItem:
    """Skyddade uppgifter."""
    return KeepersItem(
        _("Skyddade uppgifter"), reverse_lazy("protected:index"), name="protected", icon_name="lock", order=60
    )
