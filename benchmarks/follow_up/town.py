"""The seeded year: built by the database itself, once for each set of migrations."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection

SEED = Path(__file__).with_name("seed.sql")
ORDERS = 60_000
"""A month."""


@contextmanager
def year() -> Iterator[None]:
    """Django's connection leads to a municipality with a year behind it."""
    name, was = f"follow_up_{_digest()}", connection.settings_dict["NAME"]
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        if not cursor.fetchone():
            cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
    _go_to(name)
    try:
        _build()
        yield
    finally:
        _go_to(was)


def _digest() -> str:
    sources = [SEED, *sorted(settings.BASE_DIR.glob("*/**/migrations/*.py"))]
    return hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()[:12]


def _build() -> None:
    call_command("migrate", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM people_area")
        if cursor.fetchone() != (0,):
            return
        print(f"building a year of {ORDERS} orders a month, once …", flush=True)
        cursor.execute("SET session_replication_role = replica")  # foreign keys are right by the way it is made
        cursor.execute(SEED.read_text().replace(":orders", str(ORDERS)))
        cursor.execute("VACUUM ANALYZE")


def _go_to(name: str) -> None:
    connection.close()
    connection.settings_dict["NAME"] = name
