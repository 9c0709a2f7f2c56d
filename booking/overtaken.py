"""What is asked again when a message is about to leave, so that nobody is told what no longer holds."""

from collections.abc import Collection
from datetime import datetime

from django.utils.translation import gettext_noop

from booking import gathering, notifications
from booking.models import Advert, Availability, Booking, EndReason, Enquiry, Interest, Order, WorkplaceRequest
from booking.models.booking import BookingQuerySet
from booking.weeks import Week
from messaging import outbox
from messaging.models import Message

BOOKING_ENDED = gettext_noop("bokningen är avslutad")
BOOKING_MOVED = gettext_noop("passet har fått en annan tid")
NOT_LATE = gettext_noop("vikarien har sagt en annan tid")
NEVER_TOLD = gettext_noop("bokningen hann aldrig meddelas")
NEVER_TOLD_LATE = gettext_noop("förseningen hann aldrig meddelas")
ENQUIRY_CLOSED = gettext_noop("förfrågan är avslutad")
GOT_IT = gettext_noop("vikarien fick passet ändå")
INTEREST_OPEN = gettext_noop("intresseanmälan är öppen igen")
ORDER_CLOSED = gettext_noop("beställningen är inte längre öppen")
ASKING_BEGUN = gettext_noop("frågorna har börjat gå ut")
TAKEN_UP = gettext_noop("beställningen ligger inte längre hos beställaren")
NOT_LAPSED = gettext_noop("passet fick en vikarie")
NO_JOBS = gettext_noop("passen är inte längre lediga")
WEEK_FILLED = gettext_noop("tid är inlagd den veckan")
WORKPLACE_NOT_HERS = gettext_noop("introduktionen räknas inte längre")
WORKPLACE_NOT_DECLINED = gettext_noop("önskemålet om arbetsplatsen är inte avslaget")

CAN_BE_ANSWERED = (Enquiry.Status.SENT, Enquiry.Status.UNDELIVERABLE)
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
    booking = _booking(message)
    if booking is None:
        return BOOKING_ENDED
    return "" if booking.ends == datetime.fromisoformat(message.facts["ends"]) else BOOKING_MOVED


@outbox.still_true("reminder.shift")
def still_begins_then(message: Message) -> str:
    """She still has the shift, and it begins when the message says."""
    booking = _booking(message)
    if booking is None:
        return BOOKING_ENDED
    return "" if booking.starts == datetime.fromisoformat(message.facts["starts"]) else BOOKING_MOVED


@outbox.still_true("booking.ended")
def booking_was_told(message: Message) -> str:
    """Nobody is told that she lost what she never heard that she had."""
    return "" if _has_heard(message, *TELLS_THAT_IT_IS_HERS) else NEVER_TOLD


@outbox.still_true("booking.late")
def still_expected_then(message: Message) -> str:
    """She still has the shift, and comes when the message says."""
    booking = _booking(message)
    if booking is None:
        return BOOKING_ENDED
    return "" if booking.expected_at == datetime.fromisoformat(message.facts["expected"]) else NOT_LATE


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


@outbox.still_true("interest.not_selected")
def interest_lost(message: Message) -> str:
    """She has not got the shift after all."""
    return GOT_IT if _hers(message).filter(order__interests=message.facts["pk"]).exists() else ""


@outbox.still_true("enquiry.lost")
@outbox.still_true("enquiry.closed")
def enquiry_lost(message: Message) -> str:
    """She has not got the shift after all."""
    return GOT_IT if _hers(message).filter(order__enquiries=message.facts["pk"]).exists() else ""


@outbox.still_true("interest.lapsed")
def interest_closed(message: Message) -> str:
    """It has not been registered again."""
    return INTEREST_OPEN if Interest.objects.live().filter(pk=message.facts["pk"]).exists() else ""


@outbox.still_true("enquiry.asked")
def enquiry_waits(message: Message) -> str:
    """It can still be answered, and is not one of many that leave at the same moment."""
    if not _waiting([message.facts["pk"]]):
        return ENQUIRY_CLOSED
    return gathering.TOLD_TOGETHER if gathering.gathered(message) else ""


@outbox.rewritten("enquiry.asked")
def with_her_link(message: Message) -> str:
    """The link opens for the number that it is sent to, which may not be the one that she had when it was written."""
    enquiry = Enquiry.objects.select_related("substitute__user").get(pk=message.facts["pk"])
    return notifications.LINK.sub(notifications.link_of(enquiry), message.body)


@outbox.still_true("enquiry.asked_many")
def one_enquiry_waits(message: Message) -> str:
    """One of them can still be answered."""
    return "" if _waiting(message.facts["enquiries"]) else ENQUIRY_CLOSED


@outbox.still_true("order.exhausted")
def still_unfilled(message: Message) -> str:
    """The order is open, and in the same round."""
    return "" if _open(message) else ORDER_CLOSED


@outbox.still_true("order.asking_waits")
def nobody_asked_yet(message: Message) -> str:
    """The order is open, and nobody has been asked in its round."""
    if not _open(message):
        return ORDER_CLOSED
    enquiries = Enquiry.objects.filter(order=message.facts["pk"], round=message.facts["round"])
    return ASKING_BEGUN if enquiries.exclude(status=Enquiry.Status.QUEUED).exists() else ""


@outbox.still_true("order.returned")
def lies_with_the_orderer(message: Message) -> str:
    """She has not taken it up, nor away."""
    over = [Order.Status.CANCELLED, Order.Status.LAPSED, Order.Status.BOOKED, Order.Status.COMPLETED]
    lying = Order.objects.filter(pk=message.facts["pk"], returned_at__isnull=False).exclude(status__in=over)
    return "" if lying.exists() else TAKEN_UP


@outbox.still_true("order.lapsed")
def nobody_came(message: Message) -> str:
    """It was not filled after all."""
    return "" if Order.objects.filter(pk=message.facts["pk"], status=Order.Status.LAPSED).exists() else NOT_LAPSED


@outbox.still_true("jobs.released")
def some_job_is_out(message: Message) -> str:
    """One of them can still be taken."""
    out = Advert.objects.filter(order__in=message.facts["orders"], order__status=Order.Status.OPEN, closed_at=None)
    return "" if out.exists() else NO_JOBS


@outbox.still_true("reminder.availability")
def week_is_empty(message: Message) -> str:
    """She has put in nothing for that week since."""
    hers = Availability.objects.filter(substitute=message.facts["pk"])
    return WEEK_FILLED if hers.touching(Week.named(message.facts["week"]).span).exists() else ""


@outbox.still_true("workplace.active")
@outbox.still_true("workplace.introduced")
def workplace_is_hers(message: Message) -> str:
    """The introduction still counts."""
    return "" if _request(message, WorkplaceRequest.Status.ACTIVE) else WORKPLACE_NOT_HERS


@outbox.still_true("workplace.declined")
def workplace_declined(message: Message) -> str:
    """It has been answered so."""
    return "" if _request(message, WorkplaceRequest.Status.DECLINED) else WORKPLACE_NOT_DECLINED


def _request(message: Message, status: WorkplaceRequest.Status) -> bool:
    return WorkplaceRequest.objects.filter(pk=message.facts["pk"], status=status).exists()


def _has_heard(message: Message, *kinds: str) -> bool:
    """Whether one of these, of the same thing, has left for whoever the message is to."""
    told = Message.objects.filter(about=message.about, recipient=message.recipient_id, kind__in=kinds)
    return told.exclude(status__in=UNHEARD).exists()


def _booking(message: Message) -> Booking | None:
    return Booking.objects.occupying().filter(pk=message.facts["pk"]).first()


def _hers(message: Message) -> BookingQuerySet:
    return Booking.objects.occupying().filter(substitute__user=message.recipient_id)


def _waiting(enquiries: Collection[str]) -> bool:
    return Enquiry.objects.filter(pk__in=enquiries, status__in=CAN_BE_ANSWERED).exists()


def _open(message: Message) -> bool:
    in_round = Order.objects.filter(pk=message.facts["pk"], round=message.facts["round"])
    return in_round.filter(status=Order.Status.OPEN).exists()
