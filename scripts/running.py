"""The portal as people run it, for a while: `manage.py portal` on a port and with files of its own."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from portal.management import ports

PATIENCE = 180.0
"""Seconds for an empty database to be filled and the servers to start, on a machine with other things to do."""


@contextmanager
def portal(database_url: str, folder: Path, *, settings: str = "portal.settings") -> Iterator[str]:
    """The portal on this database, with its log, mail and media in the folder; yields its address."""
    port = ports.any_free()
    address = f"http://localhost:{port}"
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": settings,  # also when a test starts it
        "PORTAL_ENV": "development",
        "DATABASE_URL": database_url,
        "PORT": str(port),
        "PORTAL_URL": address,
        "EMAIL_URL": f"filemail:///{folder}/mail",
        "MEDIA_ROOT": f"{folder}/media",
        "LOG_LEVEL": "WARNING",
    }
    command = [sys.executable, "manage.py", "portal"]
    log = folder / "log"
    with log.open("w") as said:
        process = subprocess.Popen(command, env=environment, stdout=said, stderr=said, start_new_session=True)
    try:
        wait_until_up(process, log)
        yield address
    finally:
        process.terminate()
        process.wait()


def wait_until_up(process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while "The portal is up" not in log.read_text():
        if process.poll() is not None or time.monotonic() > deadline:
            message = f"The portal did not start:\n{log.read_text()}"
            raise RuntimeError(message)
        time.sleep(0.2)
