"""Sealing anew what is sealed, when the portal has got another key."""

from allauth.mfa.models import Authenticator
from django.db import transaction

from people import sealing

SECRETS = {Authenticator.Type.TOTP: "secret", Authenticator.Type.RECOVERY_CODES: "seed"}
"""Where in its data each kind keeps its secret. A key has none: what we know of it is public."""


@transaction.atomic
def reseal() -> int:
    """Seal each secret with the first key; answers with how many there were. `CannotOpen` changes nothing."""
    rows = Authenticator.objects.select_for_update().filter(type__in=SECRETS)
    for row in rows:
        name = SECRETS[row.type]
        row.data[name] = sealing.resealed(row.data[name])
        row.save(update_fields=["data"])
    return len(rows)
