"""Open the account of the first system owner, who then opens everybody else's."""

from argparse import ArgumentParser

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from people.models import Account, RoleAssignment
from people.operations import colleagues, roles
from people.operations.accounts import Person
from people.operations.refusals import Refused
from people.roles import SYSTEM_OWNER

ASKED = {"username": "User name", "first_name": "First name", "last_name": "Surname", "email": "E-mail"}


class Command(BaseCommand):
    """`manage.py first_owner`: asks for what is not given as an option."""

    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What may be given beforehand."""
        for name, label in ASKED.items():
            parser.add_argument(f"--{name.replace('_', '-')}", help=label)

    def handle(self, *args: object, **options: str | None) -> None:
        """Make her, unless there is one already."""
        if RoleAssignment.objects.filter(role=SYSTEM_OWNER.code).exists():
            message = "There is a system owner already. She opens accounts and gives roles in the portal."
            raise CommandError(message)
        told = {name: (options[name] or input(f"{label}: ")).strip() for name, label in ASKED.items()}
        account = first_owner(told)
        address = settings.PORTAL_URL + reverse("account_reset_password")
        self.stdout.write(f"{account} has the account {account.username}. A password is chosen on {address}")


@transaction.atomic
def first_owner(told: dict[str, str]) -> Account:
    """The account with its role; nobody did it, since nobody was there before."""
    username, now = told["username"], timezone.now()
    person = Person(told["first_name"], told["last_name"], phone="", email=told["email"])
    try:
        validate_email(person.email)
        account = colleagues.open_account(person, username=username, by=None, at=now)
    except ValidationError as error:
        raise CommandError(error.messages[0]) from error
    except Refused as refusal:
        raise CommandError(str(refusal)) from refusal
    roles.assign(account, SYSTEM_OWNER, by=None, at=now)
    return account
