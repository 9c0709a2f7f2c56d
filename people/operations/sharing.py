"""Two people with one telephone: allowed where somebody has said that they share it, and never by mistake.

What it means: a bare Ja by SMS may be either's, so an answer counts only with the code of the enquiry
(`booking/answers.py`), and no code or link by SMS tells the two apart.
"""

from collections.abc import Collection

from django.db import connection
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from people.models import User
from people.operations.refusals import Refused

NUMBERS = 4141
"""What our locks on telephone numbers are known by among other locks of the database."""


def hold(*numbers: str) -> None:
    """Let nobody else decide on who has the numbers until the transaction is over.

    Two who get one number at once are rows that neither can see or lock. Whoever needs several asks for all at once, so
    that no two wait for each other. Where the database lets one write at a time (SQLite), it holds them itself.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            for number in sorted(set(numbers) - {""}):
                cursor.execute("SELECT pg_advisory_xact_lock(%s, hashtext(%s))", [NUMBERS, number])


def allowed(number: str, *, shares: bool, besides: User | None = None) -> bool:
    """Whether the number is shared if she has it; `Refused` if it would be and nobody has said so.

    Those who have it already share it from now on.
    """
    hold(number)
    others = _having(number)
    if besides:
        others = others.exclude(pk=besides.pk)
    if not others.exists():
        return False
    if not shares:
        raise Refused(phone=taken())
    others.update(shares_phone=True)
    return True


def taken() -> str:
    """That somebody else has the number, and what may be done."""
    return _("Någon annan i portalen har redan numret. Ange att de delar telefon, om det stämmer.")


def found(user: User) -> None:
    """She has shown that she has the number: if somebody else has it too, they share it."""
    hold(user.phone)
    having = _having(user.phone)
    if having.exclude(pk=user.pk).exists():
        having.update(shares_phone=True)
        user.shares_phone = True


def left(number: str) -> None:
    """She has it no more: whoever is left alone with it shares it no more."""
    hold(number)
    having = _having(number)
    if having.count() == 1:
        having.update(shares_phone=False)


def having(numbers: Collection[str]) -> dict[str, int]:
    """Somebody who has each of the numbers, by her key; a number that nobody has is not there."""
    taken = User.objects.filter(phone__in=numbers, is_active=True).exclude(phone="")
    return dict(taken.values_list("phone", "pk"))


def _having(number: str) -> QuerySet[User]:
    """Those who are let in and have the number; nobody has none."""
    return User.objects.filter(phone=number, is_active=True).exclude(phone="")
