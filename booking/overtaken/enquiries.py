"""Of what she was asked, or hoped for."""

from collections.abc import Collection

from django.utils.translation import gettext_noop

from booking import gathering, notifications
from booking.models import Booking, Enquiry, Interest
from booking.models.booking import BookingQuerySet
from messaging import outbox
from messaging.models import Message

ENQUIRY_CLOSED = gettext_noop("förfrågan är avslutad")
GOT_IT = gettext_noop("vikarien fick passet ändå")
INTEREST_OPEN = gettext_noop("intresseanmälan är öppen igen")

CAN_BE_ANSWERED = (Enquiry.Status.SENT, Enquiry.Status.UNDELIVERABLE)


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


def _hers(message: Message) -> BookingQuerySet:
    return Booking.objects.occupying().filter(substitute__user=message.recipient_id)


def _waiting(enquiries: Collection[str]) -> bool:
    return Enquiry.objects.filter(pk__in=enquiries, status__in=CAN_BE_ANSWERED).exists()
