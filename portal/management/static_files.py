"""Static files, collected again only when one of them has changed."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command


def collect_when_changed() -> bool:
    """Collect into STATIC_ROOT unless all of it is there already; answers whether anything was done."""
    note = Path(settings.STATIC_ROOT) / ".collected"
    now = fingerprint()
    if note.exists() and note.read_text() == now:
        return False
    call_command("collectstatic", interactive=False, verbosity=0)
    note.write_text(now)
    return True


def fingerprint() -> str:
    """Stands for every source file, its size and its time, and for how they are stored."""
    digest = hashlib.sha256(str(settings.STORAGES["staticfiles"]).encode())
    for finder in get_finders():
        for name, storage in sorted(finder.list([]), key=lambda found: found[0]):
            stat = Path(storage.path(name)).stat()
            digest.update(f"{name} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()
