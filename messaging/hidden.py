"""A person who is protected: no message leaves for her any more, and those that were sent no longer say who she is."""

from datetime import datetime

from django.db.models import Q
from django.utils.translation import gettext_noop

from messaging.models import Channel, InboundMessage, Message, PushSubscription
from people.models import HiddenIdentity, Substitute, User
from people.operations import identity
from people.scrubbing import Traces, scrub

PROTECTED = gettext_noop("har skyddade uppgifter")


def hide(substitute: Substitute, traces: Traces, at: datetime) -> None:
    """What went to her stays in her own inbox, without an address; what she sent is known by her alias."""
    hers, user = Message.objects.filter(recipient=substitute.user), substitute.user
    sent_to = set(hers.filter(channel=Channel.SMS, discreet=False).values_list("address", flat=True))
    numbers = {user.phone, *sent_to} - {""}
    shared = User.objects.filter(phone__in=numbers).exclude(pk=user.pk).values_list("phone", flat=True)
    came = InboundMessage.objects.filter(Q(sender__in=numbers - set(shared)) | Q(written_by=user))
    scrub(came, "body", "outcome", traces=traces, about_her=True)
    came.update(sender="", written_by=user)
    waiting = [Message.Status.PENDING, Message.Status.SENDING]
    hers.filter(status__in=waiting).update(status=Message.Status.SUPPRESSED, status_reason=PROTECTED)
    hers.exclude(status_reason=PROTECTED).update(status_reason="")  # what a gateway answers may name the number
    hers.update(address="")
    PushSubscription.objects.filter(user=user).delete()
    scrub(hers, "subject", "body", "facts", traces=traces, about_her=True)
    scrub(Message.objects.all(), "subject", "body", "facts", "status_reason", traces=traces)
    scrub(InboundMessage.objects.all(), "body", traces=traces)


def sent_by(number: str) -> User | None:
    """The protected person whose number it is, if it is nobody else's."""
    if User.objects.filter(phone=number).exists():
        return None
    row = HiddenIdentity.objects.filter(phone=number).exclude(phone="").select_related("user").first()
    return row.user if row else None


identity.on_marking(hide)
