from argparse import ArgumentParser

from django.conf import settings
from django.core.management.base import BaseCommand

from messaging import vapid


class Command(BaseCommand):
    help = "Makes the key that push services know the portal by, where this machine has none."
    requires_system_checks: list[str] = []  # run before anything is in order

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--print", action="store_true", help="write a new key for the environment, and keep nothing"
        )

    def handle(self, *_arguments: object, **options: object) -> None:
        if options["print"]:
            self.stdout.write(f"VAPID_PRIVATE_KEY={vapid.in_one_line(vapid.made())}")
            return
        file = settings.PUSH.key_file
        if file is None or file.exists() or settings.PUSH.private_key:
            return
        vapid.keep(vapid.made(), file)
        self.stdout.write(f"{file.name} is made: notices can go to browsers.")
