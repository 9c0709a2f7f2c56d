"""Protected personal data: who somebody is goes out of her account into a row that no list knows; an alias comes in.

A planner may mark her; only the keeper sees who she is, and lifts the mark. The portal asks, books and tells her
nothing by itself. Each app says with `on_marking` where else her name and her number stand.
"""

import uuid
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from allauth.account.models import EmailAddress
from django.db import transaction
from django.db.models import QuerySet
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _
from wagtail.users.models import UserProfile

from people import aliases, usernames
from people.history import record
from people.models import (
    Block,
    HiddenIdentity,
    HistoryEntry,
    PasswordLink,
    PhoneChange,
    Substitute,
    SubstituteNote,
    SupportVisit,
    User,
)
from people.named import Identity, to_herself
from people.operations import areas, read_in, second_steps, sharing
from people.operations.accounts import Person, accepted
from people.operations.locking import locked
from people.operations.refusals import Refused
from people.scrubbing import Traces, scrub, scrub_history

Hide = Callable[[Substitute, Traces, datetime], None]
"""Takes her traces out of what an app has, in the same transaction. Her number and her address are still there."""

_hooks: list[Hide] = []


def on_marking(hide: Hide) -> None:
    """Register where else she is named."""
    _hooks.append(hide)


@transaction.atomic
def mark(substitute: Substitute, *, by: User, at: datetime) -> Substitute:
    """Protect her from now on; twice is once."""
    read_in.hold()
    substitute = locked(substitute)
    user = substitute.user
    if user.protected:
        return substitute
    code = _free_code(user)
    traces = Traces.of(substitute, _("Vikarie %(code)s (skyddade uppgifter)") % {"code": code})
    for hide in _hooks:
        hide(substitute, traces, at)
    second_steps.forget_names(user)
    _out_of_what_was_written(substitute, traces)
    _put_away(substitute, at=at)
    _call(substitute, code)
    record(substitute, "substitute.protect", by=by, at=at, area_id=areas.of_substitute(substitute))
    return substitute


@transaction.atomic
def lift(substitute: Substitute, *, by: User, at: datetime) -> Substitute:
    """Protect her no more, and put back who she is; twice is once. `Refused` if her e-mail is another's by now."""
    substitute = locked(substitute)
    user = substitute.user
    if not user.protected:
        return substitute
    hidden = user.hidden
    if hidden.email and User.objects.filter(email__iexact=hidden.email).exists():
        raise Refused(email=_("E-postadressen används redan av ett annat konto. Ändra den först."))
    alike = User.objects.filter(username__istartswith=hidden.username).values_list("username", flat=True)
    user.username = usernames.free(hidden.username, {name.lower() for name in alike})
    for name in ("first_name", "last_name", "email", "phone", "phone_verified"):
        setattr(user, name, getattr(hidden, name))
    user.protected = False
    sharing.found(user)
    user.save()
    for name in ("employee_number", "locality", "farthest_km", "by_hand_only"):
        setattr(substitute, name, getattr(hidden, name))
    substitute.save()
    hidden.delete()
    record(substitute, "substitute.unprotect", by=by, at=at, area_id=areas.of_substitute(substitute))
    return substitute


@transaction.atomic
def identify(substitute: Substitute, *, by: User, at: datetime) -> Identity:
    """Who she is, for one who may know; each look at a protected person is written down."""
    if substitute.user.protected:
        record(substitute, "substitute.identified", by=by, at=at, area_id=areas.of_substitute(substitute))
    return to_herself(substitute.user)


@transaction.atomic
def rewrite(substitute: Substitute, person: Person, contact: str, *, by: User, at: datetime) -> None:
    """Keep what is new of who she is, and of how she is reached. What it was is in no history."""
    substitute = locked(substitute)
    if not substitute.user.protected:
        raise Refused(person=_("Uppgifterna är inte skyddade längre."))
    hidden = substitute.user.hidden
    told = accepted(person) | {"contact": contact}
    changed = [name for name, value in told.items() if getattr(hidden, name) != value]
    if not changed:
        return
    hidden.phone_verified = hidden.phone_verified and "phone" not in changed
    for name in changed:
        setattr(hidden, name, told[name])
    hidden.save()
    area = areas.of_substitute(substitute)
    record(substitute, "substitute.change", by=by, at=at, area_id=area, changed=changed)


def payroll_numbers(keys: Iterable[uuid.UUID] | QuerySet[Any]) -> dict[uuid.UUID, str]:
    """The employee numbers of those substitutes by which payroll knows them; of the protected the one that is hidden.

    For a file to the payroll system alone: no page shows them.
    """
    hers = Substitute.objects.filter(pk__in=keys)
    return dict(hers.values_list("pk", Coalesce("user__hidden__employee_number", "employee_number")))


def is_hidden_number(employee_number: str) -> bool:
    """Whether it is the employee number of somebody protected: she is registered, and nobody else gets it."""
    return HiddenIdentity.objects.of_number(employee_number).exists()


def _free_code(user: User) -> str:
    return next(
        code
        for code in aliases.codes(user.pk)
        if not User.objects.filter(username=_username(code)).exists()
        and not Substitute.objects.filter(employee_number=_number(code)).exists()
    )


def _username(code: str) -> str:
    return f"skyddad-{code.lower()}"


def _number(code: str) -> str:
    return f"S-{code}"


def _put_away(substitute: Substitute, *, at: datetime) -> None:
    user = substitute.user
    names = ("first_name", "last_name", "username", "email", "phone", "phone_verified")
    hers = ("employee_number", "locality", "farthest_km", "by_hand_only")
    said = {name: getattr(user, name) for name in names} | {name: getattr(substitute, name) for name in hers}
    HiddenIdentity.objects.create(user=user, marked_at=at, **said)


def _call(substitute: Substitute, code: str) -> None:
    """The alias, in every column that said who she is; what told where she lives is empty."""
    user, number = substitute.user, substitute.user.phone
    user.protected, user.phone_verified, user.shares_phone = True, False, False
    user.first_name = user.email = user.phone = ""
    user.last_name, user.username = code, _username(code)
    user.save()
    sharing.left(number)
    substitute.employee_number, substitute.by_hand_only = _number(code), True
    substitute.locality = substitute.farthest_km = None
    substitute.save()
    for model in (PhoneChange, PasswordLink, EmailAddress, UserProfile):
        model._base_manager.filter(user=user).delete()
    SupportVisit.objects.filter(person=user).delete()  # whoever looks as her just now does so no more


def _out_of_what_was_written(substitute: Substitute, traces: Traces) -> None:
    blocks = Block.objects.filter(substitute=substitute)
    scrub(SubstituteNote.objects.filter(substitute=substitute), "text", traces=traces, about_her=True)
    scrub(blocks, "reason", traces=traces, about_her=True)
    scrub_history(blocks, traces)
    scrub_history(Substitute.objects.filter(pk=substitute.pk), traces)
    scrub_history(User.objects.filter(pk=substitute.user_id), traces)
    scrub(SubstituteNote.objects.all(), "text", traces=traces)
    scrub(Block.objects.all(), "reason", traces=traces)
    scrub(HistoryEntry.objects.all(), "data", traces=traces)
    read_in.hide(substitute, traces)
