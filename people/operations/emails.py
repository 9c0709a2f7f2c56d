"""An e-mail address is hers when she has followed the link that was sent to it: it is the way to a new password."""

from datetime import datetime, timedelta
from typing import NamedTuple

from allauth.account.models import EmailAddress
from django.core import signing
from django.db import IntegrityError, transaction
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from people.history import record
from people.models import Substitute, User
from people.operations import accounts, areas
from people.operations.locking import locked
from people.operations.refusals import Refused

VALID_FOR = timedelta(hours=24)
SALT = "people.emails"


class Link(NamedTuple):
    """What a link says: whose it is, the address that she will have, and of the one that she had only its seal.

    Whoever gets it may be a stranger, if she wrote wrongly.
    """

    user: int
    before: str
    after: str
    until: float


def link_to(user: User, written: str, *, at: datetime) -> str:
    """A signed word for an address that leads to the new e-mail, or `Refused` if it is the one that she has."""
    accounts.demand_open(user, "email")
    email = written.strip().lower()
    if email == user.email.lower():
        raise Refused(email=_("Det är redan din e-postadress."))
    return signing.dumps(Link(user.pk, _sealed(user.email), email, (at + VALID_FOR).timestamp()), salt=SALT)


def read(word: str, user: User, *, at: datetime) -> Link | None:
    """What the word says, if it is hers and still counts; a link that has been followed says so again."""
    try:
        link = Link(*signing.loads(word, salt=SALT))
    except (signing.BadSignature, TypeError):
        return None
    is_hers = link.user == user.pk and (user.email == link.after or _sealed(user.email) == link.before)
    return link if is_hers and at.timestamp() < link.until else None


def owner_of(email: str) -> User | None:
    """Whoever has the address already."""
    return User.objects.filter(email__iexact=email).first()


@transaction.atomic
def confirm(substitute: Substitute, word: str, *, by: User, at: datetime) -> str:
    """Let the address be hers; answers with the one that she had before, or with nothing if it is done already."""
    substitute = locked(substitute)
    user = substitute.user
    accounts.demand_open(user, "email")
    link = read(word, user, at=at)
    if link is None:
        raise Refused(email=_("Länken gäller inte längre. Skriv adressen igen så skickar vi en ny."))
    if user.email == link.after:
        return ""
    before, user.email = user.email, link.after
    try:
        with transaction.atomic():
            user.save(update_fields=["email"])
    except IntegrityError as taken:
        raise Refused(email=_("Adressen går inte att använda. Välj en annan.")) from taken
    # What allauth knows of the old one would still be a way to a new password.
    EmailAddress.objects.filter(user=user).delete()
    area = areas.of_substitute(substitute)
    record(substitute, "substitute.change", by=by, at=at, area_id=area, changed=["email"])
    return before


def _sealed(email: str) -> str:
    return salted_hmac(SALT, email, algorithm="sha256").hexdigest()[:24]
