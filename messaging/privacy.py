"""What the messages' tables hold."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from messaging.models import (
    ChannelChoice,
    Heartbeat,
    InboundMessage,
    Message,
    PushSubscription,
    Receipt,
    Silenced,
)
from people.data_map import Fate, Ground, Kept, Purpose, Whose, declare, of_nobody
from people.models import User

ANYBODY, REACHING, CONTRACT = Whose.ANYBODY, Purpose.REACHING, Ground.CONTRACT


def is_hers_alone(user: User) -> bool:
    """Whether nobody else has her number: only then is what came from it known to be hers."""
    return bool(user.phone) and not User.objects.filter(phone=user.phone).exclude(pk=user.pk).exists()


def of_her_number(user: User) -> Q:
    """What is kept by her number."""
    return Q(number=user.phone) if is_hers_alone(user) else Q(pk=None)


def sent_by_her(user: User) -> Q:
    """What she wrote in the portal, and what came from her number or was answered to her."""
    hers = Q(written_by=user.pk) | Q(replies__recipient=user.pk)
    return hers | Q(sender=user.phone) if is_hers_alone(user) else hers


declare(
    Message, _("Meddelanden till dig"), ANYBODY, REACHING, CONTRACT, kept=Kept.MESSAGES, fate=Fate.EMPTIED,
    hers="recipient",
    unsaid="key about facts gateway provider_id claimed_at attempts in_reply_to copy_of",
)  # fmt: skip
declare(
    InboundMessage, _("Sms och svar från dig"), ANYBODY, REACHING, CONTRACT, kept=Kept.MESSAGES, fate=Fate.EMPTIED,
    rows=sent_by_her, unsaid="gateway provider_id in_answer_to",
)  # fmt: skip
declare(
    Receipt, _("Operatörens kvitto på ett meddelande"), ANYBODY, REACHING, CONTRACT,
    kept=Kept.MESSAGES, fate=Fate.STAYS,
)  # fmt: skip
declare(
    Silenced, _("Att ett nummer har stoppat sms"), ANYBODY, REACHING, CONTRACT,
    kept=Kept.ACCOUNT, fate=Fate.GOES, rows=of_her_number,
)  # fmt: skip
declare(
    ChannelChoice, _("Hur du vill få meddelanden"), ANYBODY, REACHING, CONTRACT,
    kept=Kept.ACCOUNT, fate=Fate.GOES, hers="user",
)  # fmt: skip
declare(
    PushSubscription, _("Vart vi skickar notiser i din webbläsare"), ANYBODY, REACHING, Ground.CONSENT,
    kept=Kept.ITSELF, fate=Fate.GOES, hers="user", unsaid="endpoint p256dh auth",
)  # fmt: skip
of_nobody(Heartbeat, what=_("Att kön går"))
