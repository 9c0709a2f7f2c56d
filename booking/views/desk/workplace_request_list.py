"""Nya arbetsplatser: those who want to work somewhere new, until they can."""

from datetime import timedelta

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from booking.models import WorkplaceRequest
from people import access
from people.requests import SignedIn
from people.views.desk.page import frame

ON_A_PAGE = 30
KEPT = timedelta(days=90)
"""For so long those that are answered can be looked up."""


@require_safe
def index(request: SignedIn) -> HttpResponse:
    """Those of her areas that wait or are on their way; or those that were answered lately."""
    if not access.may(request.user, "workplacerequest.view"):
        raise Http404
    now, done_ones = timezone.now(), request.GET.get("visa") == "klara"
    hers = access.scope(request.user, WorkplaceRequest.objects.for_a_list())
    rows = hers.decided_since(now - KEPT) if done_ones else hers.live()
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("sida"))
    context = {"page": page, "done_ones": done_ones}
    context |= frame(_("Nya arbetsplatser"), [], "thumbtack")
    return render(request, "booking/desk/workplace_requests.html", context)
