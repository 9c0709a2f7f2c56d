"""The reports at the desk, each also as a file; and the press that says that a page still holds."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from people.exports import Column, Kind, table_response
from people.requests import SignedIn
from people.views.desk.page import frame
from portal.pages.care import hers, reviews
from portal.pages.care.findings import Finding
from portal.pages.care.reports import BY_CODE, REPORTS, Report

ON_A_PAGE = 50
READ = "gamla"


@require_safe
def report(request: SignedIn, code: str) -> HttpResponse:
    """One of them, fifty rows at a time, with a way to each of the others."""
    shown = _named(request, code)
    rows = shown.rows(request.user, timezone.localdate())
    listed = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("sida"))
    context: dict[str, object] = {"report": shown, "reports": REPORTS, "page": listed, "may_confirm": code == READ}
    context |= frame(str(shown.name), [], "doc-full")
    return render(request, "pages/care/report.html", context)


@require_safe
def file(request: SignedIn, code: str, kind: str) -> HttpResponseBase:
    """All its rows as a file."""
    shown, now = _named(request, code), timezone.localtime()
    rows = shown.rows(request.user, now.date())
    return table_response(_columns(shown), rows, name=f"{code}-{now.date()}", kind=Kind.named(kind))


@require_POST
def read_again(request: SignedIn, pk: int) -> HttpResponse:
    """She has read the page, and it holds."""
    page = hers.page(request.user, pk)
    reviews.read_again(page, by=request.user, at=timezone.now())
    messages.success(request, _("Bra. Sidan %(title)s läses igenom igen om ett år.") % {"title": page.title})
    return redirect("page_care:report", READ)


def _named(request: SignedIn, code: str) -> Report:
    if code not in BY_CODE or not hers.may_edit_some(request.user):
        raise Http404
    return BY_CODE[code]


def _columns(shown: Report) -> list[Column[Finding]]:
    return [
        Column("page", _("Sida"), lambda row: row.name, width=40),
        Column("address", _("Adress"), lambda row: row.address, width=40),
        Column("what", _("Vad"), lambda row: row.what, width=40),
        Column("where", str(shown.where), lambda row: row.where, width=60),
    ]
