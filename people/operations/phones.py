"""A number is hers when she has written the code that was sent to it. Two may share one, and neither is told."""

from datetime import datetime, timedelta
from typing import NamedTuple

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from people import codes, phones
from people.history import record
from people.models import PhoneChange, Substitute, User
from people.models.phone_change import TRIES
from people.operations import accounts, areas, sharing
from people.operations.locking import locked
from people.operations.refusals import Refused
from portal import security_log

PURPOSE = "people.phones"
CODES_AN_HOUR, HOUR = 3, timedelta(hours=1)
CODES_A_DAY, DAY = 10, timedelta(days=1)
"""To one person, and to one number: nobody's telephone is made to ring all night, no code is found by trying, and
nobody makes us send for ever.
"""


class Asked(NamedTuple):
    """A code to send; empty if it is on its way already."""

    change: PhoneChange
    code: str


class Tried(NamedTuple):
    """What became of a code: the number that was hers before, if she got another, or why nothing changed."""

    before: str = ""
    refusal: str = ""


@transaction.atomic
def ask(substitute: Substitute, written: str, *, by: User, at: datetime) -> Asked:
    """Make a code for the number, in place of any other; nothing of hers changes until it is written."""
    substitute = locked(substitute)
    accounts.demand_open(substitute.user, "phone")
    user, number = substitute.user, phones.mobile(written, settings.PHONE_REGION)
    if number is None:
        raise Refused(phone=_("Skriv ett svenskt mobilnummer, till exempel 070-174 06 05."))
    if number == user.phone and user.phone_verified:
        raise Refused(phone=_("Det är redan ditt nummer, och det är bekräftat."))
    waiting = PhoneChange.objects.filter(user=user).open(now=at).first()
    if waiting and waiting.number == number and at - waiting.sent_at < codes.NOT_AGAIN_WITHIN:
        return Asked(waiting, "")
    _refuse_too_many(user, number, at=at)
    hers = PhoneChange.objects.filter(user=user)
    hers.filter(sent_at__lte=at - DAY).delete()  # nothing is counted by them any more
    hers.filter(closed_at=None).update(closed_at=at)
    change, code = PhoneChange(user=user, number=number, sent_at=at), codes.drawn()
    change.code_hash = codes.hashed(PURPOSE, change.pk, code)
    change.save()
    security_log.once_done("phone.code_asked", user=by, about=user)
    return Asked(change, code)


@transaction.atomic
def confirm(substitute: Substitute, written: str, *, by: User, at: datetime) -> Tried:
    """Let the number be hers if the code is right. A wrong one is counted, so what comes of it is answered, not raised.

    The right code twice is once.
    """
    substitute = locked(substitute)
    accounts.demand_open(substitute.user, "code")
    code, user = "".join(written.split()), substitute.user
    change = PhoneChange.objects.filter(user=user).order_by("-sent_at").first()
    if change and change.closed_at and (user.phone, user.phone_verified) == (change.number, True):
        return Tried()
    change = PhoneChange.objects.filter(user=user).open(now=at).first()
    if change is None:
        return Tried(refusal=_("Koden gäller inte längre. Be om en ny."))
    if not constant_time_compare(change.code_hash, codes.hashed(PURPOSE, change.pk, code)):
        return _wrong(change, at=at)
    before = user.phone if user.phone != change.number else ""
    _belongs_to(substitute, change, by=by, at=at)
    return Tried(before=before)


@transaction.atomic
def cancel(substitute: Substitute, *, by: User, at: datetime) -> None:
    """She would not after all: the code no longer counts."""
    substitute = locked(substitute)
    PhoneChange.objects.filter(user=substitute.user, closed_at=None).update(closed_at=at)


def _refuse_too_many(user: User, number: str, *, at: datetime) -> None:
    """The same sentence whoever the codes were sent for: it tells nothing of others."""
    for counted in (Q(user=user), Q(number=number)):
        recent = PhoneChange.objects.filter(counted, sent_at__gt=at - DAY)
        if recent.filter(sent_at__gt=at - HOUR).count() >= CODES_AN_HOUR:
            security_log.event("phone.code_not_sent", about=user, why="limit")
            raise Refused(phone=_("Det går att få tre koder i timmen. Vänta en stund och försök igen."))
        if recent.count() >= CODES_A_DAY:
            security_log.event("phone.code_not_sent", about=user, why="limit")
            raise Refused(phone=_("Det går att få tio koder om dygnet. Försök igen i morgon."))


def forget(*, at: datetime) -> None:
    """Keep no number that somebody wrote once, and perhaps wrongly, when nothing is counted by it any more."""
    PhoneChange.objects.filter(sent_at__lte=at - DAY).delete()


def _wrong(change: PhoneChange, *, at: datetime) -> Tried:
    change.attempts += 1
    left = TRIES - change.attempts
    change.closed_at = None if left else at
    change.save(update_fields=["attempts", "closed_at"])
    security_log.event("phone.code_refused", about=change.user, left=left)
    if not left:
        return Tried(refusal=_("Det blev fel för många gånger. Be om en ny kod."))
    words = ngettext(
        "Koden stämmer inte. Den har 6 siffror. Du kan försöka en gång till.",
        "Koden stämmer inte. Den har 6 siffror. Du kan försöka %(left)d gånger till.",
        left,
    )
    return Tried(refusal=words % {"left": left})


def _belongs_to(substitute: Substitute, change: PhoneChange, *, by: User, at: datetime) -> None:
    user = substitute.user
    before, is_new = user.phone, user.phone != change.number
    sharing.hold(before, change.number)
    user.phone, user.phone_verified = change.number, True
    user.shares_phone = False
    sharing.found(user)
    user.save(update_fields=["phone", "phone_verified", "shares_phone"])
    sharing.left(before)
    change.closed_at = at
    change.save(update_fields=["closed_at"])
    facts = {"changed": ["phone"]} if is_new else {}
    action = "substitute.change" if is_new else "substitute.confirm_phone"
    record(substitute, action, by=by, at=at, area_id=areas.of_substitute(substitute), **facts)
