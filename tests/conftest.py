"""What every test has at hand. The database is in tests/database.py, the people in tests/cast.py and marked.py."""

import gc
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from django.utils import translation
from django.utils.module_loading import import_string
from django_q.models import OrmQ

from portal import sessions
from portal.management.catalogues import compile_stale

pytest_plugins = ["tests.database", "tests.cast", "tests.marked", "tests.protected", "tests.processes"]


def pytest_sessionstart() -> None:
    compile_stale(Path(folder) for folder in settings.LOCALE_PATHS)


def pytest_collection_finish() -> None:
    """What is loaded by now stays: to look for garbage elsewhere, and less often, saves a sixth of the time."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@pytest.fixture(autouse=True)
def _fresh():
    """No answer, limit or language of an earlier test."""
    cache.clear()
    translation.deactivate()


@pytest.fixture
def sessions_end(settings):
    """Sessions end as they do where nothing else is set; in other tests they outlast whatever the clock does."""
    settings.SESSION_LIMITS = sessions.read({})


@pytest.fixture
def drain(db):
    """`drain()` does what a queue worker would, until nothing is left; answers with the names of what it ran."""

    def run_queued() -> list[str]:
        ran = []
        while queued := OrmQ.objects.order_by("pk").first():
            queued.delete()
            task = queued.task
            ran.append(task["func"])
            import_string(task["func"])(*task["args"], **task["kwargs"])
        return ran

    return run_queued
