"""Take back the roles that the groups of an identity provider gave: when it is taken away, nobody signs in by it."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand
from django.utils import timezone

from people.management.deciding import system_owner
from people.operations import group_roles


class Command(BaseCommand):
    """`manage.py withdraw_group_roles eid --by anna`."""

    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whose, and whose decision it is."""
        parser.add_argument("provider", help="Its name in OIDC_PROVIDERS or SAML_PROVIDERS.")
        parser.add_argument("--by", metavar="USER_NAME", help="The system owner who decided it, for the history.")

    def handle(self, *args: object, provider: str, by: str | None, **options: object) -> None:
        """Take them back, and say how many."""
        decided_by = system_owner(by) if by else None
        gone = group_roles.withdraw_all(provider, by=decided_by, at=timezone.now())
        self.stdout.write(f"{gone} roles are taken back.")
