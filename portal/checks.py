"""What must be in order before the portal starts."""

import ctypes
import sys
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.core.checks import Warning as Caution

from portal import caches
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


def counts_are_shared(**_: Any) -> list[CheckMessage]:  # noqa: ANN401 (what Django sends along)
    """Limits of sign-ins and codes are counted in the cache: four processes with one each allow four times as much."""
    if settings.DEVELOPMENT or settings.WEB_CONCURRENCY == 1 or caches.is_shared(settings.CACHES["default"]):
        return []
    hint = "Set CACHE_URL to one that all processes share, or WEB_CONCURRENCY=1; see docs/operations.md."
    return [Error("Each web process would count failed sign-ins for itself.", hint=hint, id="portal.E020")]


def hosts_are_named(**_: Any) -> list[CheckMessage]:  # noqa: ANN401 (what Django sends along)
    """Links in mail are made of the host that was asked for: only our own may be."""
    wild = [host for host in settings.ALLOWED_HOSTS if host.strip() != host or host.startswith((".", "*")) or not host]
    if settings.DEVELOPMENT or not wild:
        return []
    hint = "Name each host of the portal in ALLOWED_HOSTS, by comma and without spaces."
    return [Error(f"ALLOWED_HOSTS lets in hosts that are not named: {wild}.", hint=hint, id="portal.E021")]


def addresses_are_ours_and_in_tls(**_: Any) -> list[CheckMessage]:  # noqa: ANN401 (what Django sends along)
    """Session cookies go over TLS alone, and a link must lead to a host that answers."""
    if settings.DEVELOPMENT:
        return []
    bare = [url for url in (settings.PORTAL_URL, *settings.CSRF_TRUSTED_ORIGINS) if urlsplit(url).scheme != "https"]
    found: list[CheckMessage] = [
        Error(f"{url} is not https.", hint="See PORTAL_URL, CSRF_TRUSTED_ORIGINS.", id="portal.E022") for url in bare
    ]
    if urlsplit(settings.PORTAL_URL).hostname not in settings.ALLOWED_HOSTS:
        hint = "Put the host of PORTAL_URL among ALLOWED_HOSTS."
        found.append(Error("PORTAL_URL leads to a host that is refused.", hint=hint, id="portal.E023"))
    return found


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


ALL = (
    demo_stays_at_home,
    sms_leave_the_house,
    second_steps_are_asked_for,
    counts_are_shared,
    hosts_are_named,
    addresses_are_ours_and_in_tls,
    certificates_can_be_made,
)
