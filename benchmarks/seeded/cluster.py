"""A PostgreSQL whose databases are kept, so that the municipality is built once."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts import postgresql

KEPT = Path(tempfile.gettempdir()) / f"vikarieportalen-bench-{os.getuid()}"
"""Not under var/: PostgreSQL is not run by root, and somebody else may not look into the checkout."""

AS_ON_A_SERVER = (
    "shared_buffers = '1GB'",
    "work_mem = '32MB'",
    "maintenance_work_mem = '256MB'",
    "max_wal_size = '8GB'",
    "random_page_cost = 1.1",  # nobody's disks turn any more
)


@contextmanager
def kept_cluster() -> Iterator[str]:
    """The URL of the one that DATABASE_URL names, or of one of our own; throw it away with `rm -r` when you like."""
    named = os.environ.get("DATABASE_URL", "")
    if named.startswith(("postgres:", "postgresql:")):
        yield named
        return
    programs, user = postgresql.programs(), postgresql.somebody_else()
    if not (KEPT / "ready").exists():
        _make(programs, user)
    with postgresql.server(programs, KEPT, user):
        yield f"postgres://portal@/postgres?host={KEPT}"


def _make(programs: Path, user: str | None) -> None:
    shutil.rmtree(KEPT, ignore_errors=True)
    KEPT.mkdir(mode=0o755)
    if user:
        shutil.chown(KEPT, user)
    initdb = ["--auth=trust", "--username=portal", "--encoding=UTF8", f"--locale={postgresql.LOCALE}", "--no-sync"]
    postgresql.run([programs / "initdb", "--pgdata", KEPT / "data", *initdb], user=user)
    with (KEPT / "data" / "postgresql.conf").open("a") as settings:
        settings.writelines(f"{setting}\n" for setting in AS_ON_A_SERVER)
    (KEPT / "ready").touch()
