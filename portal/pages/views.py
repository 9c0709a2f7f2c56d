"""The way to the editors' pages, and the search page."""

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from wagtail import views as wagtail
from wagtail.url_routing import RouteResult

from booking.weeks import local_day
from portal.pages import languages
from portal.pages.search.finding import found
from portal.pages.search.words import LONGEST

PER_PAGE = 10


def page(request: HttpRequest, path: str) -> HttpResponse:
    """An editors' page. The address says in which tree it lies; if it is in none, the answer is in her own language."""
    language = languages.of_address(request.path_info)
    with translation.override(language):
        # Wagtail would ask what language is spoken once more; what it finds here it does not look for.
        request._wagtail_route_for_request = _found(request, path)  # type: ignore[attr-defined]  # noqa: SLF001
    if language != settings.LANGUAGE_CODE:
        translation.activate(language)
        request.LANGUAGE_CODE = language
    return wagtail.serve(request, path)


def _found(request: HttpRequest, path: str) -> RouteResult | None:
    home = languages.start_page(request)
    try:
        return home.specific.route(request, [slug for slug in path.split("/") if slug]) if home else None
    except Http404:
        return None


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What was found for `?q=`, ten pages at a time. What is typed is kept nowhere."""
    now = timezone.now()
    typed = request.GET.get("q", "").replace("\0", "").strip()[:LONGEST]
    hits = found(request, typed, language=get_language() or "sv", now=now)
    listed = Paginator(hits.pages, PER_PAGE).get_page(request.GET.get("sida"))
    context = {"typed": typed, "hits": hits, "listed": listed, "results": listed.object_list}
    return render(request, "search/results.html", context | {"now": now, "today": local_day(now)})
