"""The officer's desk, as Wagtail's admin knows it."""

from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from intyg.forms.handling import HANDLE
from intyg.views import looking
from intyg.views.desk import case, deeds, queue
from people import access


class OfficersItem(MenuItem):
    """Shown to those who handle certificates."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether she does."""
        return access.may(request.user, HANDLE)


class CertificateViewSet(ViewSet):
    """A queue and a page to handle each request on; no rows are edited as rows."""

    name = "intyg"
    icon = "doc-full"
    menu_label = _("Intyg")
    menu_order = 300
    add_to_admin_menu = True
    menu_item_class = OfficersItem

    def get_urlpatterns(self) -> list[URLPattern]:
        """The addresses under /admin/intyg/."""
        return [
            path("", queue.queue, name="queue"),
            path("<uuid:pk>/", case.handle, name="handle"),
            path("<uuid:pk>/ta/", deeds.assign, name="assign"),
            path("<uuid:pk>/lamna/", deeds.hand_over, name="hand_over"),
            path("<uuid:pk>/fraga/", deeds.ask, name="ask"),
            path("<uuid:pk>/tid/", deeds.cover, name="cover"),
            path("<uuid:pk>/utkast/", case.draft, name="draft"),
            path("<uuid:pk>/godkann/", deeds.approve, name="approve"),
            path("<uuid:pk>/skicka-tillbaka/", deeds.send_back, name="send_back"),
            path("<uuid:pk>/ratta/", deeds.correct, name="correct"),
            path("<uuid:pk>/lagg-ned/", deeds.drop, name="drop"),
            path("<uuid:pk>/avsla/", deeds.refuse, name="refuse"),
            path("<uuid:pk>/personnummer/", looking.number, name="number"),
        ]
