"""What is asked again when a message is about to leave, so that nobody is told what no longer holds."""

from django.utils.translation import gettext_noop

from booking.models import Booking, Enquiry
from messaging import outbox
from messaging.models import Message

BOOKING_ENDED = gettext_noop("bokningen är avslutad")
NEVER_TOLD = gettext_noop("bokningen hann aldrig meddelas")
ENQUIRY_CLOSED = gettext_noop("förfrågan är avslutad")


@outbox.still_true("booking.booked")
@outbox.still_true("booking.filled")
def booking_stands(message: Message) -> str:
    """She still has the shift."""
    return "" if Booking.objects.occupying().filter(pk=message.facts["pk"]).exists() else BOOKING_ENDED


@outbox.still_true("booking.ended")
def booking_was_told(message: Message) -> str:
    """Nobody is told that she lost what she never heard that she had."""
    told = Message.objects.filter(key__startswith=f"booking.booked:{message.facts['pk']}:")
    unheard = {Message.Status.PENDING, Message.Status.SUPPRESSED, Message.Status.FAILED}
    return NEVER_TOLD if all(one.status in unheard for one in told) else ""


@outbox.still_true("enquiry.asked")
def enquiry_waits(message: Message) -> str:
    """It can still be answered."""
    waiting = Enquiry.objects.filter(pk=message.facts["pk"], status=Enquiry.Status.SENT).exists()
    return "" if waiting else ENQUIRY_CLOSED
