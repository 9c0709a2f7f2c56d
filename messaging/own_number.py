"""She changes her number: the code goes to the new one, and the old one is told that it is no longer hers."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from messaging import codes, outbox
from messaging.codes import To
from messaging.models import Channel, Message, Silenced
from people.languages import speaking
from people.models import PhoneChange, Substitute, User
from people.operations import phones
from people.operations.phones import Tried
from people.operations.refusals import Refused

CODE, CHANGED = "phone.code", "phone.changed"
NO_LONGER = gettext_noop("koden gäller inte längre")


@transaction.atomic
def ask(substitute: Substitute, written: str, *, by: User, at: datetime) -> PhoneChange:
    """Send a code to the number, whoever else may have it; or `Refused`."""
    change, code = phones.ask(substitute, written, by=by, at=at)
    if code:
        if not codes.take_one(change.user, change.number, To.NEW, at=at):
            raise Refused(phone=_("Just nu går det inte att få en kod. Försök igen i morgon, eller ring Bemanningen."))
        with speaking(change.user):
            body = _("%(code)s är din kod till Vikarieportalen. Den gäller i 10 minuter. Ge den inte till någon.")
            _to(change.number, change, CODE, _("Kod"), body % {"code": code}, at=at)
    return change


def confirm(substitute: Substitute, written: str, *, by: User, at: datetime) -> None:
    """Let the number be hers; or `Refused`, when the try has been counted."""
    tried = _tried(substitute, written, by=by, at=at)
    if tried.refusal:
        raise Refused(code=tried.refusal)


@transaction.atomic
def _tried(substitute: Substitute, written: str, *, by: User, at: datetime) -> Tried:
    tried = phones.confirm(substitute, written, by=by, at=at)
    if tried.before:
        change = PhoneChange.objects.filter(user=substitute.user_id).select_related("user").latest("sent_at")
        with speaking(change.user):
            body = _("Ditt mobilnummer i Vikarieportalen är bytt. Var det inte du? Ring Bemanningen genast.")
            _to(tried.before, change, CHANGED, _("Numret är bytt"), body, at=at)
            if change.user.email and Silenced.objects.filter(number=tried.before).exists():
                _to(change.user.email, change, CHANGED, _("Numret är bytt"), body, at=at, channel=Channel.EMAIL)
    return tried


@outbox.still_true(CODE)
def still_open(message: Message) -> str:
    """A code that has been used, or that another has taken the place of, need not arrive."""
    return "" if PhoneChange.objects.filter(pk=message.facts["pk"], closed_at=None).exists() else NO_LONGER


def _to(
    address: str,
    change: PhoneChange,
    kind: str,
    subject: str,
    body: str,
    *,
    at: datetime,
    channel: Channel = Channel.SMS,
) -> None:
    outbox.post(
        key=f"{kind}:{change.pk}:{channel}",
        kind=kind,
        to=change.user,
        subject=subject,
        body=body,
        at=at,
        channel=channel,
        address=address,
        facts={"pk": str(change.pk)},
        discreet=kind == CODE,
    )
