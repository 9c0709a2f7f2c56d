"""Meddelandetexter in the admin, for the system owner."""

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from booking.views.desk import message_texts
from people import access
from people.requests import SignedIn


class MessageTextViewSet(ViewSet):
    """Its pages belong to kinds of messages, whether there is a row of them or not."""

    name = "message_text"
    url_prefix = "meddelandetexter"
    icon = "mail"

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", message_texts.index, name="index"),
            path("<str:code>/<str:language>/", message_texts.change, name="change"),
            path("<str:code>/<str:language>/forhand/", message_texts.preview, name="preview"),
            path("<str:code>/<str:language>/tillbaka/", message_texts.give_back, name="give_back"),
        ]


class MessageTextsItem(MenuItem):
    """For the system owner, who words them."""

    def is_shown(self, request: SignedIn) -> bool:
        return access.may(request.user, "messagetext.change")


def message_texts_item() -> MenuItem:
    """Meddelandetexter, after the policies."""
    page = reverse("message_text:index")
    return MessageTextsItem(_("Meddelandetexter"), page, name="message_texts", icon_name="mail", order=910)
