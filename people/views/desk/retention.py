"""Gallring: what is decided of each kind, what would go and what has gone."""

from dataclasses import dataclass

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from people import access
from people.data_map import BY_DECISION, Kept
from people.days import months_before
from people.forms.retention import MOST, RetentionForm
from people.models import RetentionRule, RetentionRun
from people.operations import retention
from people.requests import SignedIn
from people.views.desk.page import Crumb, done, frame

VIEW, CHANGE = "retentionrule.view", "retentionrule.change"
RUNS = 30
DIGITS = 4
FIRST_SAID = {Kept.LOOKS: 24}
"""What the form says before anybody has decided."""


@dataclass(frozen=True, slots=True)
class Line:
    """A kind, and its rule if there is one."""

    kind: Kept
    rule: RetentionRule | None


@require_safe
def index(request: SignedIn) -> HttpResponse:
    """Every kind, with its rule, and the record of what has gone."""
    _gate(request, VIEW)
    rules = {rule.kind: rule for rule in access.scope(request.user, RetentionRule.objects.in_force())}
    runs = access.scope(request.user, RetentionRun.objects.select_related("rule"))
    told = {thinner.code: str(thinner.what) for kind in BY_DECISION for thinner in retention.thinners(kind)}
    record = [(run, [(told.get(code, code), n) for code, n in run.rows.items()]) for run in _latest(runs)]
    context = {"lines": [Line(kind, rules.get(kind.value)) for kind in BY_DECISION], "record": record}
    return render(request, "people/desk/retention.html", context | frame(_("Gallring"), [], "history"))


@require_http_methods(["GET", "HEAD", "POST"])
def kind(request: SignedIn, kind: str) -> HttpResponse:
    """One kind: what would go after so many months, and the decision."""
    _gate(request, CHANGE)
    which, now = _kind(kind), timezone.now()
    rule = access.scope(request.user, RetentionRule.objects.in_force(), "change").filter(kind=which).first()
    tried = _months(request)
    data = request.POST if request.method == "POST" else None
    months = tried or FIRST_SAID.get(which, 0)
    form = RetentionForm(data, today=timezone.localdate(now), rule=None if tried else rule, months=months)
    kept = done(form, lambda: retention.decide(which, form.decision_made(), by=request.user, at=now))
    if kept:
        messages.success(request, _("Beslutet är inlagt. Gallringen börjar inom en timme."))
        return redirect("retention:index")
    counted = tried or (rule.months if rule else 0)
    would = retention.foretold(which, before=months_before(now, counted)) if counted else []
    context: dict[str, object] = {"kind": which, "rule": rule, "form": form, "would": would, "counted": counted}
    context |= frame(str(which.label), [the_list()], "history")
    return render(request, "people/desk/retention_kind.html", context, status=422 if data else 200)


@require_POST
def withdraw(request: SignedIn, kind: str) -> HttpResponse:
    """Nothing more of the kind goes."""
    _gate(request, CHANGE)
    rows = access.scope(request.user, RetentionRule.objects.in_force(), "change").filter(kind=_kind(kind))
    for rule in rows:
        retention.withdraw(rule, by=request.user, at=timezone.now())
        messages.success(request, _("Beslutet gäller inte längre. Ingenting mer gallras."))
    return redirect("retention:index")


def the_list() -> Crumb:
    """All kinds."""
    return reverse("retention:index"), _("Gallring")


def _gate(request: SignedIn, action: str) -> None:
    if not access.may(request.user, action):
        raise Http404


def _kind(named: str) -> Kept:
    if named not in {each.value for each in BY_DECISION}:
        raise Http404
    return Kept(named)


def _months(request: SignedIn) -> int:
    """What is tried out, without anything being decided."""
    said = request.GET.get("manader", "")
    months = int(said) if said.isascii() and said.isdecimal() and len(said) <= DIGITS else 0
    return months if months <= MOST else 0


def _latest(runs: "QuerySet[RetentionRun]") -> list[RetentionRun]:
    return list(runs.order_by("-began_at")[:RUNS])
