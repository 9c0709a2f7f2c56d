"""A seeded database: built by PostgreSQL itself, once for each seed, its numbers and each set of migrations."""

import hashlib
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection

DICE = Path(__file__).with_name("dice.sql")


@contextmanager
def seeded(kind: str, seed: Path, **numbers: int) -> Iterator[None]:
    """Django's connection leads to a database where `seed` is laid out; `:name` in it is the number by that name."""
    family = "_".join([kind, *map(str, numbers.values())])
    name, was = f"{family}_{_digest(seed)}", connection.settings_dict["NAME"]
    if not _exists(name):
        _build(name, family, _sql(seed, numbers))
    _go_to(name)
    try:
        yield
    finally:
        _go_to(was)


def _digest(seed: Path) -> str:
    sources = [DICE, seed, *sorted(settings.BASE_DIR.glob("*/**/migrations/*.py"))]
    return hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()[:12]


def _sql(seed: Path, numbers: dict[str, int]) -> str:
    sql = seed.read_text()
    for name, number in numbers.items():
        sql = sql.replace(f":{name}", str(number))
    return DICE.read_text() + sql


def _exists(name: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        return cursor.fetchone() is not None


def _build(name: str, family: str, sql: str) -> None:
    """Under another name until it is whole; one that is older than the migrations goes."""
    print(f"building {family}, once …", flush=True)
    began, was = time.perf_counter(), connection.settings_dict["NAME"]
    with connection.cursor() as cursor:
        cursor.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [f"{family}_"])
        for (older,) in cursor.fetchall():
            cursor.execute(f'DROP DATABASE "{older}"')
        cursor.execute(f'CREATE DATABASE "{name}_unfinished" TEMPLATE template0')
    _go_to(f"{name}_unfinished")
    call_command("migrate", verbosity=0)
    _lay_out(sql)
    _go_to(was)
    with connection.cursor() as cursor:
        cursor.execute(f'ALTER DATABASE "{name}_unfinished" RENAME TO "{name}"')
    print(f"built in {time.perf_counter() - began:.0f} s", flush=True)


def _lay_out(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('is_superuser')")
        if cursor.fetchone() == ("on",):
            cursor.execute("SET session_replication_role = replica")  # foreign keys are right by the way it is made
        cursor.execute(sql)
        cursor.execute("VACUUM ANALYZE")


def _go_to(name: str) -> None:
    connection.close()
    connection.settings_dict["NAME"] = name
