"""The browsers that a person lets notices into: taken on, let go, and only ever with push services that we know."""

import base64
import binascii
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric import ec
from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from messaging.models import PushSubscription
from people.models import User
from people.operations.refusals import Refused

THIS_BROWSER = "push_endpoint"
"""In the session: what is let go when she signs out."""

ENDPOINT_LENGTH, DEVICE_LENGTH, SECRET_BYTES = 500, 80, 16


@dataclass(frozen=True, slots=True)
class Offered:
    """A subscription as the browser tells of it: the keys in base64url (RFC 8291)."""

    endpoint: str
    p256dh: str
    auth: str
    device: str = ""


def is_of_a_push_service(endpoint: str) -> bool:
    """Whether it is an https address of a service that we know, so that nobody makes us call anything else."""
    try:
        parts = urlsplit(endpoint)
    except ValueError:
        return False
    host = parts.netloc.lower()  # with whatever user or port stands there: such a thing is none of theirs
    known = any(host == one or host.endswith(f".{one}") for one in settings.PUSH.services)
    return parts.scheme == "https" and known and endpoint.isascii() and endpoint.isprintable()


@transaction.atomic
def subscribe(user: User, offered: Offered, *, at: datetime) -> PushSubscription:
    """Let notices to her into the browser; one that was another's is hers now. `Refused` if it cannot be a browser.

    A person has so many at most (`PUSH_BROWSERS`); the one that she let in first gives way.
    """
    _demand_sense(offered)
    User.objects.select_for_update(no_key=True).get(pk=user.pk)
    keys = {"p256dh": offered.p256dh, "auth": offered.auth, "device": offered.device.strip()[:DEVICE_LENGTH]}
    row, _new = PushSubscription.objects.update_or_create(
        endpoint=offered.endpoint, defaults={"user": user, "made_at": at, **keys}
    )
    hers = PushSubscription.objects.filter(user=user).order_by("-made_at", "-pk")
    too_many = list(hers.values_list("pk", flat=True)[settings.PUSH.browsers :])
    PushSubscription.objects.filter(pk__in=too_many).delete()
    return row


def let_go(user: User, *, endpoint: str) -> None:
    """No more notices to her there; what is not hers stays."""
    PushSubscription.objects.filter(user=user, endpoint=endpoint).delete()


def _demand_sense(offered: Offered) -> None:
    if len(offered.endpoint) > ENDPOINT_LENGTH or not is_of_a_push_service(offered.endpoint):
        raise Refused(endpoint=_("Den här webbläsaren använder en tjänst som vi inte skickar till."))
    try:
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), _decoded(offered.p256dh))
        has_secret = len(_decoded(offered.auth)) == SECRET_BYTES
    except (ValueError, binascii.Error):
        has_secret = False
    if not has_secret:
        raise Refused(keys=_("Webbläsaren lämnade ingen nyckel som går att använda. Försök igen."))


def _decoded(written: str) -> bytes:
    return base64.b64decode(written + "=" * (-len(written) % 4), altchars=b"-_", validate=True)
