"""She is told of each change in what she signs in with, at once and where she is always reached: perhaps not by her."""

import uuid
from collections.abc import Mapping
from datetime import datetime

from allauth.mfa.models import Authenticator
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from messaging import devices, outbox
from people.languages import speaking
from people.models import User
from people.operations import second_steps

KIND = "account.second_step"
APP, KEY, PAPER = Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN, Authenticator.Type.RECOVERY_CODES

SAID: Mapping[tuple[str, str], str | Promise] = {
    (second_steps.ADDED, APP): gettext_lazy("Säkerhetskod i app är tillagd på ditt konto i Vikarieportalen."),
    (second_steps.ADDED, KEY): gettext_lazy("En ny nyckel är tillagd på ditt konto i Vikarieportalen."),
    (second_steps.REMOVED, APP): gettext_lazy("Säkerhetskod i app är borttagen från ditt konto i Vikarieportalen."),
    (second_steps.REMOVED, KEY): gettext_lazy("En nyckel är borttagen från ditt konto i Vikarieportalen."),
    (second_steps.RENEWED, PAPER): gettext_lazy("Ditt konto i Vikarieportalen har nya reservkoder."),
    (second_steps.USED, PAPER): gettext_lazy("En reservkod är använd för ditt konto i Vikarieportalen."),
    (second_steps.TAKEN, ""): gettext_lazy("En kollega har tagit bort ditt extra steg i Vikarieportalen."),
}


def tell(user: User, done: str, kind: str, at: datetime) -> None:
    """What was done, and what to do if it was not she."""
    with speaking(user):
        body = "{} {}".format(SAID[done, kind], _("Var det inte du? Ring Bemanningen genast."))
        subject = _("Inloggning och säkerhet")
    outbox.post(key=f"{KIND}:{uuid.uuid4()}", kind=KIND, to=user, subject=subject, body=body, at=at)


def sign_out(user: User, done: str, kind: str, at: datetime) -> None:
    """Whoever has lost what she signs in with may have lost a telephone where she is signed in."""
    if done == second_steps.TAKEN:
        devices.end_others(user, besides="", here="", at=at)


second_steps.on_change(tell)
second_steps.on_change(sign_out)
