"""The queue."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from intyg.forms.queue import QueueFilter
from intyg.models import CertificateRequest
from intyg.views.desk import page
from people import access

ON_A_PAGE = 50


@page.for_officers
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """What waits, the oldest first; or what was decided, the latest first."""
    chosen = QueueFilter(request.GET)
    rows = access.scope(request.user, CertificateRequest.objects.with_people(), "handle")
    shown = Paginator(chosen.of(rows), ON_A_PAGE).get_page(request.GET.get("sida"))
    now = timezone.now()
    waiting = [(asked, (timezone.localdate(now) - timezone.localdate(asked.requested_at)).days) for asked in shown]
    return render(
        request,
        "intyg/desk/queue.html",
        {
            "header_title": _("Intyg"),
            "header_icon": "doc-full",
            "breadcrumbs_items": page.crumbs(),
            "form": chosen,
            "page": shown,
            "waiting": waiting,
        },
    )
