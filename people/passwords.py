"""The municipality's rules for a password, beside those that Django knows, and for how long one may be kept."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.conf import settings
from django.contrib.auth.hashers import check_password
from django.contrib.auth.password_validation import CommonPasswordValidator, UserAttributeSimilarityValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from people import common_passwords
from people.days import day_of
from people.models import FormerPassword, HiddenIdentity, User

KINDS = (r"[a-zåäö]", r"[A-ZÅÄÖ]", r"\d", r"[^A-Za-zÅÄÖåäö0-9]")
NUMBERS = {1: gettext_lazy("en"), 2: gettext_lazy("två"), 3: gettext_lazy("tre"), 4: gettext_lazy("fyra")}
SHORTEST_WITHIN = 4
"""Letters of a name that is looked for inside other words; Bo and Per are looked for as words."""


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


class OwnNameValidator(UserAttributeSimilarityValidator):
    """Not alike one's name, user name or e-mail address, and none of them inside it."""

    def validate(self, password: str, user: User | None = None) -> None:
        """Raise `ValidationError` if it tells who she is, also where her name is hidden."""
        if user is None:
            return
        for known in _known_as(user):
            super().validate(password, known)  # type: ignore[arg-type]  # it reads the attributes alone
            if self._is_in(password, known):
                words = _("Lösenordet får inte innehålla ditt namn, ditt användarnamn eller din e-postadress.")
                raise ValidationError(words, code="password_has_name")

    def _is_in(self, password: str, known: User | HiddenIdentity) -> bool:
        plain = common_passwords.folded(password)
        alone = set(re.findall(r"[a-z]+", plain))
        said = [str(getattr(known, name, "")).partition("@")[0] for name in self.user_attributes]
        words = {word for text in said for word in re.findall(r"[a-z0-9]{2,}", common_passwords.folded(text))}
        return bool(words & alone) or any(word in plain for word in words if len(word) >= SHORTEST_WITHIN)


class CommonHereValidator(CommonPasswordValidator):
    """None of those that many have chosen, in the world or here."""

    def validate(self, password: str, user: User | None = None) -> None:
        """Raise `ValidationError` if somebody would guess it."""
        super().validate(password)
        if common_passwords.is_common(password, re.findall(r"[a-z]+", common_passwords.folded(settings.MUNICIPALITY))):
            words = _("Lösenordet är lätt att gissa. Välj ord som inte hör ihop, till exempel fyra stycken.")
            raise ValidationError(words, code="password_common_here")


class UsedBeforeValidator:
    """None of the last few that she has had, the one she has among them."""

    def __init__(self, remembered: int = 5) -> None:
        self.remembered = remembered

    def validate(self, password: str, user: User | None = None) -> None:
        """Raise `ValidationError` if she has had it."""
        if user is None or user.pk is None:
            return
        if any(check_password(password, sealed) for sealed in self._had(user)):
            raise ValidationError(_("Du har haft det lösenordet förut. Välj ett nytt."), code="password_used_before")

    def _had(self, user: User) -> Iterator[str]:
        if self.remembered:
            yield user.password
            former = FormerPassword.objects.filter(user=user).order_by("-left_at")
            yield from former.values_list("sealed", flat=True)[: self.remembered - 1]

    def get_help_text(self) -> str:
        """The rule in words."""
        return ngettext(
            "Inte det lösenord du har nu.", "Inte något av dina %(n)d senaste lösenord.", self.remembered
        ) % {"n": self.remembered}


def last_day(user: User) -> date | None:
    """The last day that her password holds; none if it holds for ever, or is none that she has chosen."""
    if not settings.PASSWORD_MAX_AGE or user.password_changed_at is None:
        return None
    return day_of(user.password_changed_at) + timedelta(days=settings.PASSWORD_MAX_AGE)


def must_change(user: User, *, now: datetime) -> bool:
    """Whether she must choose another before she does anything else with the one that she has."""
    if not user.has_usable_password():
        return False
    over = last_day(user)
    return user.must_change_password or (over is not None and day_of(now) > over)


def _known_as(user: User) -> Iterator[User | HiddenIdentity]:
    yield user
    if user.protected and (hidden := HiddenIdentity.objects.filter(user=user).first()):
        yield hidden
