"""Sign out one person, or everybody: for when a telephone, a password or a backup has come into the wrong hands."""

from argparse import ArgumentParser

from django.contrib.sessions.models import Session
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from messaging import devices
from messaging.models import PushSubscription
from people.models import User


class Command(BaseCommand):
    """`manage.py sign_out anna`, or `manage.py sign_out --everybody`."""

    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whom."""
        whom = parser.add_mutually_exclusive_group(required=True)
        whom.add_argument("username", nargs="?", help="The user name.")
        whom.add_argument("--everybody", action="store_true", help="All sessions end, and notices in all browsers.")

    def handle(self, *args: object, username: str | None, everybody: bool, **options: object) -> None:
        """Do it, and say how many it was."""
        if everybody:
            ended, _of_each = Session.objects.all().delete()
            PushSubscription.objects.all().delete()
        else:
            ended = devices.end_everywhere(found(username or ""), by=None, at=timezone.now())
        self.stdout.write(f"Sessions that have ended: {ended}.")


def found(username: str) -> User:
    """The person of that name."""
    user = User.objects.filter(username__iexact=username).first()
    if user is None:
        message = f"Nobody has the user name {username}."
        raise CommandError(message)
    return user
