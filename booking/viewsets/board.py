"""Tavlan: its pages, and what its buttons do."""

from django.urls import URLPattern, path
from wagtail.admin.viewsets.base import ViewSet

from booking.views.desk import board


class BoardViewSet(ViewSet):
    """A week, a day, and the one right thing to do about each order that must be filled."""

    name = "board"
    url_prefix = "tavla"
    icon = "grid"

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", board.index, name="index"),
            path("vecka/<str:name>/", board.week, name="week"),
            path("dag/<str:name>/", board.day, name="day"),
            path("<uuid:pk>/boka/", board.book, name="book"),
            path("<uuid:pk>/fraga/", board.ask, name="ask"),
        ]
