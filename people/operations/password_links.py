"""The link by which somebody chooses a password: an invitation, or a new start that a planner began.

Whoever sends it never sees it, nor the password: it goes to her own telephone, and `carried_by` says how.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from people import phones
from people.models import PasswordLink, User
from people.operations import accounts, passwords, telling, written_ways
from people.operations.refusals import Refused
from portal import security_log

Carry = Callable[[PasswordLink, datetime], None]
"""Posts the link to her, in the same transaction; `Refused` if nothing could reach her."""

VALID_FOR = {PasswordLink.Kind.INVITATION: timedelta(days=7), PasswordLink.Kind.RESET: timedelta(hours=24)}
LINKS_AN_HOUR, HOUR = 3, timedelta(hours=1)
NOT_AGAIN_WITHIN = timedelta(seconds=30)
"""A button that is pressed twice sends one, and a form that is sent twice chooses one."""

KEPT_FOR = timedelta(days=90)

VERBS = {PasswordLink.Kind.INVITATION: "invite", PasswordLink.Kind.RESET: "start_reset"}

_carriers: list[Carry] = []
_doubts: list[Callable[[User], str]] = []


def carried_by(carry: Carry) -> Carry:
    """Register how a link is brought to her."""
    _carriers.append(carry)
    return carry


def doubted_by(doubt: Callable[[User], str]) -> Callable[[User], str]:
    """Register what says beforehand why nothing that is carried would reach her; nothing if it would."""
    _doubts.append(doubt)
    return doubt


@transaction.atomic
def send(user: User, *, by: User | None, at: datetime) -> PasswordLink:
    """Send her a link in place of any other: an invitation if she has no password, else a new start; or `Refused`.

    The password that she may have lets her in to choose another, and to nothing else. Nobody sends it who is asked by
    the register alone.
    """
    user = _locked(user)
    _demand_reachable(user, by=by, at=at)
    waiting = PasswordLink.objects.open(now=at).filter(user=user).first()
    if waiting and at - waiting.sent_at < NOT_AGAIN_WITHIN:
        return waiting
    hers = PasswordLink.objects.filter(user=user)
    if hers.filter(sent_at__gt=at - HOUR).count() >= LINKS_AN_HOUR:
        raise Refused(person=_("Det går att skicka tre länkar i timmen. Vänta en stund och försök igen."))
    hers.filter(closed_at=None).update(closed_at=at)
    link = _made(user, by=by, at=at)
    for carry in _carriers:
        carry(link, at)
    telling.of_account(user, VERBS[PasswordLink.Kind(link.kind)], by=by, at=at)
    return link


def invite(user: User, *, by: User | None, at: datetime) -> str:
    """Invite somebody whose account has just been opened; why she was sent nothing, and what to do then, if so.

    That nothing reaches her is no reason not to open it.
    """
    if user.has_usable_password():
        return ""
    try:
        send(user, by=by, at=at)
    except Refused as refused:
        return f"{refused} {another_way(user)}".strip()
    return ""


def in_the_way(user: User, *, by: User, at: datetime) -> str:
    """Why she can be invited by no SMS, and what to do then; nothing if she can."""
    no = why_not(user, by=by, at=at) or " ".join(filter(None, (doubt(user) for doubt in _doubts)))
    return f"{no} {another_way(user)}".strip() if no else ""


def another_way(user: User) -> str:
    """How whoever no SMS reaches comes to a password that nobody else has seen."""
    if user.protected:
        return ""
    if user.email:
        return _(
            "Eller be personen välja ”Jag har glömt mitt lösenord” där man loggar in. Då går en länk till %(email)s."
        ) % {"email": user.email}
    return _("Skriv ett mobilnummer eller en e-postadress, så att personen kan välja ett lösenord.")


def why_not(user: User, *, by: User, at: datetime) -> str:
    """Why no link would be sent to her now; nothing if one would, as far as can be told before."""
    try:
        _demand_reachable(user, by=by, at=at)
    except Refused as refused:
        return str(refused)
    return ""


@transaction.atomic
def withdraw(user: User, *, by: User, at: datetime) -> None:
    """Let no link of hers lead anywhere; twice is once."""
    if PasswordLink.objects.filter(user=_locked(user), closed_at=None).update(closed_at=at):
        telling.of_account(user, "withdraw_link", by=by, at=at)


@transaction.atomic
def use(link: PasswordLink, raw: str, *, at: datetime) -> User:
    """Let `raw` be the password of the one whose link it is; or `Refused`. The same twice is once.

    Whoever follows it has the telephone that it was sent to.
    """
    user = _locked(link.user)
    kept = PasswordLink.objects.get(pk=link.pk)
    if _has_just_served(kept, user, at=at) and user.check_password(raw):
        return user
    if not PasswordLink.objects.open(now=at).filter(pk=link.pk).exists():
        raise Refused(link=_("Länken gäller inte längre."))
    passwords.choose(user, raw, at=at)
    PasswordLink.objects.filter(pk=link.pk).update(used=True)
    user.phone_verified = True
    user.save(update_fields=["phone_verified"])
    security_log.once_done("password_link.used", user=user, about=user, kind=str(kept.kind))
    return user


def forget(*, at: datetime) -> None:
    """Keep no link that leads nowhere, with the number that it went to, longer than somebody asks about it."""
    PasswordLink.objects.filter(expires_at__lte=at - KEPT_FOR).delete()


def _has_just_served(link: PasswordLink, user: User, *, at: datetime) -> bool:
    """Whether the same press may have come twice. Later than that, whoever finds the link would try passwords by it."""
    if not (link.used and link.closed_at and user.is_active):
        return False
    return user.password_changed_at == link.closed_at and at - link.closed_at < NOT_AGAIN_WITHIN


def _locked(user: User) -> User:
    return User.objects.select_for_update(no_key=True).get(pk=user.pk)


def _demand_reachable(user: User, *, by: User | None, at: datetime) -> None:
    accounts.demand_open(user, "person")
    if not user.is_active or user.has_ended(now=at):
        raise Refused(person=_("Kontot är stängt. Öppna det först."))
    if phones.mobile(user.phone, settings.PHONE_REGION) is None:
        raise Refused(person=_("Det finns inget svenskt mobilnummer att skicka till. Ändra uppgifterna först."))
    if by:
        accounts.demand_keeper(user, by, "person")
    if written_ways.wrote_the_number(user, by):
        raise Refused(person=_("Du har själv skrivit in numret. Be en kollega skicka länken."))


def _made(user: User, *, by: User | None, at: datetime) -> PasswordLink:
    kind = PasswordLink.Kind.RESET if user.has_usable_password() else PasswordLink.Kind.INVITATION
    if kind is PasswordLink.Kind.RESET and not user.must_change_password:
        user.must_change_password = True
        user.save(update_fields=["must_change_password"])
    return PasswordLink.objects.create(
        user=user, kind=kind, number=user.phone, sent_at=at, sent_by=by, expires_at=at + VALID_FOR[kind]
    )
