"""What somebody must decide on: written down once, and done once."""

from datetime import datetime

from booking.models import Booking, Order, PlannerTask, WorkplaceRequest
from people.history import record
from people.models import Substitute, User


def found(
    kind: PlannerTask.Kind,
    order: Order,
    *,
    at: datetime,
    substitute: Substitute | None = None,
    booking: Booking | None = None,
    once_per: object = "",
    **facts: object,
) -> PlannerTask:
    """Let the planners of the order's area know of it; the same thing found again is the same task."""
    who = substitute.pk if substitute else ""
    task, _new = PlannerTask.objects.get_or_create(
        key=f"{kind}:{order.pk}:{who}:{once_per or order.round}",
        defaults={
            "kind": kind,
            "area_id": order.workplace.area_id,
            "order": order,
            "booking": booking,
            "substitute": substitute,
            "facts": facts,
            "found_at": at,
        },
    )
    return task


def found_anew(kind: PlannerTask.Kind, about: Booking | WorkplaceRequest, *, at: datetime, **facts: object) -> None:
    """Let them know of what is as it is now: one task for each thing, and whoever has done it sees it again."""
    booking = about if isinstance(about, Booking) else None
    workplace = about.order.workplace if isinstance(about, Booking) else about.workplace
    PlannerTask.objects.update_or_create(
        key=f"{kind}:{about.pk}",
        defaults={
            "kind": kind,
            "area_id": workplace.area_id,
            "order": booking.order if booking else None,
            "booking": booking,
            "substitute": about.substitute,
            "facts": facts,
            "found_at": at,
            "done_at": None,
            "done_by": None,
        },
    )


def done(task: PlannerTask, *, by: User | None, at: datetime) -> PlannerTask:
    """Somebody has taken care of it, or time has (nobody as `by`); twice is once."""
    if PlannerTask.objects.undone().filter(pk=task.pk).update(done_at=at, done_by=by):
        record(task, "plannertask.done", by=by, at=at, area_id=task.area_id, kind=task.kind)
    task.refresh_from_db()
    return task
