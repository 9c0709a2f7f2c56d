"""Colleagues' accounts, which the system owner keeps. What each may do is in their roles."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from people import usernames
from people.history import record
from people.models import Account, User
from people.operations import accounts, closing, password_links, written_ways
from people.operations.accounts import Person
from people.operations.refusals import Refused


@transaction.atomic
def open_account(
    person: Person, *, username: str = "", born: date | None = None, by: User | None, at: datetime
) -> Account:
    """A new account with the user name that was chosen, or else the one that the day of birth makes.

    She is invited by SMS to choose a password. Where nothing reaches her, the account says so, and what to do.
    """
    if username:
        wanted = _acceptable(username)
    elif born:
        wanted = usernames.derived(person.first_name, person.last_name, born)
    else:
        raise Refused(username=_("Skriv ett användarnamn, eller födelsedagen som det görs av."))
    account = Account.objects.get(pk=accounts.make(person, wanted).pk)
    record(account, "account.open", by=by, at=at, area_id=None)
    password_links.invite(account, by=by, at=at)
    return account


@transaction.atomic
def change_account(account: Account, person: Person, *, by: User | None, at: datetime) -> Account:
    """Save what is new of the person."""
    before = account.phone, account.email
    if changed := accounts.rewrite(account, person):
        written_ways.tell(account, before, changed, by=by, at=at)
        record(account, "account.change", by=by, at=at, area_id=None, changed=changed)
    return account


@transaction.atomic
def close_account(account: Account, *, by: User | None, at: datetime) -> None:
    """Let the person in no more; her roles wait, and nobody stands in for her.

    The last system owner is not closed out (`Stays`).
    """
    closing.close(account, by=by, at=at)


@transaction.atomic
def reopen_account(account: Account, *, by: User, at: datetime) -> None:
    """Let her in again, when she has chosen a new password."""
    closing.reopen(account, by=by, at=at)


def _acceptable(username: str) -> str:
    wanted = username.lower()
    try:
        User.username_validator(wanted)
    except ValidationError as error:
        raise Refused(username=_("Använd bokstäver, siffror, punkt och bindestreck i användarnamnet.")) from error
    if User.objects.filter(username__iexact=wanted).exists():
        raise Refused(username=_("Användarnamnet är upptaget."))
    return wanted
