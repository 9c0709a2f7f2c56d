"""What waits for a planner, and what she writes: Att göra, Inkorg, Skriv meddelande."""

from typing import Any

from django.db.models import Model
from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.sidebar import LinkMenuItem
from wagtail.admin.viewsets.base import ViewSet

from booking.matching import changes
from booking.models import PlannerTask
from booking.views.desk import inbox, selection, sent, tasks, writing
from messaging.models import InboundMessage
from people import access
from people.requests import SignedIn


class TaskViewSet(ViewSet):
    """Att göra."""

    name = "tasks"
    url_prefix = "att-gora"
    icon = "tasks"

    def get_urlpatterns(self) -> list[URLPattern]:
        return [path("", tasks.index, name="index"), path("<uuid:pk>/klar/", tasks.done, name="done")]


class InboxViewSet(ViewSet):
    """Inkorg."""

    name = "sms"
    url_prefix = "sms"
    icon = "mail"

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", inbox.index, name="index"),
            path("<uuid:pk>/last/", inbox.settle, name="settle"),
            path("<uuid:pk>/olast/", inbox.unsettle, name="unsettle"),
            path("<uuid:pk>/rakna/", inbox.count, name="count"),
        ]


class WritingViewSet(ViewSet):
    """Skriv meddelande; reached from whom it is to."""

    name = "writing"
    url_prefix = "skriv"
    icon = "comment"

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", writing.to_several, name="to_several"),
            path("urval/", selection.selection, name="selection"),
            path("skickat/", sent.index, name="sent"),
            path("skickat/<uuid:command>/", sent.sending, name="sending"),
            path("<uuid:pk>/", writing.to_one, name="to_one"),
        ]


class WaitingItem(MenuItem):
    """An entry of the menu with how many rows of a model wait for her behind it."""

    def __init__(self, *args: Any, waiting: type[Model], **options: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **options)
        self.waiting = waiting

    def is_shown(self, request: SignedIn) -> bool:
        return access.may(request.user, f"{self.waiting._meta.model_name}.view")

    def render_component(self, request: SignedIn) -> LinkMenuItem:
        """A component of its own each time: the item itself is shared by all."""
        component = super().render_component(request)
        if number := changes.number(request.user, self.waiting):
            component.label = f"{self.label} ({number})"
        return component


class WritingItem(MenuItem):
    """For whoever may write."""

    def is_shown(self, request: SignedIn) -> bool:
        return access.may(request.user, "substitute.write")


FOLLOW_UPS = (TaskViewSet, InboxViewSet, WritingViewSet)


def tasks_item() -> MenuItem:
    """Att göra, after the board."""
    return WaitingItem(
        _("Att göra"), reverse_lazy("tasks:index"), name="tasks", icon_name="tasks", order=10,
        waiting=PlannerTask,
    )  # fmt: skip


def inbox_item() -> MenuItem:
    """Inkorg, after the tasks."""
    return WaitingItem(
        _("Inkorg"), reverse_lazy("sms:index"), name="sms", icon_name="mail", order=20,
        waiting=InboundMessage,
    )  # fmt: skip


def writing_item() -> MenuItem:
    """Skriv till flera, after the inbox."""
    page = reverse_lazy("writing:selection")
    return WritingItem(_("Skriv till flera"), page, name="writing", icon_name="comment", order=25)
