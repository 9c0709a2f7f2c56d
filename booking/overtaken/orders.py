"""Of an order: to whoever placed it, or asks about it."""

from django.utils.translation import gettext_noop

from booking.models import Enquiry, Order
from messaging import outbox
from messaging.models import Message

ORDER_CLOSED = gettext_noop("beställningen är inte längre öppen")
ASKING_BEGUN = gettext_noop("frågorna har börjat gå ut")
TAKEN_UP = gettext_noop("beställningen ligger inte längre hos beställaren")
NOT_LAPSED = gettext_noop("passet fick en vikarie")


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


def _open(message: Message) -> bool:
    in_round = Order.objects.filter(pk=message.facts["pk"], round=message.facts["round"])
    return in_round.filter(status=Order.Status.OPEN).exists()
