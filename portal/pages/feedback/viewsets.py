"""What readers say, in the admin under Rapporter."""

from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from people import access
from people.requests import SignedIn
from portal.pages.feedback.gates import EDIT
from portal.pages.feedback.views import desk

DEEDS = {
    "pageanswer.handle": _("Kommentaren hanterad, eller åter att hantera"),
    "pageanswer.erase": _("Kommentaren borttagen"),
    "feedback.handle": _("Synpunkten hanterad, eller åter att hantera"),
    "feedback.erase": _("Synpunkten borttagen"),
}


class HelpedViewSet(ViewSet):
    """Hjälpte sidan? and Synpunkter."""

    name = "helped_report"
    url_prefix = "hjalpte"
    icon = "comment"

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", desk.index, name="index"),
            path("sida/<int:pk>/", desk.page, name="page"),
            path("kommentar/<int:pk>/klar/", desk.comment_handled, name="comment_handled"),
            path("kommentar/<int:pk>/bort/", desk.comment_erased, name="comment_erased"),
            path("synpunkter/", desk.feedback, name="feedback"),
            path("synpunkter/<int:pk>/klar/", desk.feedback_handled, name="feedback_handled"),
            path("synpunkter/<int:pk>/bort/", desk.feedback_erased, name="feedback_erased"),
        ]


class ForEditors(MenuItem):
    """For those who edit pages."""

    def is_shown(self, request: SignedIn) -> bool:
        return access.may(request.user, EDIT)


def helped_item() -> MenuItem:
    """Hjälpte sidan?"""
    page = reverse_lazy("helped_report:index")
    return ForEditors(_("Hjälpte sidan?"), page, name="helped", icon_name="help", order=100)


def feedback_item() -> MenuItem:
    """Synpunkter"""
    page = reverse_lazy("helped_report:feedback")
    return ForEditors(_("Synpunkter"), page, name="feedback", icon_name="comment", order=110)
