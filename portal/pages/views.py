"""The search page."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from booking.weeks import local_day
from portal.pages.search.finding import found
from portal.pages.search.words import LONGEST

PER_PAGE = 10


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What was found for `?q=`, ten pages at a time. What is typed is kept nowhere."""
    now = timezone.now()
    typed = request.GET.get("q", "").replace("\0", "").strip()[:LONGEST]
    hits = found(request, typed, language=get_language() or "sv", now=now)
    listed = Paginator(hits.pages, PER_PAGE).get_page(request.GET.get("sida"))
    context = {"typed": typed, "hits": hits, "listed": listed, "results": listed.object_list}
    return render(request, "search/results.html", context | {"now": now, "today": local_day(now)})
