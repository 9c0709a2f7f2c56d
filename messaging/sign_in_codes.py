"""The code that somebody signs in with, or confirms with that it is she: to her own confirmed number, at once."""

from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from messaging import codes as budget
from messaging import outbox
from messaging.models import Channel, Message
from people import codes, numbers
from people.languages import speaking
from people.models import User
from portal import security_log

CODE, SHARED = "login.code", "login.shared"
outbox.lasts(CODE, codes.VALID_FOR)


@transaction.atomic
def send(user: User, number: str, seed: str, *, at: datetime) -> bool:
    """Send the code that follows from the seed; whether it is on its way. The same seed goes out once."""
    with speaking(user):
        body = _("%(code)s är din kod till Vikarieportalen. Den gäller i 10 minuter. Ge den inte till någon.")
        return _post(CODE, codes.mark(seed), user, number, f"{body % {'code': codes.of(seed)}}{_bound(seed)}", at=at)


@transaction.atomic
def say_that_it_is_shared(number: str, *, at: datetime) -> None:
    """Let the number know, if it is several people's, what more must be written; the page that asked says nothing."""
    holders = numbers.holders(number)
    is_shared = len(holders) > 1
    why = "shared" if is_shared else "closed_or_not_confirmed" if holders else "unknown"
    security_log.event("sign_in.code_not_sent", why=why, tried=security_log.mark(number))
    if not is_shared:
        return
    with speaking(holders[0]):
        body = _(
            "Ni är flera i Vikarieportalen som har det här numret. Skriv också ditt användarnamn när du ber om kod."
        )
        _post(SHARED, f"{codes.mark(number)}:{at:%Y%m%d%H%M}", holders[0], number, body, at=at)


def used(user: User) -> None:
    """She has written it: it stands nowhere any more. The demo's pages are the telephones, and keep theirs."""
    if not settings.DEMO:
        Message.objects.filter(recipient=user, kind=CODE).exclude(body="").update(body="")


def _bound(seed: str) -> str:
    """The last line, by which a telephone offers the code to our own page and to no other that looks like it."""
    return f"\n\n@{urlsplit(settings.PORTAL_URL).hostname} #{codes.of(seed)}"


def _post(kind: str, key: str, user: User, number: str, body: str, *, at: datetime) -> bool:
    whole_key = f"{kind}:{key}"
    if Message.objects.filter(key=whole_key).exists():
        return True
    if not budget.take_one(user, number, at=at):
        return False
    outbox.post(
        key=whole_key,
        kind=kind,
        to=user,
        subject=_("Kod"),
        body=body,
        at=at,
        channel=Channel.SMS,
        address=number,
        discreet=True,
    )
    security_log.once_done("sign_in.code_sent", about=user)
    return True
