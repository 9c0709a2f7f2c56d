"""Write docs/permissions.md."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

from tests.matrix import document  # noqa: E402 (the routes are read of a portal that is set up)

document.FILE.write_text(document.written())
