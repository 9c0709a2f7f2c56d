"""STOP and START: the first thing that is read of whatever comes in. It is the number that is silent."""

from collections.abc import Callable, Sequence
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from messaging import outbox, replies
from messaging.grammar import Kind, understand
from messaging.models import InboundMessage, Silenced
from people import history
from people.languages import speaking
from people.models import Substitute, User
from people.operations import areas

OnStop = Callable[[Sequence[User], datetime], None]
"""Told in the same transaction that no SMS reaches these users any more."""

STOPPED = gettext_noop("stoppade sms")
STARTED = gettext_noop("tar emot sms igen")
STOPPED_ALREADY = gettext_noop("hade redan stoppat sms")
NOT_STOPPED = gettext_noop("hade inte stoppat sms")

_told: list[OnStop] = []


def on_stop(tell: OnStop) -> OnStop:
    """Register one who must know that a number has said STOP."""
    _told.append(tell)
    return tell


def read(inbound: InboundMessage, senders: Sequence[User], *, at: datetime) -> str | None:
    """What it became, if it is a STOP or a START."""
    kind = understand(inbound.body).kind
    if kind is Kind.STOP:
        return _stop(inbound, senders, at=at)
    if kind is Kind.START:
        return _start(inbound, senders, at=at)
    return None


def _stop(inbound: InboundMessage, senders: Sequence[User], *, at: datetime) -> str:
    _row, is_new = Silenced.objects.get_or_create(number=inbound.sender, defaults={"since": at})
    if not is_new:
        return STOPPED_ALREADY
    for tell in _told:
        tell(senders, at)
    body = gettext_noop("Du får inga fler sms från oss. Allt finns kvar i portalen. Svara START för att få sms igen.")
    _confirm(inbound, senders, outbox.STOP_CONFIRMED, gettext_noop("Sms stoppade"), body, at=at)
    _record(senders, "substitute.stop_sms", at=at)
    return STOPPED


def _start(inbound: InboundMessage, senders: Sequence[User], *, at: datetime) -> str:
    removed, _rows = Silenced.objects.filter(number=inbound.sender).delete()
    if not removed:
        return NOT_STOPPED
    body = gettext_noop("Du får sms från oss igen. Svara STOP om du inte vill det.")
    _confirm(inbound, senders, "sms.started", gettext_noop("Sms på igen"), body, at=at)
    _record(senders, "substitute.start_sms", at=at)
    return STARTED


def _confirm(
    inbound: InboundMessage, senders: Sequence[User], kind: str, subject: str, body: str, *, at: datetime
) -> None:
    """One SMS, however many share the number. A number that we do not know is never written to."""
    if senders:
        with speaking(senders[0]):
            replies.reply(inbound, kind=kind, to=senders[0], subject=_(subject), body=_(body), at=at)


def _record(senders: Sequence[User], action: str, *, at: datetime) -> None:
    for substitute in Substitute.objects.filter(user__in=senders).select_related("user").order_by("pk"):
        history.record(substitute, action, by=substitute.user, at=at, area_id=areas.of_substitute(substitute))
