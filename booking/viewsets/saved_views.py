"""Sparade vyer in the admin: reached from the lists that they are of."""

from django.urls import URLPattern, path
from wagtail.admin.viewsets.base import ViewSet

from booking.views.desk import saved_views


class SavedViewViewSet(ViewSet):
    """What is done to them."""

    name = "saved_view"
    url_prefix = "vyer"
    icon = "tag"

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("ny/<str:of>/", saved_views.save, name="save"),
            path("<uuid:pk>/namn/", saved_views.rename, name="rename"),
            path("<uuid:pk>/ersatt/", saved_views.replace, name="replace"),
            path("<uuid:pk>/ta-bort/", saved_views.remove, name="remove"),
        ]
