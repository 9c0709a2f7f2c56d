"""Six digits from a code app, or eight from a paper: each opens once."""

import logging
from datetime import datetime

from allauth.mfa import app_settings
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.db import transaction
from django.utils.crypto import constant_time_compare

from people import sealing
from people.models import User
from portal import security_log

log = logging.getLogger(__name__)

LAST = "last_step"
"""In the app's data: the half-minute whose code was used last. No earlier one, and not that, opens again."""


def fits(secret: str, written: str, *, at: datetime, after: int = -1) -> int | None:
    """The half-minute after `after` whose code it is, by a clock that may be one of them wrong; or nothing."""
    now = int(at.timestamp()) // app_settings.TOTP_PERIOD
    around = range(now - app_settings.TOTP_TOLERANCE, now + app_settings.TOTP_TOLERANCE + 1)
    found = None
    for step in around:  # all of them, so that the time it takes tells nothing
        if constant_time_compare(format_hotp_value(hotp_value(secret, step)), written) and step > after:
            found = step
    return found


def used(user: User, written: str, *, at: datetime) -> Authenticator | None:
    """What the code came from, used up; or nothing. What we can no longer read opens nothing, and the log says so."""
    try:
        return _used(user, written, at=at)
    except sealing.CannotOpen:
        log.exception("The second step of account %s cannot be read", user.pk)
        security_log.event("second_step.unreadable", about=user)
        return None


@transaction.atomic
def _used(user: User, written: str, *, at: datetime) -> Authenticator | None:
    code = "".join(filter(str.isalnum, written))
    hers = Authenticator.objects.select_for_update().filter(user=user)
    app = hers.filter(type=Authenticator.Type.TOTP).first()
    if app is not None:
        step = fits(sealing.opened(app.data["secret"]), code, at=at, after=app.data.get(LAST, -1))
        if step is not None:
            app.data[LAST] = step
            app.save(update_fields=["data"])
            return app
    paper = hers.filter(type=Authenticator.Type.RECOVERY_CODES).first()
    return paper if paper is not None and paper.wrap().validate_code(code) else None
