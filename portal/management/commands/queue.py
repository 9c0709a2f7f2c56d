import sys

from django.core.management.base import BaseCommand

from portal.management import heart
from portal.management.processes import Family, queue_worker


class Command(BaseCommand):
    help = "The queue worker under a parent that starts it again when it dies or stands still."

    def handle(self, *_arguments: object, **_options: object) -> None:
        family = Family(queue_worker(rested=heart.rested), say=self.stderr.write)
        sys.exit(family.live(until_up=lambda: True, when_up=lambda: None))
