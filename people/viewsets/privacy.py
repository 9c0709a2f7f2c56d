"""Gallring and Visningar in the admin, for the system owner."""

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from people import access
from people.requests import SignedIn
from people.views.desk import looks, retention


class RetentionViewSet(ViewSet):
    """The kinds, each with its decision."""

    name = "retention"
    url_prefix = "gallring"
    icon = "history"

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", retention.index, name="index"),
            path("<slug:kind>/", retention.kind, name="kind"),
            path("<slug:kind>/upphav/", retention.withdraw, name="withdraw"),
        ]


class LooksViewSet(ViewSet):
    """One list."""

    name = "looks"
    url_prefix = "visningar"
    icon = "view"

    def get_urlpatterns(self) -> list[URLPattern]:
        return [path("", looks.index, name="index")]


class OwnersItem(MenuItem):
    """For whoever answers for what is kept."""

    def is_shown(self, request: SignedIn) -> bool:
        return access.may(request.user, "retentionrule.view")


def retention_item() -> MenuItem:
    """Gallring, below the tables."""
    return OwnersItem(_("Gallring"), reverse("retention:index"), name="retention", icon_name="history", order=1010)


def looks_item() -> MenuItem:
    """Visningar, below Gallring."""
    return OwnersItem(_("Visningar"), reverse("looks:index"), name="looks", icon_name="view", order=1020)
