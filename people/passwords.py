"""The municipality's rules for a password, beside those that Django knows."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from people.models.user import User

KINDS = (r"[a-z]", r"[A-Z]", r"\d", r"[^A-Za-z0-9]")
KINDS_NEEDED = 3


class ThreeOfFourKindsValidator:
    """At least three of: small letters, capitals, digits, special characters; and never å, ä or ö."""

    def validate(self, password: str, user: User | None = None) -> None:
        """Raise `ValidationError` with what is missing."""
        if re.search(r"[åäö]", password, re.IGNORECASE):
            raise ValidationError(_("Lösenordet får inte innehålla å, ä eller ö."), code="password_swedish_letters")
        if sum(bool(re.search(kind, password)) for kind in KINDS) < KINDS_NEEDED:
            raise ValidationError(
                _("Lösenordet behöver tre av fyra: liten bokstav, stor bokstav, siffra och specialtecken."),
                code="password_too_few_kinds",
            )

    def get_help_text(self) -> str:
        """The rule in words."""
        return _("Använd minst tre av fyra: liten bokstav, stor bokstav, siffra, specialtecken. Inte å, ä eller ö.")
