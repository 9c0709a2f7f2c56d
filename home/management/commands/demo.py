"""Fill an empty database with the demo municipality."""

from io import StringIO

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from home.demo import begun, build


class Command(BaseCommand):
    """`manage.py demo`: the invented municipality Älvsunda, as of now."""

    help = __doc__

    def handle(self, *args: object, **options: object) -> None:
        """Build it, unless there is somebody in the database already."""
        if not settings.DEMO:
            message = "The demo is turned off. Set DEMO=true, which is never done in production."
            raise CommandError(message)
        if build.is_built():
            self.stdout.write("There are people in the database already: nothing was changed.")
            return
        now = timezone.now()
        build.build(now)
        call_command("content", stdout=StringIO())
        begun.build(now)
        self.stdout.write("The demo municipality Älvsunda is built.")
