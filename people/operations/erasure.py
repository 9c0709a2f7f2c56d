"""Erasing a person: who she was, and what was written of her, is gone; the time that she worked stays, and is nobody's.

Each app says with `on_erasure` what it has of her, and what must be settled before she can be erased.
"""

import secrets
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import NamedTuple

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.users.models import UserProfile

from people.history import forget, record
from people.models import (
    Block,
    Favourite,
    FormerPassword,
    HiddenIdentity,
    HistoryEntry,
    Introduction,
    LookedAt,
    OwnCopy,
    PasswordLink,
    PhoneChange,
    RecordsCheck,
    RegisteredPerson,
    SignIn,
    Substitute,
    SubstituteCompetence,
    SubstituteNote,
    User,
)
from people.operations import areas, read_in, support
from people.operations.locking import locked
from people.operations.refusals import Refused

Check = Callable[[Substitute, datetime], Iterable[str]]
"""Answers with what stands in the way, in sentences."""

Erase = Callable[[Substitute, User | None, datetime], None]
"""Erases what an app has of her, in the same transaction. Her number and her address are still there to search by."""

ACTION = "substitute.erase"
FIRST_NAME, LAST_NAME = "Raderad", "person"
ERASED = "raderad-"
"""What her user name begins with afterwards."""

OF_HERS = (Introduction, RecordsCheck, Block, Favourite, SubstituteCompetence, SubstituteNote)


class Hook(NamedTuple):
    """What one app asks and does."""

    check: Check
    erase: Erase


_hooks: list[Hook] = []


def on_erasure(*, erase: Erase, check: Check = lambda _substitute, _at: ()) -> None:
    """Register what is asked before a person is erased, and what is erased with her."""
    _hooks.append(Hook(check, erase))


def why_not(substitute: Substitute, *, at: datetime) -> list[str]:
    """What must be settled first, in sentences."""
    reasons = [reason for hook in _hooks for reason in hook.check(substitute, at)]
    if substitute.user.role_assignments.exists():
        reasons.append(_("Personen har också en roll i portalen. Ta tillbaka rollen först."))
    return reasons


def is_erased(substitute: Substitute) -> bool:
    """Whether it has been done."""
    return HistoryEntry.objects.for_instance(substitute).filter(action=ACTION).exists()


@transaction.atomic
def erase(substitute: Substitute, *, by: User | None, at: datetime) -> Substitute:
    """Erase her for good, or refuse while something waits for her; twice is once.

    Her bookings, their attestation and their hours stay, and so do the agreements that they rest on.
    """
    read_in.hold()
    substitute = locked(substitute)
    if is_erased(substitute):
        return substitute
    if reasons := why_not(substitute, at=at):
        raise Refused(person=" ".join(reasons))
    for hook in _hooks:
        hook.erase(substitute, by, at)
    read_in.empty_rows_of(substitute)
    for model in OF_HERS:
        model._base_manager.filter(substitute=substitute).delete()
    forget(Substitute.objects.filter(pk=substitute.pk), "substitute.step_taken_away", "reason")
    forget(User.objects.filter(pk=substitute.user_id), "account.step_taken_away", "reason")  # she may have had a role
    _nobody(substitute.user)
    _unknown(substitute)
    record(substitute, ACTION, by=by, at=at, area_id=areas.of_substitute(substitute))
    return substitute


HERS = (
    Authenticator,
    EmailAddress,
    FormerPassword,
    OwnCopy,
    PasswordLink,
    PhoneChange,
    RegisteredPerson,
    SignIn,
    SocialAccount,
    UserProfile,
)
"""Rows that go with the person."""


def _nobody(user: User) -> None:
    """No name, no address and no way in: without the password that a session was begun with, it has ended."""
    user.first_name, user.last_name = FIRST_NAME, LAST_NAME
    user.username = f"{ERASED}{secrets.token_hex(10)}"
    user.email = user.phone = user.language = user.employee_number = user.personnummer_hash = ""
    user.last_login = user.password_changed_at = user.ends_on = None
    user.is_active = user.phone_verified = user.protected = user.shares_phone = user.must_change_password = False
    user.set_unusable_password()
    user.save()
    HiddenIdentity.objects.filter(user=user).delete()
    LookedAt.objects.filter(person=user).delete()
    support.forget_of(user)
    for model in HERS:
        model._base_manager.filter(user=user).delete()


def _unknown(substitute: Substitute) -> None:
    # As long as the column is wide: nobody comes from the number to who she was, nor guesses it.
    substitute.employee_number = secrets.token_hex(10)
    substitute.is_active = substitute.by_hand_only = False
    substitute.born = substitute.wished_weekly_hours = substitute.locality = substitute.farthest_km = None
    substitute.save()
    substitute.wished_workplaces.clear()
