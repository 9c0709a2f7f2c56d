"""She changes her e-mail address: the link goes to the new one, and the old one is told that it is no longer hers."""

import hashlib
from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from messaging import outbox
from messaging.models import Channel, Message
from people.languages import speaking
from people.models import Substitute, User
from people.operations import emails
from people.operations.locking import locked
from people.operations.refusals import Refused

LINK, TAKEN, CHANGED = "email.link", "email.taken", "email.changed"
LINKS_AN_HOUR, HOUR = 3, timedelta(hours=1)


@transaction.atomic
def ask(substitute: Substitute, written: str, *, page: Callable[[str], str], by: User, at: datetime) -> None:
    """Write to the new address; or `Refused`. She is never told whether somebody else has it: whoever has it is.

    `page` makes the whole address of the page where a signed word is confirmed.
    """
    user = locked(substitute).user
    word = emails.link_to(user, written, at=at)
    hers = Q(key__startswith=_key(LINK, user)) | Q(key__startswith=_key(TAKEN, user))
    if Message.objects.filter(hers, posted_at__gt=at - HOUR).count() >= LINKS_AN_HOUR:
        raise Refused(email=_("Det går att få tre länkar i timmen. Vänta en stund och försök igen."))
    owner, address = emails.owner_of(written.strip()), written.strip().lower()
    with speaking(owner or user):
        kind, body = (TAKEN, _taken()) if owner else (LINK, _link(page(word)))
        _to(address, owner or user, kind, _("Ny e-postadress i Vikarieportalen"), body, at=at, asked_by=user)


@transaction.atomic
def confirm(substitute: Substitute, word: str, *, by: User, at: datetime) -> None:
    """Let the address be hers, and tell the old one; or `Refused`."""
    before = emails.confirm(substitute, word, by=by, at=at)
    if before:
        user = User.objects.get(pk=substitute.user_id)
        with speaking(user):
            body = _("Din e-postadress i Vikarieportalen är bytt. Var det inte du? Ring Bemanningen genast.")
            _to(before, user, CHANGED, _("E-postadressen är bytt"), body, at=at, asked_by=user)


def _link(url: str) -> str:
    words = _("Öppna länken inom ett dygn och bekräfta att adressen är din:\n%(url)s\n\n%(otherwise)s")
    otherwise = _("Var det inte du? Då behöver du inte göra något.")
    return words % {"url": url, "otherwise": otherwise}


def _taken() -> str:
    return _("Någon ville använda den här adressen för sitt konto. Ditt konto har den redan, och inget är ändrat.")


def _to(address: str, user: User, kind: str, subject: str, body: str, *, at: datetime, asked_by: User) -> None:
    # A form that is sent twice writes once; another address, or another minute, is another letter.
    same = hashlib.sha256(address.encode()).hexdigest()[:16]
    outbox.post(
        key=f"{_key(kind, asked_by)}{same}:{at:%Y-%m-%dT%H:%M}",
        kind=kind,
        to=user,
        subject=subject,
        body=body,
        at=at,
        channel=Channel.EMAIL,
        address=address,
        discreet=kind != CHANGED,
    )


def _key(kind: str, asked_by: User) -> str:
    """What the keys of all that she has asked for begin with: an index finds them, among millions of others."""
    return f"{kind}:{asked_by.pk}:"
