"""She is told of a sign-in from a browser where she has never been, and can end it by the address in the message."""

import base64
import binascii
import uuid
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _

from messaging import outbox
from people import limits
from people.languages import speaking
from people.limits import DAY, Limit
from people.models import SignIn
from portal.templatetags.times import clock, day

KIND = "account.new_browser"
SALT = "messaging.sign_in_notices"
IN_A_DAY = Limit("new-browsers-told", most=10, seconds=DAY)
"""Whoever knows the password signs in as often as a machine can, and each SMS costs and rings in her pocket."""

KEY_LENGTH, SEAL = 22, 12
"""Characters of the key in base64; bytes of its seal, 96 bits, which nobody guesses."""


def tell(sign_in: SignIn, *, at: datetime) -> None:
    """Post it: by SMS, by e-mail if she has no number, and in her inbox if she has neither.

    What comes after the last of a day stands among her devices and in the security log alone.
    """
    user = sign_in.user
    if limits.count(IN_A_DAY, str(user.pk)) > IN_A_DAY.most:  # in doubt, where many come at once, she is told
        return
    with speaking(user):
        facts = {"day": day(at), "clock": clock(at), "browser": str(sign_in), "address": address(sign_in)}
        body = _(
            "Ny inloggning i Vikarieportalen %(day)s %(clock)s: %(browser)s. "
            "Var det du? Då behöver du inte göra något. Var det inte du? Logga ut den här: %(address)s"
        )
        outbox.post(
            key=f"{KIND}:{sign_in.pk}",
            kind=KIND,
            to=user,
            subject=_("Ny inloggning"),
            body=body % facts,
            at=at,
            discreet=bool(user.phone or user.email),
        )


def address(sign_in: SignIn) -> str:
    """Where it is ended. It opens nothing else, so that it may lie in a mail that others read."""
    return settings.PORTAL_URL + reverse("messaging:not_me", args=[token(sign_in.pk)])


def token(key: uuid.UUID) -> str:
    """The sign-in's key with our seal on it."""
    return _written(key.bytes) + _seal(key, settings.SECRET_KEY)


def found_by(written: str) -> SignIn | None:
    """The sign-in whose token it is; nothing if we never wrote it."""
    try:
        key = uuid.UUID(bytes=base64.b64decode(f"{written[:KEY_LENGTH]}==", altchars=b"-_", validate=True))
    except (binascii.Error, ValueError):
        return None
    seals = [_seal(key, secret) for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]
    genuine = [seal for seal in seals if constant_time_compare(written, _written(key.bytes) + seal)]
    return SignIn.objects.filter(pk=key).select_related("user").first() if genuine else None


def _seal(key: uuid.UUID, secret: str) -> str:
    return _written(salted_hmac(SALT, key.bytes, secret=secret, algorithm="sha256").digest()[:SEAL])


def _written(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
