"""Hjälpte sidan? and Synpunkter at the desk: what readers say of the pages that an editor keeps."""

from datetime import timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import F
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe
from wagtail.permissions import page_permission_policy

from people import access
from people.requests import SignedIn
from people.views.desk.page import frame
from portal.pages.feedback import operations, report
from portal.pages.feedback.gates import EDIT
from portal.pages.models import Feedback, PageAnswer

ON_A_PAGE = 30
USUAL = 90  # days
PERIODS = [
    (30, gettext_lazy("30 dagar")),
    (90, gettext_lazy("90 dagar")),
    (365, gettext_lazy("Ett år")),
]


class PeriodForm(forms.Form):
    """How far back."""

    tid = forms.TypedChoiceField(
        label=gettext_lazy("Senaste"), choices=PERIODS, coerce=int, required=False, empty_value=str(USUAL)
    )

    def since(self) -> timedelta:
        """What was chosen, or the usual."""
        return timedelta(days=int(self.cleaned_data["tid"]) if self.is_valid() else USUAL)


@require_safe
def index(request: SignedIn) -> HttpResponse:
    """The pages that have been answered about, those that most often did not help first."""
    demand_editor(request)
    form = period_of(request)
    told = report.lines(request.user, since=timezone.now() - form.since())
    context = {"form": form, "lines": told}
    return render(request, "pages/desk/helped.html", context | frame(_("Hjälpte sidan?"), [], "help"))


@require_safe
def page(request: SignedIn, pk: int) -> HttpResponse:
    """The figures and the comments of one page."""
    demand_editor(request)
    mine = page_permission_policy.instances_user_has_any_permission_for(request.user, {"change", "publish"})
    found = mine.filter(pk=pk).first()
    if found is None:
        raise Http404
    form = period_of(request)
    since = timezone.now() - form.since()
    comments = report.answers(request.user, since=since).filter(page=found).with_words()
    listed = Paginator(comments.select_related("handled_by"), ON_A_PAGE).get_page(request.GET.get("sida"))
    line = report.of_page(request.user, found, since=since)
    context = {"form": form, "line": line, "page": listed, "edited": found}
    above = [(reverse("helped_report:index"), _("Hjälpte sidan?"))]
    return render(request, "pages/desk/helped_page.html", context | frame(found.title, above, "help"))


@require_POST
def comment_handled(request: SignedIn, pk: int) -> HttpResponse:
    """A comment is seen to, or is not after all."""
    said = access.get(request.user, PageAnswer.objects.all(), pk, "handle")
    operations.handle(said, done=is_done(request), by=request.user, at=timezone.now())
    return back_to_page(request, said.page_id)


@require_POST
def comment_erased(request: SignedIn, pk: int) -> HttpResponse:
    """A comment that names somebody goes; the yes or no stays."""
    said = access.get(request.user, PageAnswer.objects.all(), pk, "erase")
    operations.erase(said, by=request.user, at=timezone.now())
    messages.success(request, _("Kommentaren är borttagen."))
    return back_to_page(request, said.page_id)


@require_safe
def feedback(request: SignedIn) -> HttpResponse:
    """What has been written on the feedback pages, what waits first."""
    demand_editor(request)
    rows = access.scope(request.user, Feedback.objects.select_related("page", "handled_by"))
    listed = Paginator(rows.order_by(F("handled_at").asc(nulls_first=True), "-at", "-pk"), ON_A_PAGE)
    context: dict[str, Any] = {"page": listed.get_page(request.GET.get("sida")), "months": settings.FEEDBACK_MONTHS}
    return render(request, "pages/desk/feedback.html", context | frame(_("Synpunkter"), [], "comment"))


@require_POST
def feedback_handled(request: SignedIn, pk: int) -> HttpResponse:
    """It is seen to, or is not after all."""
    said = access.get(request.user, Feedback.objects.all(), pk, "handle")
    operations.handle(said, done=is_done(request), by=request.user, at=timezone.now())
    return redirect("helped_report:feedback")


@require_POST
def feedback_erased(request: SignedIn, pk: int) -> HttpResponse:
    """It goes, with how she is reached."""
    said = access.get(request.user, Feedback.objects.all(), pk, "erase")
    operations.erase(said, by=request.user, at=timezone.now())
    messages.success(request, _("Synpunkten är borttagen."))
    return redirect("helped_report:feedback")


def is_done(request: SignedIn) -> bool:
    """What the button says."""
    return request.POST.get("klar") == "ja"


def demand_editor(request: SignedIn) -> None:
    """404 to all but those who edit pages."""
    if not access.may(request.user, EDIT):
        raise Http404


def period_of(request: SignedIn) -> PeriodForm:
    """What was chosen in the address."""
    chosen = request.GET.get("tid", "")
    return PeriodForm({"tid": chosen if chosen in {str(days) for days, _words in PERIODS} else USUAL})


def back_to_page(request: SignedIn, page_id: int) -> HttpResponse:
    """The page of comments as it was asked for."""
    query = request.GET.urlencode()
    address = reverse("helped_report:page", args=[page_id])
    return redirect(f"{address}?{query}" if query else address)
