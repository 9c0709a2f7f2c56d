"""Seal what code apps and reserve codes count from with the new SECRET_KEY, so that the old one can be taken away."""

from django.core.management.base import BaseCommand, CommandError

from people.operations import resealing
from people.sealing import CannotOpen


class Command(BaseCommand):
    """`manage.py reseal`."""

    help = __doc__

    def handle(self, *args: object, **options: object) -> None:
        """Do it, or say what is missing."""
        try:
            count = resealing.reseal()
        except CannotOpen as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{count} sealed anew.")
