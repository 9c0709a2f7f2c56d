"""The runs, and making one: looked at first, then made."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from booking.models import PayPeriod
from booking.weeks import Month
from payroll.forms.runs import RunForm
from payroll.models import LeftOut, PayRun, WageCode
from payroll.operations import runs
from payroll.operations.asked import Asked
from payroll.operations.drafts import Draft
from payroll.paxml import decimal
from payroll.views import left_out
from people import access
from people.requests import SignedIn
from people.views.desk.page import Crumb, done, frame
from people.views.kept import keeps_typed, typed

ON_A_PAGE, SHOWN = 30, 100
MAKE = "make"


@dataclass(frozen=True, slots=True)
class Total:
    """The hours of a code."""

    code: str
    name: str
    hours: str


def totals(sums: Mapping[str, int], names: Mapping[str, str]) -> list[Total]:
    """By code, as a file says them."""
    return [Total(code, names.get(code, ""), decimal(amount, _(","))) for code, amount in sums.items()]


def reasons(rows: "list[str]") -> list[tuple[str, int]]:
    """How many were left out for each reason, the commonest first."""
    return [(str(LeftOut.Reason(reason).label), number) for reason, number in Counter(rows).most_common()]


def still_open(asked: Asked) -> list[date]:
    """The months of the period in which worked time may still change without a reason, by their first days."""
    closed = set(PayPeriod.objects.filter(last_day__gte=asked.first_day).values_list("first_day", flat=True))
    months, month = [], Month.of(asked.first_day)
    while month.first <= asked.last_day:
        months.append(month.first)
        month = month.after
    return [first for first in months if first not in closed]


def all_runs() -> Crumb:
    """The list."""
    return reverse("payrun:index"), _("Körningar")


@require_safe
def index(request: SignedIn) -> HttpResponse:
    """The latest first."""
    if not access.may(request.user, "payrun.view"):
        raise Http404
    page = Paginator(access.scope(request.user, PayRun.objects.told()), ON_A_PAGE).get_page(request.GET.get("sida"))
    context = {"page": page, "may_make": access.may(request.user, "payrun.make")}
    return render(request, "payroll/runs.html", context | frame(_("Körningar"), [], "download"))


@keeps_typed
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def make(request: SignedIn) -> HttpResponse:
    """What is asked for; what it would hold, of whoever only looks; and the run."""
    if not access.may(request.user, "payrun.make"):
        raise Http404
    now = timezone.now()
    form = RunForm(typed(request), by=request.user, today=timezone.localdate(now))
    if request.method != "POST":
        return _page(request, form)
    if request.POST.get("do") != MAKE:
        draft = done(form, lambda: runs.foresee(form.asked(), at=now))
        return _page(request, form, draft)
    run = done(form, lambda: runs.make(form.asked(), command=form.cleaned_data["command"], by=request.user, at=now))
    if run is None:
        return _page(request, form)
    messages.success(request, _("Körning %(number)s är gjord.") % {"number": run.number})
    return redirect("payrun:show", run.pk)


def _page(request: SignedIn, form: RunForm, draft: Draft | None = None) -> HttpResponse:
    context: dict[str, object] = {"form": form, "draft": draft} | frame(_("Ny körning"), [all_runs()], "download")
    if draft:
        names = dict(WageCode.objects.values_list("code", "name"))
        context |= {
            "totals": totals(draft.sums, names),
            "reasons": reasons([row.reason for row in draft.left_out]),
            "left_out": left_out.lines(draft.left_out[:SHOWN]),
            "more": max(0, len(draft.left_out) - SHOWN),
            "still_open": still_open(form.asked()),
        }
    failed = request.method == "POST" and draft is None
    return render(request, "payroll/run_make.html", context, status=422 if failed else 200)
