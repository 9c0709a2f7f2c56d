"""The portal's settings, with what a test needs instead: quick, alone, and leaving nothing behind."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

SCRATCH = Path(tempfile.mkdtemp(prefix="vikarieportalen-tests-"))
atexit.register(shutil.rmtree, SCRATCH, ignore_errors=True)

# Set here, so that neither the machine's environment nor a .env file decides what is tested.
os.environ |= {
    "PORTAL_ENV": "development",
    "PORTAL_URL": "http://localhost:8000",
    "DEBUG": "False",
    "DEMO": "True",
    "CACHE_URL": "locmemcache://",
    "PAGE_CACHE_URL": "dummycache://",  # each page made anew, but in the tests of what is kept (pages_are_kept)
    "EMAIL_URL": "memorymail://",
    "MEDIA_ROOT": str(SCRATCH / "media"),
    "SMS_GATEWAY": "local",
}

from people.session_limits import Kind  # noqa: E402
from portal import sessions  # noqa: E402
from portal.letterhead import Seal  # noqa: E402
from portal.push import Push  # noqa: E402
from portal.settings import *  # noqa: E402, F403 (all of them, once the environment is set)
from portal.settings import STORAGES  # noqa: E402

STATIC_ROOT = SCRATCH / "static"
STATIC_ROOT.mkdir()
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
PUSH = Push(subject="mailto:bemanningen@alvsunda.example")  # without a key: no notices but where a test wants them
SEAL = Seal()  # likewise no seal
SESSION_LIMITS = sessions.read(
    dict.fromkeys([kind.value for kind in Kind], "999d/999d")
)  # a test moves its clock: see `sessions_end`
SESSION_EXPIRE_AT_BROWSER_CLOSE = False  # signed in without a form she is so as on a telephone of her own
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
