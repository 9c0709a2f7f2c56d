"""Förslag, in the planners' part of the menu."""

from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from booking.views.desk import proposal_line, proposals
from people import access
from people.requests import SignedIn


class ProposalViewSet(ViewSet):
    """Made, changed by hand, solved anew and accepted, line by line."""

    name = "proposal"
    url_prefix = "forslag"
    icon = "list-ul"

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", proposals.index, name="index"),
            path("nytt/", proposals.new, name="new"),
            path("<uuid:pk>/", proposals.show, name="show"),
            path("<uuid:pk>/los/", proposals.solve, name="solve"),
            path("<uuid:pk>/godkann/", proposals.accept, name="accept"),
            path("<uuid:pk>/stang/", proposals.close, name="close"),
            path("<uuid:pk>/rad/<uuid:line>/", proposal_line.show, name="line"),
            path("<uuid:pk>/rad/<uuid:line>/<str:deed>/", proposal_line.change, name="change_line"),
        ]


class ProposalItem(MenuItem):
    """For planners."""

    def is_shown(self, request: SignedIn) -> bool:
        return access.may(request.user, "proposal.view")


def proposals_item() -> MenuItem:
    """Förslag, after the board."""
    return ProposalItem(_("Förslag"), reverse_lazy("proposal:index"), name="proposals", icon_name="list-ul", order=5)
