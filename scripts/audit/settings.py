"""The portal's settings, with static files as production serves them: hashed and compressed."""

import os
from pathlib import Path

from portal.settings import *  # noqa: F403
from portal.settings import STORAGES

STORAGES["staticfiles"] = {"BACKEND": "portal.static_storage.CompressedOneStylesheet"}
STATIC_ROOT = Path(os.environ["STATIC_ROOT"])
