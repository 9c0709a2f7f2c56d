"""What a planner keeps of a substitute, panel by panel: the rows that she may see, and the form for one more."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Model, QuerySet
from django.forms import Form

from booking import time_bank
from booking.forms.standing import (
    AbsenceForm,
    BackForm,
    BlockForm,
    GivenForm,
    IntroductionForm,
    RecordsCheckForm,
    places_for,
)
from booking.forms.substitute import NoteForm, TimeForm, areas_for_notes
from booking.models import Absence, RestDebt
from people import access
from people.days import day_of
from people.models import Block, Introduction, RecordsCheck, Substitute, SubstituteNote, User

Sent = Mapping[str, Form]
"""A form that was refused, by where it stands: the name of its panel, or the key of its row."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row, and the form that changes it."""

    row: Model
    form: Form | None = None


def of_papers(substitute: Substitute, user: User, *, now: datetime, sent: Sent, may_change: bool) -> dict[str, Any]:
    """What stands beside her papers; rows that are not hers to see are not there, nor forms for what she may not do."""
    forms = _paper_forms(user, now=now) if may_change else {}
    return {
        "blocks": _seen(user, Block.objects.in_force().filter(substitute=substitute).select_related("workplace")),
        "introductions": _seen(
            user, Introduction.objects.filter(substitute=substitute).select_related("workplace").order_by("given_on")
        ),
        "checks": _seen(
            user, RecordsCheck.objects.filter(substitute=substitute).select_related("checked_by").order_by("-starts")
        ),
        "forms": {**forms, **{name: form for name, form in sent.items() if name in forms}},
    }


def of_time(substitute: Substitute, user: User, *, now: datetime, sent: Sent, may_change: bool) -> dict[str, Any]:
    """When she is away, what rest she is owed, and what her planners have noted; the same holds of rows and forms."""
    forms = _time_forms(substitute, user, now=now) if may_change else {}
    return {
        "absences": _absences(substitute, user, now=now, sent=sent, may_change="absence" in forms),
        "debts": _debts(substitute, user, sent=sent, may_change=may_change and access.may(user, "restdebt.change")),
        "notes": _seen(
            user,
            SubstituteNote.objects.filter(substitute=substitute)
            .select_related("written_by", "area")
            .order_by("-written_at", "pk"),
        ),
        "forms": {**forms, **{name: form for name, form in sent.items() if name in forms}},
    }


def _paper_forms(user: User, *, now: datetime) -> dict[str, Form]:
    """The form for one more of each kind that she may write down."""
    made: dict[str, Form] = {}
    if blocking := places_for(user, "block.change"):
        made["block"] = BlockForm(places=blocking, auto_id="block_%s")
    if introducing := places_for(user, "introduction.change"):
        made["introduction"] = IntroductionForm(
            places=introducing, initial={"given_on": day_of(now)}, auto_id="introduction_%s"
        )
    if access.may(user, "recordscheck.change"):
        made["check"] = RecordsCheckForm(auto_id="check_%s")
    return made


def _time_forms(substitute: Substitute, user: User, *, now: datetime) -> dict[str, Form]:
    today = day_of(now)
    made: dict[str, Form] = {}
    if access.may(user, "absence.add"):
        made["absence"] = AbsenceForm(initial={"starts": today, "ends": today}, auto_id="absence_%s")
    if access.may(user, "availability.change"):
        made["time"] = TimeForm(
            initial={"day": today}, now=now, rules=time_bank.rules_of(substitute, now=now), auto_id="time_%s"
        )
    if areas := areas_for_notes(user, substitute):
        made["note"] = NoteForm(areas=areas, auto_id="note_%s")
    return made


def _seen(user: User, rows: QuerySet[Any]) -> list[Any]:
    return list(access.scope(user, rows))


def _absences(substitute: Substitute, user: User, *, now: datetime, sent: Sent, may_change: bool) -> list[Line]:
    rows = Absence.objects.filter(substitute=substitute, ends__gt=now - timedelta(days=30)).order_by("starts")
    return [
        Line(row, _of_row(row, sent, BackForm(initial={"ends": day_of(now)}, auto_id=f"{row.pk}_%s")))
        if may_change and row.ends > now
        else Line(row)
        for row in _seen(user, rows)
    ]


def _debts(substitute: Substitute, user: User, *, sent: Sent, may_change: bool) -> list[Line]:
    rows = RestDebt.objects.owed().filter(substitute=substitute).select_related("booking__order__workplace")
    return [
        Line(row, _of_row(row, sent, GivenForm(auto_id=f"{row.pk}_%s")) if may_change else None)
        for row in _seen(user, rows.order_by("due_by"))
    ]


def _of_row(row: Model, sent: Sent, fresh: Form) -> Form:
    return sent.get(str(row.pk), fresh)
