"""The portal's addresses and one more, whose view does nothing: what every answer costs at the least."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path


def bare(_request: HttpRequest) -> HttpResponse:
    """Two letters."""
    return HttpResponse("ok")


urlpatterns = [path("bare/", bare), path("", include("portal.urls"))]
