"""Taking a person out of what has come from the schedule and what it is told."""

from typing import Any

from people.models import Substitute
from people.named import to_herself
from scheduling.models import Delivery, ScheduleEvent, ScheduleFile, ScheduleShift

WAITING = (Delivery.Status.PENDING, Delivery.Status.SENDING, Delivery.Status.FAILED)


def forget(substitute: Substitute) -> None:
    """The schedule's ids and her number go; that something was said of a booking stays, and what is unsaid is not."""
    _leave_out(substitute)
    ScheduleShift.objects.filter(substitute=substitute).delete()
    told = Delivery.objects.filter(booking__substitute=substitute)
    told.filter(status__in=WAITING).update(status=Delivery.Status.OVERTAKEN)
    told.update(content={}, mark="")


def _leave_out(substitute: Substitute) -> None:
    """Her rows in files and messages that wait; she is locked by whoever erases or hides her."""
    numbers = {substitute.employee_number.casefold(), to_herself(substitute.user).employee_number.casefold()} - {""}
    hers = set(ScheduleShift.objects.filter(substitute=substitute).values_list("external_id", flat=True))
    for model in (ScheduleFile, ScheduleEvent):
        for row in model._default_manager.select_for_update(no_key=True).exclude(facts=[]).order_by("pk"):
            left = [fact for fact in row.facts if not _is_of(fact, numbers, hers)]
            if len(left) < len(row.facts):
                row.facts = left
                row.save(update_fields=["facts"])


def _is_of(fact: dict[str, Any], numbers: set[str], shifts: set[str]) -> bool:
    return fact["employee_number"].casefold() in numbers or fact["external_id"] in shifts
