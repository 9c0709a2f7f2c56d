"""Whom an identity provider speaks of: one account, or none. Never by what she is called."""

from collections.abc import Callable

from django.conf import settings
from django.db.models import Q

from people import personnummer
from people.federation.claims import Identifier
from people.models import User


def found(identifier: Identifier) -> User | None:
    """The one account that it points out; none if it is nobody's, or more than one's."""
    matches = WAYS[identifier.by](identifier.value) if identifier.value else Q(pk=None)
    accounts = User.objects.filter(matches).distinct()[:2]
    return accounts[0] if len(accounts) == 1 else None


def _by_employee_number(number: str) -> Q:
    """A colleague's stands in her account, a substitute's with her papers, that of one who is protected elsewhere."""
    of_a_substitute = Q(substitute__employee_number__iexact=number, protected=False)
    return Q(employee_number__iexact=number) | of_a_substitute | Q(hidden__employee_number__iexact=number)


def _by_personnummer(written: str) -> Q:
    number = personnummer.normal(written)
    if number is None:
        return Q(pk=None)
    return Q(personnummer_hash__in=[personnummer.keyed(number, key) for key in settings.PERSONNUMMER_KEYS])


def _by_trusted_email(address: str) -> Q:
    return Q(email__iexact=address) | Q(hidden__email__iexact=address)


WAYS: dict[str, Callable[[str], Q]] = {
    "employee_number": _by_employee_number,
    "personnummer": _by_personnummer,
    "trusted_email": _by_trusted_email,
}
