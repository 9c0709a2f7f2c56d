"""An enquiry as it is put to somebody; for operations that hold the locks."""

from datetime import datetime

from django.db.models import Max

from booking.models import Asking, Enquiry, Order, PlannerTask
from booking.operations import follow_ups
from messaging import ways
from people.models import Substitute


def passed_over(enquiry: Enquiry | None) -> None:
    """Her turn came, and she could no longer take it."""
    if enquiry:
        enquiry.status = Enquiry.Status.INELIGIBLE
        enquiry.save(update_fields=["status"])


def sent(
    enquiry: Enquiry | None,
    asking: Asking,
    order: Order,
    person: Substitute,
    *,
    rank: int,
    answer_by: datetime,
    at: datetime,
) -> Enquiry:
    """Put to her now; where no message would reach her a planner is told."""
    reachable = ways.reaches(person.user, "enquiry.asked")
    status = Enquiry.Status.SENT if reachable else Enquiry.Status.UNDELIVERABLE
    if enquiry is None:
        enquiry = written(asking, order, person, status=status, rank=rank, answer_by=answer_by, at=at)
    enquiry.status, enquiry.wave, enquiry.asked_at, enquiry.answer_by = status, asking.waves + 1, at, answer_by
    enquiry.asked_by = asking.started_by
    enquiry.save()
    enquiry.order, enquiry.substitute = order, person
    if not reachable:
        follow_ups.found(PlannerTask.Kind.NO_SMS, order, at=at, substitute=person)
    return enquiry


def written(
    asking: Asking,
    order: Order,
    person: Substitute,
    *,
    status: Enquiry.Status,
    rank: int,
    answer_by: datetime,
    at: datetime,
) -> Enquiry:
    """A row of its own, not yet put to her."""
    return Enquiry.objects.create(
        asking=asking,
        order=order,
        substitute=person,
        round=order.round,
        terms_version=order.terms_version,
        code=_next_code(person),
        status=status,
        wave=0,
        rank=rank,
        asked_by=asking.started_by,
        asked_at=at,
        answer_by=answer_by,
    )


def _next_code(substitute: Substitute) -> int:
    """Counted per number, since a phone may be shared; never used again, so that a late answer hits nothing new."""
    same_phone = Enquiry.objects.filter(substitute=substitute)
    if substitute.user.phone:
        same_phone |= Enquiry.objects.filter(substitute__user__phone=substitute.user.phone)
    return 1 + (same_phone.aggregate(last=Max("code"))["last"] or 0)
