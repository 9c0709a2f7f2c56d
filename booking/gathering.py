"""One message about many enquiries, instead of one each, when they leave for the same person at the same moment."""

from datetime import timedelta

from django.utils.translation import gettext_noop

from booking import notifications
from booking.models import Enquiry
from messaging import outbox
from messaging.models import Message

MANY = 3
SAME_MOMENT = timedelta(minutes=2)
KIND = "enquiry.asked"
TOLD_TOGETHER = gettext_noop("sägs i ett gemensamt meddelande")


def gathered(message: Message) -> bool:
    """Whether the enquiry is told of in a summary, which is posted now if there is cause for one.

    Asked as the message is about to leave, so it does not matter what released them: one planner's thirty orders,
    thirty planners', or the queue after a night. A sibling that another worker has in hand leaves by itself.
    A copy does as the message that it is a copy of.
    """
    if message.copy_of_id:
        first = Message.objects.select_for_update(of=("self",), no_key=True).get(pk=message.copy_of_id)
        return first.status_reason == TOLD_TOGETHER or (first.status == Message.Status.PENDING and gathered(first))
    siblings = list(
        Message.objects.select_for_update(skip_locked=True, of=("self",), no_key=True)
        .filter(kind=KIND, recipient=message.recipient_id, status=Message.Status.PENDING, copy_of=None)
        .filter(due_at__lte=message.due_at + SAME_MOMENT)
    )
    asked = [sibling.facts["pk"] for sibling in siblings]
    waiting = Enquiry.objects.filter(pk__in=asked, status__in=Enquiry.ASKED).with_places()
    if len(waiting) < MANY:
        return False
    soonest_first = sorted(waiting, key=lambda enquiry: (enquiry.order.starts, enquiry.code))
    notifications.asked_many(soonest_first, at=message.due_at)
    outbox.suppress(siblings, TOLD_TOGETHER)
    return True
