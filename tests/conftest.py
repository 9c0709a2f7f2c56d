"""What every test has at hand. The database is in tests/database.py, the people in tests/cast.py and marked.py."""

import gc
from pathlib import Path

import pytest
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from django.conf import settings
from django.contrib.auth.signals import user_logged_in
from django.core.cache import cache
from django.dispatch import receiver
from django.utils import translation
from django.utils.module_loading import import_string
from django_q.models import OrmQ

from portal import sessions
from portal.management.catalogues import compile_stale

pytest_plugins = [
    "tests.database",
    "tests.cast",
    "tests.marked",
    "tests.listening",
    "tests.planted",
    "tests.protected",
    "tests.processes",
]


def pytest_sessionstart() -> None:
    compile_stale(Path(folder) for folder in settings.LOCALE_PATHS)


def pytest_collection_finish() -> None:
    """What is loaded by now stays: to look for garbage elsewhere, and less often, saves a sixth of the time."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@receiver(user_logged_in)
def _as_with_a_password(request, user, **_):
    """`force_login` is like the form for names and passwords; a test that signs in by the page itself is left alone."""
    is_forced = not request.path
    if is_forced and AUTHENTICATION_METHODS_SESSION_KEY not in request.session:
        request.session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "password"}]
        request.session[f"{AUTHENTICATION_METHODS_SESSION_KEY}_user"] = str(user.pk)


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
