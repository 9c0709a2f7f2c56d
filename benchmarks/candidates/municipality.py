"""The seeded municipality: built by the database itself, once for each size and each set of migrations."""

import hashlib
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection

SEED = Path(__file__).with_name("seed.sql")


@contextmanager
def municipality(substitutes: int) -> Iterator[None]:
    """Django's connection leads to a municipality of so many substitutes."""
    name, was = f"candidates_{substitutes}_{_digest()}", connection.settings_dict["NAME"]
    if not _exists(name):
        _build(name, substitutes)
    _go_to(name)
    try:
        yield
    finally:
        _go_to(was)


def _digest() -> str:
    sources = [SEED, *sorted(settings.BASE_DIR.glob("*/**/migrations/*.py"))]
    return hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()[:12]


def _exists(name: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        return cursor.fetchone() is not None


def _build(name: str, substitutes: int) -> None:
    """Under another name until it is whole; one that is older than the migrations goes."""
    print(f"building a municipality of {substitutes} substitutes, once …", flush=True)
    began, was = time.perf_counter(), connection.settings_dict["NAME"]
    with connection.cursor() as cursor:
        cursor.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [rf"candidates\_{substitutes}\_%"])
        for (older,) in cursor.fetchall():
            cursor.execute(f'DROP DATABASE "{older}"')
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}_unfinished"')
        cursor.execute(f'CREATE DATABASE "{name}_unfinished" TEMPLATE template0')
    _go_to(f"{name}_unfinished")
    call_command("migrate", verbosity=0)
    _lay_out(substitutes)
    _go_to(was)
    with connection.cursor() as cursor:
        cursor.execute(f'ALTER DATABASE "{name}_unfinished" RENAME TO "{name}"')
    print(f"built in {time.perf_counter() - began:.0f} s", flush=True)


def _lay_out(substitutes: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('is_superuser')")
        if cursor.fetchone() == ("on",):
            cursor.execute("SET session_replication_role = replica")  # foreign keys are right by the way it is made
        cursor.execute(SEED.read_text().replace(":substitutes", str(substitutes)))
        cursor.execute("VACUUM ANALYZE")


def _go_to(name: str) -> None:
    connection.close()
    connection.settings_dict["NAME"] = name
