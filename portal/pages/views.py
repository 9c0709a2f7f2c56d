"""The search page."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from portal.pages import search as finding

PER_PAGE = 10


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What was found for `?q=`, ten at a time."""
    typed = request.GET.get("q", "").replace("\0", "").strip()[: finding.LONGEST]
    keys = finding.pages(typed, language=get_language() or "sv", on=timezone.localdate())
    listed = Paginator(keys, PER_PAGE).get_page(request.GET.get("sida"))
    results = finding.listed(listed)
    context = {"typed": typed, "listed": listed, "results": results, "found": len(keys)}
    return render(request, "search/results.html", context)
