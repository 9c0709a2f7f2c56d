"""Giving a shift to somebody, and taking it back."""

from collections.abc import Sequence
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from booking import eligibility, notifications
from booking.models import Advert, Booking, EndReason, Enquiry, Interest, Order, Origin
from booking.operations.deciding import decision, lock
from booking.operations.refusals import AlreadyTaken, CannotBook, Refused, just_taken
from booking.rules import Channel, Weight
from people import access
from people.history import record
from people.models import Agreement, Substitute, SubstituteCompetence, User
from portal.templatetags.times import clock, day

ASKED = {Origin.INTEREST, Origin.ENQUIRY}


@decision
def book(
    order: Order, substitute: Substitute, *, by: User, at: datetime, origin: Origin = Origin.PLANNER, reason: str = ""
) -> Booking:
    """Give the order to the substitute, or raise `CannotBook` with every obstacle, `AlreadyTaken` if it is gone.

    `reason` lets a named role pass the obstacles that may be overridden. The same booking asked for twice is one.
    """
    substitute, order = lock(substitute, order)
    if made := Booking.objects.occupying().filter(order=order).select_related("substitute__user").first():
        if made.substitute_id == substitute.pk:
            return made
        raise just_taken(str(made.substitute))
    _still_open(order, at=at)
    _let_through(order, substitute, by=by, origin=origin, reason=reason)
    booking = _written(order, substitute, by=by, at=at, origin=origin, reason=reason)
    order.status = Order.Status.BOOKED
    order.save(update_fields=["status"])
    _close_the_offers(booking, at=at)
    record(
        booking,
        "booking.book",
        by=by,
        at=at,
        area_id=order.workplace.area_id,
        order=str(order.pk),
        origin=origin,
        reason=reason,
    )
    notifications.booked(booking, at=at)
    return booking


@decision
def end(booking: Booking, *, by: User, at: datetime, reason: EndReason, note: str = "") -> Order:
    """End a booking before it is worked; the need remains, so the order opens again with a new round."""
    _substitute, order = lock(booking.substitute, booking.order)
    ended = ended_now(order, by=by, at=at, reason=reason, note=note)
    if ended is None or ended.pk != booking.pk:
        raise Refused(_("Bokningen är redan avslutad."))
    order.status = Order.Status.OPEN
    order.round += 1
    order.save(update_fields=["status", "round"])
    notifications.booking_ended(ended, at=at)
    return order


def ended_now(order: Order, *, by: User, at: datetime, reason: EndReason, note: str = "") -> Booking | None:
    """End the order's occupying booking, if it has one; for operations that hold the locks."""
    booking = Booking.objects.occupying().with_places().filter(order=order).first()
    if booking is None:
        return None
    if booking.ends <= at:
        raise Refused(_("Passet är redan slut."))
    booking.ended_at, booking.ended_by, booking.end_reason, booking.end_note = at, by, reason, note
    booking.save(update_fields=["ended_at", "ended_by", "end_reason", "end_note"])
    record(
        booking,
        "booking.end",
        by=by,
        at=at,
        area_id=order.workplace.area_id,
        order=str(order.pk),
        reason=reason,
        note=note,
    )
    return booking


def _still_open(order: Order, *, at: datetime) -> None:
    if order.status != Order.Status.OPEN:
        raise AlreadyTaken(
            _("Beställningen är inte längre öppen: %(status)s.") % {"status": order.get_status_display()}
        )
    if order.ends <= at:
        raise AlreadyTaken(_("Passet är redan slut."))


def _let_through(order: Order, substitute: Substitute, *, by: User, origin: Origin, reason: str) -> None:
    if origin is Origin.INTEREST:
        _still_interested(order, substitute)
    channel = Channel.ASKED if origin in ASKED else Channel.PLANNER
    verdict = eligibility.of_one(order, substitute, channel=channel, seen_by=_reader(by, substitute))
    overridden = bool(reason) and access.may(by, "booking.override")
    if not verdict.possible or (verdict.needs_a_reason and not overridden):
        raise CannotBook(*verdict.weighing(Weight.HARD), *verdict.weighing(Weight.OVERRIDABLE))


def _still_interested(order: Order, substitute: Substitute) -> None:
    interest = Interest.objects.filter(order=order, substitute=substitute, round=order.round).first()
    if interest and interest.status == Interest.Status.WITHDRAWN:
        when = {"when": f"{day(interest.changed_at)} {clock(interest.changed_at)}"}
        raise Refused(_("Intresset togs tillbaka %(when)s.") % when)
    if interest is None or interest.status != Interest.Status.REGISTERED:
        raise Refused(_("Det finns inget intresse att boka på."))


def _reader(by: User, substitute: Substitute) -> User | None:
    """Who reads the reasons: a planner is not told of places that are not hers; she herself knows where she works."""
    return None if by.pk == substitute.user_id else by


def _written(order: Order, substitute: Substitute, *, by: User, at: datetime, origin: Origin, reason: str) -> Booking:
    agreement, competences = eligibility.evidence(order, substitute)
    terms = _terms(order, agreement, competences)
    try:
        with transaction.atomic():
            return Booking.objects.create(
                order=order,
                substitute=substitute,
                starts=order.starts,
                ends=order.ends,
                break_minutes=order.break_minutes,
                agreement=agreement,
                terms=terms,
                origin=origin,
                booked_by=by,
                booked_at=at,
                override_reason=reason,
            )
    except IntegrityError as error:
        # The locks give good words, the constraints give truth: somebody came past the locks.
        raise _constraint_in_words(error, order, substitute, by=by) from error


def _terms(order: Order, agreement: Agreement, competences: Sequence[SubstituteCompetence]) -> dict[str, object]:
    """What was agreed, as it stood then."""
    return {
        "workplace": order.workplace.name,
        "address": order.workplace.address,
        "occupation": order.occupation.name,
        "competences": {held.competence.name: held.ends and held.ends.isoformat() for held in competences},
        "pay_form": agreement.pay_form,
        "employment": order.reason.legal_kind,
        "terms_version": order.terms_version,
    }


def _constraint_in_words(error: IntegrityError, order: Order, substitute: Substitute, *, by: User) -> Exception:
    if "nobody_is_in_two_places" in str(error):
        seen_by = _reader(by, substitute)
        verdict = eligibility.of_one(order, substitute, channel=Channel.PLANNER, seen_by=seen_by)
        return CannotBook(*verdict.weighing(Weight.HARD))
    if "one_occupying_booking_per_order" in str(error) or "booking_booking.order_id" in str(error):
        return just_taken()
    return error


def _close_the_offers(booking: Booking, *, at: datetime) -> None:
    """No advert, interest or enquiry outlives the order's being filled; nor does a clash of hers elsewhere."""
    order, substitute = booking.order, booking.substitute
    Advert.objects.filter(order=order, closed_at=None).update(closed_at=at)
    interests = Interest.objects.live().filter(order=order)
    interests.filter(substitute=substitute).update(status=Interest.Status.SELECTED, changed_at=at)
    for interest in interests.select_related("substitute__user"):
        notifications.not_selected(interest, at=at)
    interests.update(status=Interest.Status.NOT_SELECTED, changed_at=at)
    enquiries = Enquiry.objects.filter(order=order, round=order.round)
    hers = enquiries.filter(substitute=substitute, status__in=[Enquiry.Status.SENT, Enquiry.Status.NO])
    hers.update(status=Enquiry.Status.WON, answered_at=at)
    enquiries.filter(status=Enquiry.Status.SENT).update(status=Enquiry.Status.LOST)
    waiting = Enquiry.objects.filter(substitute=substitute, status=Enquiry.Status.SENT).exclude(order=order)
    clashing = waiting.filter(order__starts__lt=booking.ends, order__ends__gt=booking.starts)
    clashing.update(status=Enquiry.Status.SUPERSEDED)
