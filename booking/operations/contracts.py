"""The booking as it is written down: the employment contract of one shift."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import cast

from django.db import IntegrityError, transaction
from django.db.models import Q

from booking import eligibility
from booking.eligibility import Verdict
from booking.models import Availability, Booking, Order, Origin, RestDebt
from booking.operations.refusals import CannotBook, just_taken
from booking.operations.said import span_of
from booking.resource_time import match
from booking.rules import Channel, Weight
from people.models import Agreement, PayForm, Substitute, SubstituteCompetence, User

GIVEN_BACK_WITHIN = timedelta(days=14)  # AB, § 13: what could not be given at the next rest


def write(
    order: Order,
    substitute: Substitute,
    *,
    by: User | None,
    at: datetime,
    origin: Origin,
    reason: str,
) -> Booking:
    """Write the booking; a constraint that is hit becomes the sentence that the locks would have given."""
    agreement, competences = eligibility.evidence(order, substitute)
    try:
        with transaction.atomic():
            return Booking.objects.create(
                order=order,
                substitute=substitute,
                starts=order.starts,
                ends=order.ends,
                break_minutes=order.break_minutes,
                agreement=agreement,
                terms=agreed(order, agreement, competences),
                origin=origin,
                booked_by=by,
                booked_at=at,
                override_reason=reason,
            )
    except IntegrityError as error:
        # The locks give good words, the constraints give truth: somebody came past the locks.
        raise in_words(error, order, substitute, by=by) from error


def agreed(order: Order, agreement: Agreement, competences: Sequence[SubstituteCompetence]) -> dict[str, object]:
    """What was agreed, as it stood then; of who is paid by the month also whether it gives time in her time bank."""
    by_the_month = agreement.pay_form == PayForm.MONTHLY
    return {
        "workplace": order.workplace.name,
        "address": order.workplace.address,
        "occupation": order.occupation.name,
        "competences": {held.competence.name: held.ends and held.ends.isoformat() for held in competences},
        "pay_form": agreement.pay_form,
        "employment": order.reason.legal_kind,
        "terms_version": order.terms_version,
    } | ({"gives_time": _gives_time(order, agreement)} if by_the_month else {})


def _gives_time(order: Order, agreement: Agreement) -> bool:
    """Whether the shift lies within resource time of hers, as that is put in, and all of it gives time."""
    there = Q(limited=False) | Q(workplaces=order.workplace)
    rows = Availability.objects.resource_time().filter(there, substitute=agreement.substitute_id)
    stretches = [row.stretch for row in rows.for_any_order().touching(order.period)]
    others = Booking.objects.occupying().exclude(order=order).filter(substitute=agreement.substitute_id)
    span = span_of([order.period, *(stretch.period for stretch in stretches)])
    found = match(order.period, stretches, [each.period for each in others.overlapping(span)]) if stretches else None
    return found is not None and found.gives_time


def owe_rest(booking: Booking, verdict: Verdict) -> None:
    """Rest that the shift takes from her is owed; nothing if the shift, as it now stands, takes none."""
    short = [breach for breach in verdict.weighing(Weight.OVERRIDABLE) if breach.code == "daily_rest"]
    RestDebt.objects.owed().filter(booking=booking).delete()
    for breach in short:
        RestDebt.objects.get_or_create(
            booking=booking,
            defaults={
                "substitute": booking.substitute,
                "owed": cast("timedelta", breach.facts["needed"]) - cast("timedelta", breach.facts["rest"]),
                "due_by": booking.ends + GIVEN_BACK_WITHIN,
            },
        )


def reader(by: User | None, substitute: Substitute) -> User | None:
    """Who reads the reasons: a planner is not told of places that are not hers; she herself knows where she works."""
    return None if by is None or by.pk == substitute.user_id else by


def in_words(error: IntegrityError, order: Order, substitute: Substitute, *, by: User | None) -> Exception:
    """What a constraint forbids, as the operation would have said it."""
    if "nobody_is_in_two_places" in str(error):
        verdict = eligibility.of_one(order, substitute, channel=Channel.PLANNER, seen_by=reader(by, substitute))
        clash = verdict.weighing(Weight.HARD)
        return CannotBook(*clash) if clash else just_taken()  # none: by this very order, pressed twice
    if "one_occupying_booking_per_order" in str(error) or "booking_booking.order_id" in str(error):
        return just_taken()
    return error
