"""Scripts in processes of their own, on a database that outlives them: what is lost when one is killed."""

import os
import signal
import sqlite3
import subprocess
import sys

import pytest
from django.conf import settings
from django.db import connection

from tests.database import database_url


@pytest.fixture
def run(tmp_path):
    """`run(script)`: what came of it. On SQLite in a file with what the test had made when it was first called."""
    url = ""

    def run_script(script):
        nonlocal url
        url = url or url_of_what_outlives(tmp_path)
        environment = os.environ | {"PORTAL_ENV": "development", "DJANGO_SETTINGS_MODULE": "portal.settings"}
        return subprocess.run(
            [sys.executable, "-c", f"import os, signal, django\ndjango.setup()\n{script}"],
            cwd=settings.BASE_DIR,
            env=environment | {"DATABASE_URL": url},
            capture_output=True,
            text=True,
            check=False,
        )

    return run_script


def url_of_what_outlives(tmp_path) -> str:
    """The test database itself on PostgreSQL, a copy of it on SQLite."""
    if connection.vendor == "postgresql":
        return database_url()
    connection.ensure_connection()
    file = sqlite3.connect(tmp_path / "portal.sqlite3")
    connection.connection.backup(file)
    file.close()
    return f"sqlite:///{tmp_path / 'portal.sqlite3'}"


def killed(process) -> bool:
    return process.returncode == -signal.SIGKILL


KILL_ME = "os.kill(os.getpid(), signal.SIGKILL)"
