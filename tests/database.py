"""The test database: migrated for real, on SQLite only once for each set of migrations, and whole after every test."""

import hashlib
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from threading import Event
from urllib.parse import urlsplit

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.db.models.signals import post_migrate
from django.test.utils import setup_databases, teardown_databases
from pytest_django.plugin import blocking_manager_key

ON_POSTGRESQL = settings.ON_POSTGRESQL
rows_of_migrations: dict[str, list[tuple[object, ...]]] = {}
rows_are_gone = Event()


def pytest_report_header() -> str:
    if ON_POSTGRESQL:
        return "database: PostgreSQL"
    return "database: SQLite (tests marked `postgresql` are left to the run on PostgreSQL)"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if ON_POSTGRESQL:
        return
    elsewhere = [item for item in items if item.get_closest_marker("postgresql")]
    config.hook.pytest_deselected(items=elsewhere)
    items[:] = [item for item in items if item not in elsewhere]


def database_url() -> str:
    """Where another process finds the test database."""
    name = connection.settings_dict["NAME"]
    if ON_POSTGRESQL:
        return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()
    return f"sqlite:///{name}"


@pytest.fixture(scope="session")
def migrated_file(pytestconfig: pytest.Config) -> Path:
    """Where a SQLite database with exactly today's migrations is kept, if one has been made."""
    return pytestconfig.cache.mkdir("database") / f"{todays_migrations()}.sqlite3"


def todays_migrations() -> str:
    """A digest of all that a migrated database is made from."""
    digest = hashlib.sha256()
    migrations = sorted(settings.BASE_DIR.glob("*/**/migrations/*.py"))
    for source in [settings.BASE_DIR / "requirements.txt", *migrations]:
        digest.update(source.read_bytes())
    return digest.hexdigest()[:16]


@pytest.fixture(scope="session")
def django_db_keepdb() -> bool:
    return not ON_POSTGRESQL


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings, migrated_file, tmp_path_factory):
    if ON_POSTGRESQL:
        return
    test_database = tmp_path_factory.mktemp("database") / "portal.sqlite3"
    if migrated_file.exists():
        shutil.copy(migrated_file, test_database)
    settings.DATABASES["default"].setdefault("TEST", {})["NAME"] = str(test_database)


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment, django_db_blocker, django_db_keepdb, django_db_modify_db_settings, migrated_file
):
    """Whoever asks has one: pytest-django's own gives none where no test bears a mark, and no journey does."""
    with django_db_blocker.unblock():
        made = setup_databases(verbosity=0, interactive=False, keepdb=django_db_keepdb, serialized_aliases=())
        if not ON_POSTGRESQL and not migrated_file.exists():
            keep(migrated_file)
        remember_rows()
    post_migrate.connect(note_flush, sender=apps.get_app_config("people"))
    yield
    if not django_db_keepdb:
        with django_db_blocker.unblock():
            end_other_sessions()
            teardown_databases(made, verbosity=0)


def end_other_sessions() -> None:
    """PostgreSQL drops no database in use, and is a while in seeing that a process that was ended is gone."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
            " WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()"
        )


def keep(migrated_file: Path) -> None:
    """Copy the freshly migrated test database: whole, in one file, under the name of the migrations it was made by."""
    unfinished = migrated_file.with_suffix(f".{os.getpid()}")
    connection.ensure_connection()
    with closing(sqlite3.connect(unfinished)) as copy:
        connection.connection.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
    if migrated_file.stem == todays_migrations():
        unfinished.rename(migrated_file)
    else:  # somebody wrote a migration in the meantime
        unfinished.unlink()


def remember_rows() -> None:
    """What the migrations put in the tables: Wagtail's root page, locale and site, all kinds and permissions."""
    with connection.cursor() as cursor:
        for table in connection.introspection.django_table_names(only_existing=True, include_views=False):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            if rows := cursor.fetchall():
                rows_of_migrations[table] = rows


def put_rows_back() -> None:
    """As they were, keys and all; foreign keys are looked at when the transaction ends."""
    with transaction.atomic(), connection.cursor() as cursor:
        for table, rows in rows_of_migrations.items():
            name = connection.ops.quote_name(table)
            cursor.execute(f"DELETE FROM {name}")
            cursor.executemany(f"INSERT INTO {name} VALUES ({', '.join(['%s'] * len(rows[0]))})", rows)
    ContentType.objects.clear_cache()


def note_flush(**_: object) -> None:
    """A transactional test ends in a flush, and a flush ends in this signal."""
    rows_are_gone.set()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None):
    result = yield
    # After the last test the test database is gone, and the connection would reach the real one.
    if rows_are_gone.is_set() and nextitem is not None:
        with item.config.stash[blocking_manager_key].unblock():
            put_rows_back()
        rows_are_gone.clear()
    return result
