"""What a password must be, as the validators in force have it: a changed setting changes the words."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth.password_validation import (
    CommonPasswordValidator,
    MinimumLengthValidator,
    NumericPasswordValidator,
    UserAttributeSimilarityValidator,
    get_default_password_validators,
)
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from people.passwords import KindsOfCharactersValidator, UsedBeforeValidator
from portal.pages.in_force.policy.words import in_words

Row = tuple[str, str]
"""What it is about, and what holds."""

ORDER = (
    MinimumLengthValidator,
    KindsOfCharactersValidator,
    NumericPasswordValidator,
    UserAttributeSimilarityValidator,
    CommonPasswordValidator,
    UsedBeforeValidator,
)


def rows() -> list[Row]:
    """Each rule in words, how long it must be first; last for how long it and a link to a new one hold."""
    validators = sorted(get_default_password_validators(), key=_place)
    return [*(row for validator in validators for row in _of(validator)), *_of_its_age(), *_of_the_link()]


def _place(validator: object) -> int:
    return next((place for place, kind in enumerate(ORDER) if isinstance(validator, kind)), len(ORDER))


def _of(validator: Any) -> Iterator[Row]:  # noqa: ANN401 (a validator is whatever the settings name)
    match validator:
        case MinimumLengthValidator():
            at_least = {"n": validator.min_length}
            yield _("Längd"), ngettext("Minst %(n)d tecken", "Minst %(n)d tecken", validator.min_length) % at_least
        case KindsOfCharactersValidator():
            yield _("Tecken"), validator.get_help_text()
        case UserAttributeSimilarityValidator():
            yield _("Dina uppgifter"), _names(validator.user_attributes)
        case CommonPasswordValidator():
            yield _("Vanliga lösenord"), _("Inget som många andra har valt")
        case UsedBeforeValidator():
            yield _("Tidigare lösenord"), validator.get_help_text()
        case NumericPasswordValidator():
            yield _("Siffror"), _("Inte bara siffror")
        case _:
            yield _("Krav"), str(validator.get_help_text())


def _names(attributes: Iterable[str]) -> str:
    words = {
        "username": _("ditt användarnamn"),
        "first_name": _("ditt förnamn"),
        "last_name": _("ditt efternamn"),
        "email": _("din e-postadress"),
    }
    return _("Liknar inte %(names)s") % {
        "names": get_text_list([words.get(name, name) for name in attributes], _("eller"))
    }


def _of_its_age() -> Iterator[Row]:
    """How often it must be changed, if it must, and when that is told."""
    if not settings.PASSWORD_MAX_AGE:
        return
    age = ngettext("Efter %(n)d dag.", "Efter %(n)d dagar.", settings.PASSWORD_MAX_AGE) % {
        "n": settings.PASSWORD_MAX_AGE
    }
    yield _("Byte"), f"{age} {_when_it_is_told(settings.PASSWORD_WARNING)}"


def _when_it_is_told(days: int) -> str:
    if not days:
        return _("Vi skickar sms samma dag.")
    words = ngettext(
        "Vi skickar sms %(n)d dag före, och samma dag.", "Vi skickar sms %(n)d dagar före, och samma dag.", days
    )
    return words % {"n": days}


def _of_the_link() -> Iterator[Row]:
    time = {"time": in_words(timedelta(seconds=settings.PASSWORD_RESET_TIMEOUT))}
    yield _("Glömt lösenordet"), _("Länken i mejlet gäller i %(time)s") % time
