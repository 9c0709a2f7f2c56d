"""The settings of the ways in: allauth is the only one, and these are its limits and rules."""

from typing import Any

import environ

AN_HOUR = 60 * 60

PASSWORD_RULES = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "people.passwords.KindsOfCharactersValidator"},
]

LIMITS = {
    # By address they are wide: three hundred colleagues sit behind one, and must all get in at 06.00.
    "login": "1500/m/ip",
    # By account they stop whoever guesses; her own browser is counted apart (people/limits.py).
    "login_failed": "100/m/ip,5/5m/key,20/h/key,100/d/key",
    "reset_password": "300/m/ip,3/10m/key,10/d/key",
    "reset_password_from_key": "300/m/ip",
    "request_login_code": "600/m/ip,3/10m/key,10/d/key",
    "verify_phone": "1/30s/key,300/m/ip",
    "change_password": "5/m/user",
    "reauthenticate": "10/m/user",
}
"""See docs/adr/0044."""


def from_environment(env: environ.Env) -> dict[str, Any]:
    """Settings by their names."""
    return {
        "AUTH_USER_MODEL": "people.User",
        "AUTHENTICATION_BACKENDS": ["people.backends.WithSubstitute"],  # allauth's, one query shorter
        "AUTH_PASSWORD_VALIDATORS": PASSWORD_RULES,
        "PASSWORD_RESET_TIMEOUT": AN_HOUR,
        "LOGIN_URL": "account_login",
        "LOGIN_REDIRECT_URL": "/min-sida/",
        "ACCOUNT_ADAPTER": "messaging.accounts.MailThroughTheOutbox",
        # The page answers alike; a stranger's address gets no mail of ours.
        "ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS": False,
        "ACCOUNT_LOGIN_METHODS": {"username", "email"},
        "ACCOUNT_SIGNUP_FIELDS": ["username*", "email", "password1*"],
        "ACCOUNT_EMAIL_VERIFICATION": "none",
        "ACCOUNT_PRESERVE_USERNAME_CASING": False,
        "ACCOUNT_LOGOUT_REDIRECT_URL": "/",
        "ACCOUNT_EMAIL_SUBJECT_PREFIX": "",
        "ACCOUNT_RATE_LIMITS": LIMITS,
        "MFA_RATE_LIMITS": {"webauthn_login": "600/m/ip"},
        "ALLAUTH_TRUSTED_PROXY_COUNT": env.int("TRUSTED_PROXY_COUNT", default=0),
    }
