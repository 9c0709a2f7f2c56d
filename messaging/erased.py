"""A person who is erased: that messages went to and fro stays, what they said and to which number is gone."""

from datetime import datetime

from django.db.models import Q
from django.utils.translation import gettext_noop

from messaging.models import (
    Channel,
    ChannelChoice,
    InboundMessage,
    Message,
    MessageQuerySet,
    PushSubscription,
    Silenced,
)
from people.models import Substitute, User
from people.operations import erasure

ERASED = gettext_noop("personen är raderad")
GONE = gettext_noop("Texten är borttagen.")


def erase(substitute: Substitute, by: User | None, at: datetime) -> None:
    """What was sent to her, what she sent, and that a number of hers had said STOP."""
    hers = Message.objects.filter(recipient=substitute.user)
    # A discreet SMS is a code, to a number that may be a stranger's.
    sent_to = hers.filter(channel=Channel.SMS).exclude(discreet=True).values_list("address", flat=True)
    numbers = {substitute.user.phone, *sent_to} - {""}
    anothers = User.objects.filter(phone__in=numbers).exclude(pk=substitute.user_id).values_list("phone", flat=True)
    shared = set(anothers)
    # From a number that is another's too only what was answered to her is known to be hers.
    answered = Q(sender__in=shared, replies__recipient=substitute.user)
    _came(Q(sender__in=numbers - shared) | answered | Q(written_by=substitute.user), by=by, at=at)
    Silenced.objects.filter(number__in=numbers - shared).delete()
    for model in (ChannelChoice, PushSubscription):
        model._base_manager.filter(user=substitute.user).delete()
    say_nothing(hers)
    hers.update(body="", address="")


def say_nothing(messages: MessageQuerySet) -> None:
    """Empty the messages, also those to others; what has not left does not."""
    waiting = messages.filter(status__in=[Message.Status.PENDING, Message.Status.SENDING])
    stopped = list(waiting.values_list("pk", flat=True))
    # What a gateway answers may name the number.
    messages.update(subject="", body=GONE, status_reason="")
    Message.objects.filter(pk__in=stopped).update(status=Message.Status.SUPPRESSED, status_reason=ERASED)


def _came(hers: Q, *, by: User | None, at: datetime) -> None:
    """Nobody reads or answers an SMS that says nothing."""
    rows = InboundMessage.objects.filter(pk__in=list(InboundMessage.objects.filter(hers).values_list("pk", flat=True)))
    rows.filter(handled_at=None).update(handled_at=at)
    rows.filter(needs_reader=True, settled_at=None).update(settled_at=at, settled_by=by)
    rows.update(sender="", body="")


erasure.on_erasure(erase=erase)
