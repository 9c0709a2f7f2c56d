"""Every run of the tests has a database of its own, also the run of a single journey."""

import os
import subprocess
import sys

from django.conf import settings

JOURNEY = """
def test_alone(django_db_setup, django_db_blocker):
    from people.models import User

    with django_db_blocker.unblock():
        assert not User.objects.exists()
"""


def test_a_journey_alone_leaves_the_portals_own_database_alone(tmp_path):
    (tmp_path / "conftest.py").write_text('pytest_plugins = ["tests.database"]')
    (tmp_path / "test_journey.py").write_text(JOURNEY)

    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "--rootdir=.", "-c", "pyproject.toml", tmp_path],
        cwd=settings.BASE_DIR,
        env=os.environ | {"DATABASE_URL": f"sqlite:///{tmp_path / 'own.sqlite3'}"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert "1 passed" in run.stdout, run.stdout
    assert not (tmp_path / "own.sqlite3").exists()
