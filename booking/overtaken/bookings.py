"""Of a booking: to the one who has it, or had, and to whoever ordered."""

from collections.abc import Callable
from datetime import datetime

from django.utils.translation import gettext_noop

from booking.models import Booking, EndReason, Order
from booking.overtaken.orders import ORDER_CLOSED
from messaging import outbox
from messaging.models import Message

BOOKING_ENDED = gettext_noop("bokningen är avslutad")
BOOKING_MOVED = gettext_noop("passet har fått en annan tid")
NOT_LATE = gettext_noop("vikarien har sagt en annan tid")
NEVER_TOLD = gettext_noop("bokningen hann aldrig meddelas")
NEVER_TOLD_LATE = gettext_noop("förseningen hann aldrig meddelas")

UNHEARD = {Message.Status.PENDING, Message.Status.SUPPRESSED, Message.Status.FAILED}
TELLS_THAT_IT_IS_HERS = ("booking.booked", "booking.changed", "booking.shortened", "reminder.shift")


@outbox.still_true("booking.booked")
@outbox.still_true("booking.filled")
def booking_stands(message: Message) -> str:
    """She still has the shift."""
    return "" if _booking(message) else BOOKING_ENDED


@outbox.still_true("booking.changed")
def terms_stand(message: Message) -> str:
    """She still has the shift, and no later message says how it is now."""
    if _booking(message) is None:
        return BOOKING_ENDED
    told = Message.objects.filter(kind=message.kind, about=message.about)
    return BOOKING_MOVED if told.filter(facts__terms__gt=message.facts["terms"]).exists() else ""


@outbox.still_true("booking.shortened")
@outbox.still_true("booking.left_early")
def still_ends_then(message: Message) -> str:
    """She still has the shift, and it ends when the message says."""
    return _as_told(message, "ends", lambda booking: booking.ends, otherwise=BOOKING_MOVED)


@outbox.still_true("reminder.shift")
def still_begins_then(message: Message) -> str:
    """She still has the shift, and it begins when the message says."""
    return _as_told(message, "starts", lambda booking: booking.starts, otherwise=BOOKING_MOVED)


@outbox.still_true("booking.ended")
def booking_was_told(message: Message) -> str:
    """Nobody is told that she lost what she never heard that she had."""
    return "" if _has_heard(message, *TELLS_THAT_IT_IS_HERS) else NEVER_TOLD


@outbox.still_true("booking.late")
def still_expected_then(message: Message) -> str:
    """She still has the shift, and comes when the message says."""
    return _as_told(message, "expected", lambda booking: booking.expected_at, otherwise=NOT_LATE)


@outbox.still_true("booking.in_time")
def comes_in_time(message: Message) -> str:
    """She still has the shift and is not late for it; and whoever is told has heard that she would be."""
    booking = _booking(message)
    if booking is None:
        return BOOKING_ENDED
    if booking.expected_at:
        return NOT_LATE
    return "" if _has_heard(message, "booking.late") else NEVER_TOLD_LATE


@outbox.still_true("booking.emptied")
def seat_is_empty(message: Message) -> str:
    """Somebody is still needed; and of a yes that is regretted she has heard in the first place."""
    if not Order.objects.filter(bookings=message.facts["pk"], status=Order.Status.OPEN).exists():
        return ORDER_CLOSED
    if not Booking.objects.filter(pk=message.facts["pk"], end_reason=EndReason.REGRETTED).exists():
        return ""
    return "" if _has_heard(message, "booking.filled") else NEVER_TOLD


def _as_told(message: Message, fact: str, now: Callable[[Booking], datetime | None], *, otherwise: str) -> str:
    """She still has the shift, and the moment that the message tells of is what it was."""
    booking = _booking(message)
    if booking is None:
        return BOOKING_ENDED
    return "" if now(booking) == datetime.fromisoformat(message.facts[fact]) else otherwise


def _has_heard(message: Message, *kinds: str) -> bool:
    """Whether one of these, of the same thing, has left for whoever the message is to."""
    told = Message.objects.filter(about=message.about, recipient=message.recipient_id, kind__in=kinds)
    return told.exclude(status__in=UNHEARD).exists()


def _booking(message: Message) -> Booking | None:
    return Booking.objects.occupying().filter(pk=message.facts["pk"]).first()
