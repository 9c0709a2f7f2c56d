"""An account has a last day, or is closed at once; it may be opened again.

What a session was begun with, and the links that need none, do not come back with it: see docs/adr/0041.
"""

from collections.abc import Callable
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from people.days import day_of
from people.models import PasswordLink, Substitute, User
from people.operations import accounts, delegations, erasure, roles, sharing, telling
from people.operations.locking import locked
from people.operations.organisation import Stays
from people.operations.refusals import Refused

Close = Callable[[User, datetime], None]
"""Closes what an app lets her in by without signing in, in the same transaction."""

End = Callable[[User, date | None, datetime], None]
"""Told of a last day, or that it is until further notice, in the same transaction."""

_hooks: list[Close] = []
_ends: list[End] = []


def on_closing(close: Close) -> Close:
    """Register what else is closed with an account."""
    _hooks.append(close)
    return close


def on_ending(end: End) -> End:
    """Register what follows from a last day, before it has come."""
    _ends.append(end)
    return end


@transaction.atomic
def close(user: User, *, by: User | None, at: datetime) -> None:
    """Let her in no more; her roles and shifts wait for somebody. The last system owner is not closed out (`Stays`)."""
    if by:
        accounts.demand_keeper(user, by, "person")
    _not_booked_meanwhile(user)
    roles.spare_the_last_owner(user)
    if not User.objects.filter(pk=user.pk, is_active=True).update(is_active=False):
        return
    user.refresh_from_db(fields=["is_active", "password"])
    user.set_unusable_password()  # each session that was begun with the old one has ended
    user.save(update_fields=["password"])
    PasswordLink.objects.filter(user=user, closed_at=None).update(closed_at=at)
    delegations.end_all(user, by=by, at=at)
    sharing.left(user.phone)
    for hook in _hooks:
        hook(user, at)
    telling.of_account(user, "close", by=by, at=at)


@transaction.atomic
def reopen(user: User, *, by: User, at: datetime) -> None:
    """Let her in again, until further notice; she chooses a new password by a new link. Twice is once."""
    accounts.demand_keeper(user, by, "person")
    substitute = Substitute.objects.filter(user=user).first()
    if substitute and erasure.is_erased(substitute):
        raise Refused(person=_("Personen är raderad. Det finns inget konto att öppna."))
    if User.objects.filter(pk=user.pk, is_active=False).update(is_active=True, ends_on=None):
        user.refresh_from_db(fields=["is_active", "ends_on", "phone", "shares_phone"])
        sharing.found(user)
        telling.of_account(user, "reopen", by=by, at=at)


@transaction.atomic
def end(user: User, last_day: date | None, *, by: User, at: datetime) -> None:
    """Let her in to the end of the day, or until further notice if it is none; `Refused` of a day that has been."""
    accounts.demand_keeper(user, by, "ends_on")
    _not_booked_meanwhile(user)
    if last_day and last_day < day_of(at):
        raise Refused(ends_on=_("Dagen har varit. Stäng kontot nu i stället."))
    if last_day:
        try:
            roles.spare_the_last_owner(user)
        except Stays as stays:
            raise Refused(ends_on=str(stays)) from stays
    kept = User.objects.select_for_update(no_key=True).get(pk=user.pk)
    if not kept.is_active:
        raise Refused(ends_on=_("Kontot är stängt. Öppna det först."))
    if kept.ends_on != last_day:
        User.objects.filter(pk=user.pk).update(ends_on=last_day)
        user.ends_on = last_day
        for hook in _ends:
            hook(user, last_day, at)
        said = last_day.isoformat() if last_day else ""
        telling.of_account(user, "end", by=by, at=at, last_day=said)


def _not_booked_meanwhile(user: User) -> None:
    if substitute := Substitute.objects.filter(user=user).first():
        locked(substitute)


def close_ended(*, at: datetime) -> int:
    """Close those whose last day is over; how many. One that cannot be closed stops no other."""
    closed = 0
    for user in User.objects.filter(is_active=True, ends_on__lt=day_of(at)).order_by("pk"):
        try:
            close(user, by=None, at=at)
        except Stays:
            continue
        closed += 1
    return closed
