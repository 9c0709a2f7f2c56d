"""The municipality's rules for passwords, as settings; the pages that tell of them read these."""

from typing import Any

import environ

DJANGO = "django.contrib.auth.password_validation"


def from_environment(env: environ.Env) -> dict[str, Any]:
    """Settings by their names. Ages and warnings are in days; an age of 0 is for ever, a history of 0 none."""
    kinds = {
        "kinds_needed": env.int("PASSWORD_KINDS", default=3),
        "swedish_letters": env.bool("PASSWORD_SWEDISH_LETTERS", default=False),
    }
    length, history = env.int("PASSWORD_MIN_LENGTH", default=12), env.int("PASSWORD_HISTORY", default=5)
    rules: list[dict[str, Any]] = [
        {"NAME": "people.passwords.OwnNameValidator"},
        {"NAME": f"{DJANGO}.MinimumLengthValidator", "OPTIONS": {"min_length": length}},
        {"NAME": "people.passwords.CommonHereValidator"},
        {"NAME": "people.passwords.KindsOfCharactersValidator", "OPTIONS": kinds},
    ]
    if history:
        rules.append({"NAME": "people.passwords.UsedBeforeValidator", "OPTIONS": {"remembered": history}})
    return {
        "AUTH_PASSWORD_VALIDATORS": rules,
        "PASSWORD_MAX_AGE": env.int("PASSWORD_MAX_AGE", default=180),
        "PASSWORD_WARNING": env.int("PASSWORD_WARNING", default=5),
        "PASSWORD_HISTORY": history,
    }
