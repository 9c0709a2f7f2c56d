"""What must be in order before the portal starts."""

import ctypes
import sys
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.core.checks import Warning as Caution

from portal.sign_in import SECOND_STEP_AREAS

PDF_LIBRARIES = {
    "libpango-1.0-0": ("libpango-1.0.so.0", "libpango-1.0.dylib"),
    "libpangoft2-1.0-0": ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib"),
    "libharfbuzz-subset0": ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib"),
}
"""Debian's package, and the file in it on Linux and macOS, of each library that WeasyPrint opens."""


def demo_stays_at_home(**_: Any) -> list[CheckMessage]:  # noqa: ANN401 (what Django sends along)
    """The demo lets anybody in as anybody."""
    if settings.DEMO and not settings.DEVELOPMENT:
        return [Error("DEMO is on in production: it lets anybody in as anybody.", hint="Unset DEMO.", id="portal.E001")]
    return []


def sms_leave_the_house(**_: Any) -> list[CheckMessage]:  # noqa: ANN401 (what Django sends along)
    """The local gateway keeps every SMS."""
    if settings.SMS_GATEWAY == "local" and not settings.DEVELOPMENT:
        hint = "Set SMS_GATEWAY; see docs/operations.md."
        return [Error("SMS_GATEWAY is local in production: no SMS reaches anybody.", hint=hint, id="portal.E002")]
    return []


def second_steps_are_asked_for(**_: Any) -> list[CheckMessage]:  # noqa: ANN401 (what Django sends along)
    """A word that names no area protects nothing, and a desk that opens with a password alone is worth a word."""
    asked_for, known = set(settings.SECOND_STEP_REQUIRED_FOR), ", ".join(SECOND_STEP_AREAS)
    if unknown := sorted(asked_for - set(SECOND_STEP_AREAS)):
        problem = f"SECOND_STEP_REQUIRED_FOR names what is no area: {', '.join(unknown)}."
        return [Error(problem, hint=f"There are {known}.", id="portal.E003")]
    if "desk" not in asked_for and not settings.DEVELOPMENT:
        problem = "A password alone opens the desk: SECOND_STEP_REQUIRED_FOR does not name it."
        return [Caution(problem, hint="Name desk in it, or leave it unset.", id="portal.W002")]
    return []


def certificates_can_be_made(**_: Any) -> list[CheckMessage]:  # noqa: ANN401 (what Django sends along)
    """The libraries that turn a certificate into a PDF."""
    missing = [package for package, files in PDF_LIBRARIES.items() if not any(map(opens, files))]
    if not missing:
        return []
    with_brew = sys.platform == "darwin"
    hint = "brew install pango" if with_brew else f"apt-get install {' '.join(missing)}"
    return [Caution("Certificates cannot be made: libraries are missing.", hint=hint, id="portal.W001")]


def opens(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
