"""What must be set for the schedule and the portal to talk."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error

SHORTEST = 32  # characters of a secret


def the_line_is_safe(**_: Any) -> list[CheckMessage]:  # noqa: ANN401 (what Django sends along)
    """The address is https, there is a secret for each direction, and what we sign cannot be sent back to us."""
    found: list[CheckMessage] = []
    url, ours, theirs = settings.SCHEDULE_URL, settings.SCHEDULE_SENDING_SECRET, settings.SCHEDULE_SECRETS
    if url and not _is_safe(url):
        hint = "Write the whole address with https, and no name or password in it; or leave it unset, and use files."
        found.append(Error("SCHEDULE_URL is no https address.", hint=hint, id="scheduling.E001"))
    if url and not ours:
        hint = "Agree on a secret with the scheduling system, and set it."
        found.append(Error("SCHEDULE_URL is set without SCHEDULE_SENDING_SECRET.", hint=hint, id="scheduling.E002"))
    if any(len(secret) < SHORTEST for secret in filter(None, [ours, *theirs])):
        hint = 'Make each with python -c "import secrets; print(secrets.token_urlsafe(32))".'
        found.append(Error("A secret of the schedule can be guessed: it is short.", hint=hint, id="scheduling.E003"))
    if ours and ours in theirs:
        hint = "Use one secret in each direction: what we have signed could be sent back to us as the schedule's."
        found.append(Error("SCHEDULE_SENDING_SECRET is among SCHEDULE_SECRETS.", hint=hint, id="scheduling.E004"))
    return found


def _is_safe(url: str) -> bool:
    parts = urlsplit(url)
    is_tls = parts.scheme == "https" or (settings.DEVELOPMENT and parts.scheme == "http")
    return is_tls and bool(parts.hostname) and "@" not in parts.netloc
