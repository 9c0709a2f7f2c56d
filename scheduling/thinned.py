"""What the schedule's tables let go when a decision says so."""

from collections.abc import Iterable
from datetime import datetime
from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _

from people.data_map import Kept
from people.operations.retention import Thinner, on_thinning
from people.thinned import remove
from scheduling.models import Delivery, ScheduleEvent, ScheduleShift


def empty(keys: list[Any], _at: datetime) -> Iterable[Any]:
    """That it was said stays, or it would be said again."""
    Delivery.objects.filter(pk__in=keys).update(content={})
    return ()


on_thinning(
    Kept.CALENDAR,
    Thinner(
        "scheduleshift",
        _("pass i schemat"),
        due=lambda before: ScheduleShift.objects.filter(ends__lt=before),
        take=partial(remove, ScheduleShift),
    ),
)
on_thinning(
    Kept.CALENDAR,
    Thinner(
        "delivery",
        _("besked till schemat"),
        due=lambda before: Delivery.objects.filter(booking__ends__lt=before).exclude(content={}),
        take=empty,
    ),
)
on_thinning(
    Kept.CALENDAR,
    Thinner(
        "scheduleevent",
        _("meddelanden från schemat"),
        due=lambda before: ScheduleEvent.objects.filter(received_at__lt=before, handled_at__isnull=False),
        take=partial(remove, ScheduleEvent),
    ),
)
