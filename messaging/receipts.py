"""What became of what we sent. Receipts come late, twice and in any order, so a message's status only moves up."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_noop

from messaging.models import Message, Receipt

HEIGHT = {
    Message.Status.PENDING: 0,
    Message.Status.SENDING: 1,
    Message.Status.ACCEPTED: 2,
    Message.Status.FAILED: 3,
    Message.Status.DELIVERED: 4,
    Message.Status.SUPPRESSED: 5,
}
NOT_DELIVERED = gettext_noop("kom inte fram till telefonen")


def receipt(gateway: str, provider_id: str, status: str, at: datetime) -> None:
    """Store the receipt, then apply it. It may be here before we know the provider's number: then it waits."""
    Receipt.objects.get_or_create(gateway=gateway, provider_id=provider_id, status=status, defaults={"received_at": at})
    settle(gateway, provider_id, at=at)


@transaction.atomic
def settle(gateway: str, provider_id: str, *, at: datetime) -> None:
    """Apply the receipts that wait for this message.

    Called by both sides after their own commit: whichever is last sees what the other wrote.
    """
    messages = Message.objects.select_for_update(of=("self",), no_key=True)
    message = messages.filter(gateway=gateway, provider_id=provider_id).first()
    if message is None:
        return
    waiting = list(Receipt.objects.filter(gateway=gateway, provider_id=provider_id, applied_at=None))
    for one in waiting:
        _raise_to(message, Message.Status(one.status))
    message.save(update_fields=["status", "status_reason"])
    # These and no others: one that came meanwhile has not been applied.
    Receipt.objects.filter(pk__in=[one.pk for one in waiting]).update(applied_at=at)


def _raise_to(message: Message, status: Message.Status) -> None:
    if HEIGHT[status] > HEIGHT[Message.Status(message.status)]:
        message.status = status
        message.status_reason = NOT_DELIVERED if status is Message.Status.FAILED else ""
