"""A database of its own with the demo municipality, made before Django's settings are read."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

import django
from django.core.management import call_command


@contextmanager
def demo_municipality() -> Iterator[None]:
    """Django, set up on a throw-away SQLite database where the demo municipality lives."""
    with tempfile.TemporaryDirectory(prefix="vikarieportalen-bench-") as folder:
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "portal.settings",
            "DATABASE_URL": f"sqlite:///{folder}/portal.sqlite3",
            "MEDIA_ROOT": f"{folder}/media",
            "DEBUG": "false",
            "LOG_LEVEL": "WARNING",
        }
        django.setup()
        call_command("collectstatic", interactive=False, verbosity=0)
        call_command("migrate", verbosity=0)
        call_command("demo")
        yield
