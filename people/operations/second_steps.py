"""What somebody signs in with besides her password: a code app, keys, and codes on paper for when they are lost.

Whoever it concerns is told of each change. Messages lie above us: their app says with `on_change` how she is told.
"""

from collections.abc import Callable
from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from allauth.mfa.webauthn.internal.auth import WebAuthn
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from people import access
from people.models import User
from people.operations import codes, telling
from people.operations.refusals import Refused
from portal import security_log

Type = Authenticator.Type
STEPS = (Type.TOTP, Type.WEBAUTHN)
"""The second steps themselves; codes on paper are for when these are lost, and never alone."""

ADDED, REMOVED, RENEWED, USED, TAKEN = "added", "removed", "codes_renewed", "code_used", "taken_away"
LONGEST_NAME, LONGEST_REASON = 40, 200  # characters

Tell = Callable[[User, str, str, datetime], None]
"""Is handed who is told, what was done (`ADDED` …) to which type, and when; in the same transaction."""

_hooks: list[Tell] = []


def on_change(tell: Tell) -> None:
    """Register how she is told."""
    _hooks.append(tell)


def of(user: User) -> QuerySet[Authenticator]:
    """All that she has, the oldest first."""
    return Authenticator.objects.filter(user=user).order_by("created_at", "pk")


def has_any(user: User) -> bool:
    """Whether she signs in with a second step."""
    return of(user).filter(type__in=STEPS).exists()


def demands(user: User) -> bool:
    """Whether a role of hers makes her have one: whoever works at the desk sees others' data."""
    return any(given.definition.at_the_desk for given in access.assignments(user))


def may_remove(step: Authenticator) -> bool:
    """Whether something is left, or nothing must be."""
    others = of(step.user).filter(type__in=STEPS).exclude(pk=step.pk)
    return others.exists() or not demands(step.user)


def called(user: User) -> str:
    """What a telephone or a key is told of whose it is; of one who is protected nothing, since it may be lost."""
    return _("Mitt konto") if user.protected else user.get_username()


@transaction.atomic
def add_app(user: User, secret: str, written: str, *, by: User, at: datetime) -> bool:
    """Let the app be hers if it shows the right code; answers with whether she got new codes on paper."""
    _locked(user)
    if of(user).filter(type=Type.TOTP).exists():
        raise Refused(code=_("Du har redan en app. Ta bort den först om du vill byta."))
    step = codes.fits(secret, "".join(filter(str.isdigit, written)), at=at)
    if step is None:
        security_log.event("second_step.not_added", user=by, about=user, kind=Type.TOTP.value)
        raise Refused(code=_("Koden stämmer inte. Titta i appen och skriv den som står där nu."))
    app = TOTP.activate(user, secret).instance
    app.data[codes.LAST] = step
    app.save(update_fields=["data"])
    return _added(app, by=by, at=at)


@transaction.atomic
def add_key(user: User, name: str, credential: dict[str, object], *, by: User, at: datetime) -> bool:
    """Let the key be hers; answers with whether she got new codes on paper."""
    _locked(user)
    return _added(
        WebAuthn.add(user, name.strip()[:LONGEST_NAME] or _next_name(user), credential).instance, by=by, at=at
    )


@transaction.atomic
def rename(key: Authenticator, name: str) -> None:
    """Call the key something else. Only she sees it, so it is in no history."""
    key = Authenticator.objects.select_for_update().get(pk=key.pk)
    key.data["name"] = name.strip()[:LONGEST_NAME] or key.data["name"]
    key.save(update_fields=["data"])


@transaction.atomic
def remove(step: Authenticator, *, by: User, at: datetime) -> None:
    """She has it no more; `Refused` if it is the last one and her role makes her have one."""
    user = _locked(step.user)
    if not of(user).filter(pk=step.pk).exists():
        return
    if not may_remove(step):
        raise Refused(step=_("Din roll kräver ett extra steg. Lägg till ett nytt innan du tar bort det sista."))
    step.delete()
    if not has_any(user):
        of(user).delete()  # codes on paper stand in for something
    _note(user, REMOVED, step.type, by=by, at=at)


@transaction.atomic
def renew_codes(user: User, *, by: User, at: datetime) -> None:
    """Ten new codes on paper; the old ones open nothing."""
    _locked(user)
    if not has_any(user):
        raise Refused(codes=_("Lägg till en app eller en nyckel först."))
    of(user).filter(type=Type.RECOVERY_CODES).delete()
    RecoveryCodes.activate(user)
    _note(user, RENEWED, Type.RECOVERY_CODES, by=by, at=at)


@transaction.atomic
def shown_codes(user: User) -> list[str] | None:
    """The codes on paper, the first time they are asked for; then never again."""
    row = of(user).select_for_update().filter(type=Type.RECOVERY_CODES).first()
    if row is None or row.wrap().did_view:
        return None
    wrapped = row.wrap()
    wrapped.mark_as_viewed()
    security_log.once_done("second_step.codes_shown", user=user, about=user)
    shown: list[str] = wrapped.get_unused_codes()
    return shown


@transaction.atomic
def code_used(user: User, *, at: datetime) -> None:
    """She got in by a code on paper: perhaps it was not she."""
    _note(user, USED, Type.RECOVERY_CODES, by=user, at=at)


@transaction.atomic
def take_away(user: User, reason: str, *, by: User, at: datetime) -> None:
    """A colleague of hers takes it all away, since she has lost it; twice is once. `by` never does so to herself."""
    user = _locked(user)
    if by.pk == user.pk:
        raise Refused(reason=_("Ditt eget extra steg tar du bort under Inloggning och säkerhet."))
    if not of(user).exists():
        return
    of(user).delete()
    _note(user, TAKEN, "", by=by, at=at, reason=reason[:LONGEST_REASON])


def forget_names(user: User) -> None:
    """Keys are called what she wrote; when she is protected it may say who she is."""
    for number, key in enumerate(of(user).filter(type=Type.WEBAUTHN), start=1):
        key.data["name"] = _name(number)
        key.save(update_fields=["data"])


def _added(step: Authenticator, *, by: User, at: datetime) -> bool:
    user = step.user
    has_paper = of(user).filter(type=Type.RECOVERY_CODES).exists()
    if not has_paper:
        RecoveryCodes.activate(user)
    _note(user, ADDED, step.type, by=by, at=at)
    return not has_paper


def _note(user: User, done: str, kind: str, *, by: User, at: datetime, **facts: str) -> None:
    """Write it down where those who keep her account read, and tell her."""
    facts |= {"step": str(kind)} if kind else {}
    telling.of_account(user, f"step_{done}", by=by, at=at, **facts)
    for tell in _hooks:
        tell(user, done, str(kind), at)


def _locked(user: User) -> User:
    return User.objects.select_for_update(no_key=True).get(pk=user.pk)


def _next_name(user: User) -> str:
    return _name(of(user).filter(type=Type.WEBAUTHN).count() + 1)


def _name(number: int) -> str:
    return _("Nyckel %(number)d") % {"number": number}
