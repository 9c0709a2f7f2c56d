"""The portal as it is measured: Django, set up on the PostgreSQL that is kept."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import django

from benchmarks.seeded.cluster import kept_cluster


@contextmanager
def portal() -> Iterator[None]:
    """Django, set up; what needs its models is imported inside."""
    with kept_cluster() as url:
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "portal.settings", "DATABASE_URL": url, "DEBUG": "false", "LOG_LEVEL": "ERROR",
            "PORTAL_ENV": "development",
        }  # fmt: skip
        django.setup()
        from benchmarks.seeded.signed_in import as_with_a_password  # noqa: PLC0415 (once Django is set up)

        as_with_a_password()
        yield
