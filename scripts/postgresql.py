"""Runs a command with a PostgreSQL of its own: `python -m scripts.postgresql COMMAND …`.

A DATABASE_URL that names a PostgreSQL is used as it is. Otherwise a throw-away cluster is made in a temporary folder,
heard on a socket there alone, and is gone when the command has ended.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from scripts import packages

OLDEST = 15
PLACES = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql@*/bin")
NOBODY_WAITS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=300")
"""For the disk, or for a connection: fifty at once, in more than one worker, are more than the usual hundred."""

NOTHING_COUNTED = "autovacuum=off"
"""What is counted between two tests is that the tables are empty, and plans for empty tables take minutes with rows."""

LOCALE = "en_US.UTF-8" if sys.platform == "darwin" else "C.UTF-8"


def main() -> int:
    command = sys.argv[1:]
    if os.environ.get("DATABASE_URL", "").startswith(("postgres:", "postgresql:")):
        return subprocess.run(command, check=False).returncode
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the cluster ends too
    with cluster(programs()) as url:
        return subprocess.run(command, env={**os.environ, "DATABASE_URL": url}, check=False).returncode


def programs() -> Path:
    """The folder of the newest PostgreSQL here that is new enough; installed if that is allowed."""
    for attempt in (1, 2):
        found = {version(folder): folder for folder in folders()}
        if newest := max((number for number in found if number >= OLDEST), default=0):
            return found[newest]
        if attempt == 1:
            packages.install("postgresql", why=f"The tests need PostgreSQL {OLDEST} or newer.")
    sys.exit(f"PostgreSQL {OLDEST} or newer is needed, and the system's own is older. Or set DATABASE_URL to one.")


def folders() -> Iterator[Path]:
    if on_path := shutil.which("postgres"):
        yield Path(on_path).resolve().parent
    for pattern in PLACES:
        yield from (folder for folder in Path("/").glob(pattern.lstrip("/")) if (folder / "initdb").exists())


def version(folder: Path) -> int:
    said = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True, check=False).stdout
    match = re.search(r"\d+", said)
    return int(match[0]) if match else 0


@contextmanager
def cluster(folder: Path) -> Iterator[str]:
    """A cluster with one empty database; yields its URL."""
    home = Path(tempfile.mkdtemp(prefix="vikarieportalen-pg-"))
    user = somebody_else()
    if user:
        shutil.chown(home, user)
    try:
        initdb = ["--auth=trust", "--username=portal", "--encoding=UTF8", f"--locale={LOCALE}", "--no-sync"]
        run([folder / "initdb", "--pgdata", home / "data", *initdb], user=user)
        with server(folder, home, user):
            run([folder / "createdb", "--host", home, "--username", "portal", "portal"])
            yield f"postgres://portal@/portal?host={home}"
    finally:
        shutil.rmtree(home, ignore_errors=True)


@contextmanager
def server(folder: Path, home: Path, user: str | None) -> Iterator[None]:
    """PostgreSQL on the cluster in `home`, heard on a socket there alone."""
    options = [part for setting in ("listen_addresses=", NOTHING_COUNTED, *NOBODY_WAITS) for part in ("-c", setting)]
    command: list[str | Path] = [folder / "postgres", "-D", home / "data", "-k", home, *options]
    log = home / "log"
    with log.open("w") as said:
        process = subprocess.Popen(command, user=user, cwd=home, stdout=said, stderr=said, start_new_session=True)
    try:
        wait_for([folder / "pg_isready", "--quiet", "--host", home], process, log)
        yield
    finally:
        process.send_signal(signal.SIGINT)  # PostgreSQL's word for: now, and tidily
        process.wait()


def somebody_else() -> str | None:
    """Whom to run as: PostgreSQL refuses to be run by root."""
    return None if os.geteuid() != 0 else "nobody"


def run(command: Sequence[str | Path], *, user: str | None = None) -> None:
    done = subprocess.run(command, user=user, cwd="/", check=False, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{command[0]} failed:\n{done.stderr}")


def wait_for(ready: Sequence[str | Path], server: subprocess.Popen[bytes], log: Path) -> None:
    """Until the server takes connections: its socket is there before it does."""
    deadline = time.monotonic() + 60
    while subprocess.run(ready, check=False).returncode != 0:
        if server.poll() is not None or time.monotonic() > deadline:
            sys.exit(f"PostgreSQL did not start:\n{log.read_text()}")
        time.sleep(0.1)


if __name__ == "__main__":
    sys.exit(main())
