"""What booking assistants have done: their runs, and each run order by order."""

import uuid
from collections.abc import Iterable, Sequence
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from booking.assistant import why_in_words
from booking.models import AssistantDecision, AssistantProfile, AssistantRun
from booking.views.desk import assistant_run_rows
from booking.views.desk.assistant_run_rows import Outcome, Row
from booking.weeks import local_day
from people import access
from people.exports import Column, Kind, table_response
from people.models import Area
from people.operations import exporting
from people.requests import SignedIn
from people.views.desk.page import Crumb, frame

ON_A_PAGE, IN_A_FILE = 50, 5000
AGAIN = 3
"""So many seconds until the page of a run that is going on asks again."""

ICON = "history"
LOOKS = {
    Outcome.BOOKED: "bokad",
    Outcome.PROPOSED: "fraga",
    Outcome.ASKED: "fraga",
    Outcome.WOULD: "fraga",
    Outcome.LEFT: "lingon",
    Outcome.REFUSED: "lingon",
}


@require_safe
def index(request: SignedIn) -> HttpResponse:
    """The latest first: of one assistant, or of all that she reaches."""
    profile, runs = _asked(request)
    page = Paginator(runs, ON_A_PAGE).get_page(request.GET.get("sida"))
    title = _("Körningar: %(name)s") % {"name": profile} if profile else _("Körningar")
    context: dict[str, Any] = {
        "title": title,
        "profile": profile,
        "page": page,
        "rows": assistant_run_rows.of(page.object_list),
        "query": f"assistent={profile.pk}" if profile else "",
        "may_export": access.may(request.user, "order.export"),
    }
    return render(request, "booking/desk/assistant/runs.html", context | frame(title, _above(), ICON))


@require_safe
def show(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """How it goes until it has ended; then what came of it, order by order, and why."""
    run = access.get(request.user, AssistantRun.objects.for_a_list(), pk)
    decisions = access.scope(request.user, AssistantDecision.objects.filter(run=run)).latest_first()
    page = Paginator(decisions.order_by("order__starts", "order"), ON_A_PAGE).get_page(request.GET.get("sida"))
    context: dict[str, Any] = {
        "run": run,
        "row": assistant_run_rows.of([run])[0],
        "page": page,
        "decisions": _decisions(request, page.object_list),
        "wanted": why_in_words.wanted(run.wanted),
        "is_dry": run.why == AssistantRun.Why.DRY,
        "may_start": run.profile.removed_at is None and access.can(request.user, "change", run.profile),
        "command": uuid.uuid4(),
    }
    title = _("Provkörning") if context["is_dry"] else _("Körning")
    above = [*_above(), (reverse("assistant:runs"), _("Körningar"))]
    response = render(
        request, "booking/desk/assistant/run.html", context | {"title": title} | frame(title, above, ICON)
    )
    if run.ended_at is None:
        response.headers["Refresh"] = str(AGAIN)
    return response


@require_POST
def export(request: SignedIn, kind: str) -> HttpResponseBase:
    """The same as a file, the latest; that it was taken out is in the history."""
    profile, runs = _asked(request)
    if not access.may(request.user, "order.export"):
        raise Http404
    chosen, now = Kind.named(kind), timezone.now()
    rows = assistant_run_rows.of(runs[:IN_A_FILE])
    areas = Area.objects.filter(assistant_profiles__in={row.run.profile_id for row in rows})
    narrowed = {"profile": str(profile.pk)} if profile else {}
    counts = dict.fromkeys(areas.values_list("pk", flat=True).distinct(), len(rows))
    exporting.noted("assistantrun.export", counts, kind=kind, narrowed=narrowed, by=request.user, at=now)
    return table_response(_columns(), rows, name=f"korningar-{local_day(now).isoformat()}", kind=chosen)


def _decisions(
    request: SignedIn, rows: Iterable[AssistantDecision]
) -> list[tuple[AssistantDecision, str, why_in_words.Told]]:
    """Each with its colour, and why."""
    made = list(rows)
    told = why_in_words.told_of([each.why for each in made], seen_by=request.user)
    return [(each, LOOKS.get(Outcome(each.outcome), "ljung"), why) for each, why in zip(made, told, strict=True)]


def _asked(request: SignedIn) -> tuple[AssistantProfile | None, QuerySet[AssistantRun]]:
    if not access.may(request.user, "assistantrun.view"):
        raise Http404
    runs = access.scope(request.user, AssistantRun.objects.all()).for_a_list()
    if not (key := request.GET.get("assistent")):
        return None, runs
    profile = access.get(request.user, AssistantProfile.objects.all(), access.key_named(key))
    return profile, runs.filter(profile=profile)


def _above() -> list[Crumb]:
    return [(reverse("assistant:index"), _("Bokningsassistenter"))]


def _columns() -> Sequence[Column[Row]]:
    def number(outcome: Outcome) -> Any:  # noqa: ANN401 (a Cell)
        return lambda row: row.counts.get(outcome, 0)

    return [
        Column("started", _("Började"), lambda row: row.run.started_at, width=18),
        Column("assistant", _("Assistent"), lambda row: str(row.run.profile), width=30),
        Column("why", _("Startad"), lambda row: row.why, width=28),
        Column("mode", _("Vad den gör"), lambda row: row.run.get_mode_display(), width=22),
        Column("orders", _("Pass"), lambda row: row.orders, width=8),
        Column("booked", _("Bokade"), number(Outcome.BOOKED), width=9),
        Column("asked", _("Tillfrågade"), number(Outcome.ASKED), width=11),
        Column("proposed", _("Föreslagna"), number(Outcome.PROPOSED), width=11),
        Column("left", _("Kvar"), lambda row: row.left, width=8),
        Column("refused", _("Gick inte"), lambda row: row.refused, width=10),
        Column("near", _("Hur nära det bästa möjliga"), lambda row: row.near, width=36),
        Column("seconds", _("Sekunder"), lambda row: row.seconds, width=10),
    ]
