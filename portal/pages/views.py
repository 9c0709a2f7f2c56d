"""The search page."""

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.http import require_safe
from wagtail import views as wagtail
from wagtail.models import Page

from portal.pages import languages
from portal.pages import search as finding

PER_PAGE = 10


def page(request: HttpRequest, path: str) -> HttpResponse:
    """An editors' page. The address says in which tree it lies; if it is in none, the answer is in her own language."""
    language = languages.of_address(request.path_info)
    with translation.override(language):
        Page.route_for_request(request, path)  # which is kept with the request
    if language != settings.LANGUAGE_CODE:
        translation.activate(language)
        request.LANGUAGE_CODE = language
    return wagtail.serve(request, path)


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What was found for `?q=`, ten at a time."""
    typed = request.GET.get("q", "").replace("\0", "").strip()[: finding.LONGEST]
    keys = finding.pages(typed, request=request)
    listed = Paginator(keys, PER_PAGE).get_page(request.GET.get("sida"))
    results = finding.listed(listed)
    context = {"typed": typed, "listed": listed, "results": results, "found": len(keys)}
    return render(request, "search/results.html", context)
