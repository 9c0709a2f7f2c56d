"""The browsers that a person lets notices into: taken on, let go, and only ever with push services that we know."""

import base64
import binascii
import re
from dataclasses import dataclass
from datetime import datetime

from cryptography.hazmat.primitives.asymmetric import ec
from django.conf import settings
from django.db import transaction
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _

from messaging.models import PushSubscription
from people.models import User
from people.operations import accounts
from people.operations.refusals import Refused

THIS_BROWSER = "push_endpoint"
"""In the session: what is let go when she signs out."""

ADDRESS = re.compile(r"https://([A-Za-z0-9.-]+(?::[0-9]+)?)(?:[/?][!-\[\]-~]*)?")
"""A host by itself, then printable ASCII: two readers disagree on where a host with a backslash or a user ends."""

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
    found = ADDRESS.fullmatch(endpoint)
    host = found[1].lower() if found else ""
    return any(host == one or host.endswith(f".{one}") for one in settings.PUSH.services)


@transaction.atomic
def subscribe(user: User, offered: Offered, *, at: datetime) -> PushSubscription:
    """Let notices to her into the browser; `Refused` if it cannot be one.

    One that was another's is hers now, if she is in it: then she knows its secret too, which is never shown.
    A person has so many at most (`PUSH_BROWSERS`); the one that she let in first gives way.
    """
    _demand_sense(offered)
    accounts.demand_open(user, "endpoint")
    User.objects.select_for_update(no_key=True).get(pk=user.pk)
    anothers = PushSubscription.objects.filter(endpoint=offered.endpoint).exclude(user=user).first()
    if anothers and not constant_time_compare(anothers.auth, offered.auth):
        raise Refused(keys=_unusable())
    device = "".join(filter(str.isprintable, offered.device)).strip()[:DEVICE_LENGTH]
    keys = {"p256dh": offered.p256dh, "auth": offered.auth, "device": device}
    row, _new = PushSubscription.objects.update_or_create(
        endpoint=offered.endpoint, defaults={"user": user, "made_at": at, **keys}
    )
    hers = PushSubscription.objects.filter(user=user).order_by("-made_at", "-pk")
    too_many = list(hers.values_list("pk", flat=True)[settings.PUSH.browsers :])
    PushSubscription.objects.filter(pk__in=too_many).delete()
    return row


def let_go(user: User, *, endpoint: str) -> None:
    """No more notices to her there; what is not hers stays."""
    if ADDRESS.fullmatch(endpoint):  # nothing else is kept, and no database takes all else
        PushSubscription.objects.filter(user=user, endpoint=endpoint).delete()


def forget() -> None:
    """Keep no way to the telephone of somebody who is no longer let in."""
    PushSubscription.objects.filter(user__is_active=False).delete()


def _demand_sense(offered: Offered) -> None:
    if len(offered.endpoint) > ENDPOINT_LENGTH or not is_of_a_push_service(offered.endpoint):
        raise Refused(endpoint=_("Den här webbläsaren använder en tjänst som vi inte skickar till."))
    try:
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), _decoded(offered.p256dh))
        has_secret = len(_decoded(offered.auth)) == SECRET_BYTES
    except (ValueError, binascii.Error):
        has_secret = False
    if not has_secret:
        raise Refused(keys=_unusable())


def _unusable() -> str:
    return _("Webbläsaren lämnade ingen nyckel som går att använda. Försök igen.")


def _decoded(written: str) -> bytes:
    return base64.b64decode(written + "=" * (-len(written) % 4), altchars=b"-_", validate=True)
