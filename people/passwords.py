"""The municipality's rules for a password, beside those that Django knows."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people.models.user import User

KINDS = (r"[a-zåäö]", r"[A-ZÅÄÖ]", r"\d", r"[^A-Za-zÅÄÖåäö0-9]")
NUMBERS = {1: gettext_lazy("en"), 2: gettext_lazy("två"), 3: gettext_lazy("tre"), 4: gettext_lazy("fyra")}


class KindsOfCharactersValidator:
    """So many of: small letters, capitals, digits, special characters; and no å, ä or ö unless they are allowed."""

    def __init__(self, kinds_needed: int = 3, *, swedish_letters: bool = False) -> None:
        self.kinds_needed = kinds_needed
        self.swedish_letters = swedish_letters

    def validate(self, password: str, user: User | None = None) -> None:
        """Raise `ValidationError` with what is missing."""
        if not self.swedish_letters and re.search(r"[åäö]", password, re.IGNORECASE):
            raise ValidationError(_("Lösenordet får inte innehålla å, ä eller ö."), code="password_swedish_letters")
        if sum(bool(re.search(kind, password)) for kind in KINDS) < self.kinds_needed:
            raise ValidationError(
                _("Lösenordet behöver %(number)s av fyra: liten bokstav, stor bokstav, siffra och specialtecken.")
                % {"number": NUMBERS[self.kinds_needed]},
                code="password_too_few_kinds",
            )

    def get_help_text(self) -> str:
        """The rule in words: Använd minst tre av fyra: … Inte å, ä eller ö."""
        kinds = _("Använd minst %(number)s av fyra: liten bokstav, stor bokstav, siffra, specialtecken.")
        said = kinds % {"number": NUMBERS[self.kinds_needed]}
        no_letters = "" if self.swedish_letters else _("Inte å, ä eller ö.")
        return f"{said} {no_letters}".strip()
