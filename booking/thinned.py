"""What the engine lets go when a decision says so: calendars and words. Shifts and hours stay; they are counted."""

from collections.abc import Iterable
from datetime import datetime
from functools import partial
from typing import Any

from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from booking.models import (
    Absence,
    AssistantRun,
    Availability,
    AvailabilityPattern,
    Booking,
    Call,
    Order,
    PlannerTask,
    Proposal,
    RestDebt,
    TimeAsked,
    TimeBankEntry,
    WorkedTime,
)
from people.data_map import Kept
from people.days import day_of
from people.operations.retention import Thinner, on_thinning
from people.thinned import remove

NOTHING = "–"  # the database wants an order that is sent back to say why
WORDS: dict[type[Model], tuple[str, tuple[str, ...]]] = {
    Order: ("ends", ("reference", "text", "note", "contact")),
    Booking: ("ends", ("override_reason", "end_note")),
    Call: ("made_at", ("note",)),
    RestDebt: ("settled_at", ("settled_how",)),
    TimeBankEntry: ("at", ("note",)),
    WorkedTime: ("said_at", ("note", "reason")),
}
"""What was written by hand, and from when it is old."""


def over(model: type[Model], before: datetime) -> QuerySet[Any]:
    """Rows whose time has been."""
    return model._base_manager.filter(ends__lt=before)


def patterns(before: datetime) -> QuerySet[AvailabilityPattern]:
    """Those that nobody goes by any more."""
    return AvailabilityPattern.objects.filter(Q(ended_at__lt=before) | Q(last_day__lt=day_of(before)))


def written(model: type[Model], before: datetime) -> QuerySet[Any]:
    """Old rows where something is said."""
    since, fields = WORDS[model]
    says = Q(pk=None)
    for field in fields:
        says |= ~Q(**{field: ""})
    return model._base_manager.filter(says, **{f"{since}__lt": before})


def empty(model: type[Model], keys: list[Any], _at: datetime) -> Iterable[Any]:
    """The row stays, with nothing said."""
    model._base_manager.filter(pk__in=keys).update(**dict.fromkeys(WORDS[model][1], ""))
    return ()


def sent_back(before: datetime) -> QuerySet[Order]:
    """Orders that say why they went back."""
    return Order.objects.filter(ends__lt=before).exclude(return_reason__in=["", NOTHING])


def no_reason(keys: list[Any], _at: datetime) -> Iterable[Any]:
    """That they went back stays."""
    Order.objects.filter(pk__in=keys).update(return_reason=NOTHING)
    return ()


for _model, _code, _what in (
    (Availability, "availability", _("tider i kalendern")),
    (Absence, "absence", _("frånvaro")),
):
    on_thinning(
        Kept.CALENDAR,
        Thinner(
            _code,
            _what,
            due=partial(over, _model),
            take=partial(remove, _model),
        ),
    )
on_thinning(
    Kept.CALENDAR,
    Thinner("availabilitypattern", _("återkommande tider"), due=patterns, take=partial(remove, AvailabilityPattern)),
)
on_thinning(
    Kept.CALENDAR,
    Thinner(
        "timeasked",
        _("frågor om tid"),
        due=lambda before: TimeAsked.objects.filter(day__lt=day_of(before)),
        take=partial(remove, TimeAsked),
    ),
)
for _table, _what in (
    (Order, _("ord och namn på beställningar")),
    (Booking, _("anteckningar på pass")),
    (Call, _("anteckningar om samtal")),
    (RestDebt, _("anteckningar om vila")),
    (TimeBankEntry, _("anteckningar i tidbanken")),
    (WorkedTime, _("anteckningar om arbetad tid")),
):
    on_thinning(
        Kept.NOTES,
        Thinner(f"{_table._meta.model_name}.words", _what, due=partial(written, _table), take=partial(empty, _table)),
    )
on_thinning(Kept.NOTES, Thinner("order.return_reason", _("skäl till retur"), due=sent_back, take=no_reason))
on_thinning(
    Kept.NOTES,
    Thinner(
        "plannertask",
        _("klara uppgifter"),
        due=lambda before: PlannerTask.objects.filter(done_at__lt=before),
        take=partial(remove, PlannerTask),
    ),
)
on_thinning(
    Kept.NOTES,
    Thinner(
        "assistantrun",
        _("bokningsassistenternas beslut"),
        due=lambda before: AssistantRun.objects.filter(ended_at__lt=before),
        take=partial(remove, AssistantRun),
    ),
)
on_thinning(
    Kept.NOTES,
    Thinner(
        "proposal",
        _("förslag till bemanning"),
        due=lambda before: Proposal.objects.filter(made_at__lt=before),
        take=partial(remove, Proposal),
    ),
)
