"""The municipality's rules for passwords, as settings; the pages that tell of them read these."""

from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

KINDS = range(1, 5)
DJANGO = "django.contrib.auth.password_validation"


def validators(env: environ.Env, *, history: int) -> list[dict[str, Any]]:
    """What a password must pass, as Django takes it; a history of 0 compares with none of before."""
    if (number := env.int("PASSWORD_KINDS", default=3)) not in KINDS:
        advice = "PASSWORD_KINDS is how many of four kinds of characters a password needs: 1, 2, 3 or 4."
        raise ImproperlyConfigured(advice)
    kinds = {
        "kinds_needed": number,
        "swedish_letters": env.bool("PASSWORD_SWEDISH_LETTERS", default=False),
    }
    length = {"min_length": env.int("PASSWORD_MIN_LENGTH", default=12)}
    rules: list[dict[str, Any]] = [
        {"NAME": "people.passwords.OwnNameValidator"},
        {"NAME": f"{DJANGO}.MinimumLengthValidator", "OPTIONS": length},
        {"NAME": "people.passwords.CommonHereValidator"},
        {"NAME": "people.passwords.KindsOfCharactersValidator", "OPTIONS": kinds},
    ]
    if leaked := env.str("PASSWORD_LEAKED_FILE", default=""):
        if not Path(leaked).is_file():
            advice = f"PASSWORD_LEAKED_FILE leads to no file: {leaked}"
            raise ImproperlyConfigured(advice)
        rules.append({"NAME": "people.leaked_passwords.LeakedValidator", "OPTIONS": {"path": leaked}})
    if history:
        rules.append({"NAME": "people.passwords.UsedBeforeValidator", "OPTIONS": {"remembered": history}})
    return rules
