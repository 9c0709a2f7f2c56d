"""The queue: what waits in piles, the first due first; or what was decided, the latest first."""

from dataclasses import dataclass
from datetime import date

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from intyg.forms.queue import DECIDED, PILES, TO_DO, QueueFilter, counted, pile
from intyg.models import CertificateRequest, CertificateRequestQuerySet
from intyg.views.desk import page
from people import access

ON_A_PAGE = 50
ALWAYS = {TO_DO, "mina", "lediga", DECIDED}
"""The piles that are shown also when they are empty."""


@dataclass(frozen=True, slots=True)
class Row:
    """A request in the list, and how it stands today."""

    asked: CertificateRequest
    today: date

    @property
    def late(self) -> bool:
        """Whether it was promised by a day that has been, and waits for the office."""
        asked = self.asked
        waits = asked.is_undecided and asked.status != CertificateRequest.Status.QUESTION
        return waits and asked.due_on is not None and asked.due_on < self.today

    @property
    def last_day(self) -> bool:
        """Whether it was promised by today."""
        return self.asked.is_undecided and self.asked.due_on == self.today


@page.for_officers
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """The pile that is asked for (`visa`), narrowed by what is searched for."""
    today, user = timezone.localdate(), page.user(request)
    chosen = request.GET.get("visa", TO_DO)
    form = QueueFilter(request.GET)
    every = form.of(access.scope(user, CertificateRequest.objects.with_people().with_replaced(), "handle"))
    rows = every.filter(pile(chosen, user=user, today=today))
    shown = Paginator(_in_order(rows, chosen), ON_A_PAGE).get_page(request.GET.get("sida"))
    numbers = counted(every, user=user, today=today)
    context = {
        "header_title": _("Intyg"),
        "header_icon": "doc-full",
        "breadcrumbs_items": page.crumbs(),
        "form": form,
        "page": shown,
        "rows": [Row(asked, today) for asked in shown],
        "piles": [
            (code, name, numbers[code], code == chosen)
            for code, name in PILES.items()
            if code in ALWAYS or code == chosen or numbers[code]
        ],
        "chosen": chosen,
        "is_decided": chosen == DECIDED,
    }
    return render(request, "intyg/desk/queue.html", context)


def _in_order(rows: CertificateRequestQuerySet, chosen: str) -> CertificateRequestQuerySet:
    return rows.order_by("-decided_at", "pk") if chosen == DECIDED else rows.undecided()
