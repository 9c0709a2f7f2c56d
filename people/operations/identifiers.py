"""What an identity provider knows somebody by: her employee number, or what a key makes of her personnummer."""

from datetime import datetime

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from people import personnummer
from people.history import record
from people.models import Account, HiddenIdentity, Substitute, User
from people.operations.refusals import Refused
from portal import security_log


@transaction.atomic
def know_by_employee_number(user: User, number: str, *, by: User | None, at: datetime) -> None:
    """Let a colleague be known by the number; empty forgets it. A substitute's own stands with her papers."""
    number = number.strip()
    if hasattr(user, "substitute"):
        raise Refused(employee_number=_("Vikariens anställningsnummer står bland vikariens papper."))
    others = Substitute.objects.filter(employee_number__iexact=number).exists()
    if number and (others or HiddenIdentity.objects.of_number(number).exists()):
        raise Refused(employee_number=_("Anställningsnumret finns redan."))
    _keep(user, "employee_number", number, by=by, at=at)


@transaction.atomic
def know_by_personnummer(user: User, written: str, *, by: User | None, at: datetime) -> None:
    """Let somebody be known by her e-ID; empty forgets it. The number itself is kept nowhere, the history included."""
    number = personnummer.normal(written)
    if written.strip() and number is None:
        raise Refused(personnummer=_("Skriv personnumret med tolv siffror, ÅÅÅÅMMDD-NNNN."))
    if not settings.PERSONNUMMER_KEYS:
        raise Refused(personnummer=_("Portalen saknar nyckeln för personnummer."))
    hashed = personnummer.keyed(number, settings.PERSONNUMMER_KEYS[0]) if number else ""
    _keep(user, "personnummer_hash", hashed, by=by, at=at)


def renew(user: User, written: str) -> None:
    """She has come by her personnummer, kept with a key of before: keep it with the new one."""
    number = personnummer.normal(written)
    hashed = personnummer.keyed(number, settings.PERSONNUMMER_KEYS[0]) if number else ""
    if hashed and user.personnummer_hash != hashed:
        User.objects.filter(pk=user.pk).update(personnummer_hash=hashed)
        user.personnummer_hash = hashed
        security_log.once_done("account.identifier_renewed", user=user, about=user)


def _keep(user: User, column: str, value: str, *, by: User | None, at: datetime) -> None:
    if getattr(user, column) == value:
        return
    setattr(user, column, value)
    try:
        with transaction.atomic():
            user.save(update_fields=[column])
    except IntegrityError as taken:
        raise Refused(**{column: _("Det hör redan till ett annat konto.")}) from taken
    account = Account.objects.get(pk=user.pk)
    record(account, "account.identify", by=by, at=at, area_id=None, changed=[column])
