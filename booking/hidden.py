"""A person who is protected: she is asked nothing more, and what was written at her shifts no longer names her."""

from datetime import datetime

from django.db.models import Q

from booking.models import (
    Asking,
    Booking,
    Call,
    Enquiry,
    Order,
    OrderTemplate,
    PlannerTask,
    RestDebt,
    WorkedTime,
    WorkplaceRequest,
)
from booking.operations import saved_views
from booking.operations.deciding import locked_orders
from people.models import Substitute
from people.operations import identity
from people.scrubbing import Traces, scrub, scrub_history

WORDS = {
    Order: ("reference", "text", "note", "contact", "return_reason"),
    OrderTemplate: ("name", "text", "contact"),
    Booking: ("terms", "override_reason", "end_note"),
    Call: ("note",),
    WorkplaceRequest: ("text", "reason"),
    PlannerTask: ("facts",),
    RestDebt: ("settled_how",),
    WorkedTime: ("note", "reason"),
}
"""Where somebody may have written of her by hand."""


def hide(substitute: Substitute, traces: Traces, at: datetime) -> None:
    """Whoever waits for her answer asks the next."""
    _ask_no_more(substitute, at=at)
    saved_views.forget(traces)
    for model, fields in WORDS.items():
        scrub(model._base_manager.all(), *fields, traces=traces)
    for model in (Booking, Call, WorkplaceRequest, RestDebt):
        rows = model._base_manager.filter(substitute=substitute)
        scrub(rows, *WORDS[model], traces=traces, about_her=True)
        scrub_history(rows, traces)
    said = WorkedTime.objects.filter(booking__substitute=substitute)
    scrub(said, *WORDS[WorkedTime], traces=traces, about_her=True)
    tasks = PlannerTask.objects.filter(Q(substitute=substitute) | Q(booking__substitute=substitute))
    scrub(tasks, *WORDS[PlannerTask], traces=traces, about_her=True)
    hers = Order.objects.filter(pk__in=Booking.objects.of(substitute).values("order"))
    scrub(hers, *WORDS[Order], traces=traces, about_her=True)
    scrub_history(hers, traces)


def _ask_no_more(substitute: Substitute, *, at: datetime) -> None:
    waiting = Enquiry.objects.filter(substitute=substitute).waiting()
    locked_orders([*waiting.values_list("order", flat=True)])
    askings = list(waiting.exclude(asking=None).values_list("asking", flat=True))
    waiting.update(status=Enquiry.Status.WITHDRAWN)
    Asking.objects.running().filter(pk__in=askings, next_wave_at__gt=at).update(next_wave_at=at)


identity.on_marking(hide)
