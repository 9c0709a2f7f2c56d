from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from portal.management.catalogues import compile_stale


class Command(BaseCommand):
    help = "Compiles the catalogues in LOCALE_PATHS that have changed; gettext need not be installed."

    def handle(self, *_arguments: object, **_options: object) -> None:
        for catalogue in compile_stale(Path(folder) for folder in settings.LOCALE_PATHS):
            self.stdout.write(str(catalogue.relative_to(settings.BASE_DIR)))
