"""The code that somebody gives the support, sent to herself alone."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from messaging import codes, outbox
from messaging.codes import To
from messaging.models import Channel, Message
from people.languages import speaking
from people.models import SupportVisit, User
from people.operations import support
from people.operations.refusals import Refused

KIND = "account.support_code"
NO_LONGER = gettext_noop("koden gäller inte längre")


@transaction.atomic
def ask(helper: User, username: str, *, reason: str, at: datetime) -> SupportVisit:
    """Send the person a code to read out: by SMS, by e-mail where none arrives, to her inbox without either."""
    visit, code = support.ask(helper, username, reason=reason, at=at)
    if not code:
        return visit
    person = visit.person
    by_sms = outbox.reachable_by_sms(person) and codes.may_go_to(person.phone, person, To.KNOWN)
    if by_sms and not codes.take_one(person, person.phone, To.KNOWN, at=at):
        raise Refused(username=_("Just nu går det inte att skicka fler koder. Försök igen i morgon."))
    with speaking(person):
        body = _(
            "%(code)s är din kod till supporten. Läs upp den för %(who)s bara om ni pratar nu: då syns dina sidor där "
            "i en halvtimme. Koden gäller i 10 minuter."
        )
        outbox.post(
            key=f"{KIND}:{visit.pk}",
            kind=KIND,
            to=person,
            subject=_("Kod till supporten"),
            body=body % {"code": code, "who": helper},
            at=at,
            facts={"pk": str(visit.pk)},
            channel=Channel.SMS if by_sms else Channel.EMAIL,
            discreet=bool(by_sms or person.email),
        )
    return visit


@outbox.still_true(KIND)
def still_open(message: Message) -> str:
    """A code that has been used, or that another has taken the place of, need not arrive."""
    return "" if SupportVisit.objects.filter(pk=message.facts["pk"], closed_at=None).exists() else NO_LONGER
