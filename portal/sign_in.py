"""The settings of the ways in: allauth is the only one, and these are its limits and rules."""

from typing import Any

import environ

TEN_MINUTES, AN_HOUR = 60 * 10, 60 * 60
TRIES = 5
SECOND_STEP_AREAS = ["desk", "certificates", "own_data", "account", "protected"]
"""Where a password alone will not do in production; the areas of portal/confirming/needs.py."""

SECOND_STEPS = {
    "MFA_ADAPTER": "people.mfa.SecondStepAdapter",
    "MFA_SUPPORTED_TYPES": ["totp", "webauthn", "recovery_codes"],
    "MFA_FORMS": {
        "authenticate": "people.forms.second_steps.CodeForm",
        "reauthenticate": "people.forms.second_steps.CodeAgainForm",
        "authenticate_webauthn": "people.forms.second_steps.KeyForm",
        "reauthenticate_webauthn": "people.forms.second_steps.KeyAgainForm",
        "login_webauthn": "people.forms.second_steps.KeyAloneForm",
    },
    "MFA_TOTP_TOLERANCE": 1,  # half-minutes that a clock may be wrong
    "MFA_RECOVERY_CODES_SHOW_ONCE": True,
    "MFA_PASSKEY_LOGIN_ENABLED": True,
    "MFA_WEBAUTHN_USER_VERIFICATION": "required",  # a key asks who she is: a finger, a face or a PIN
    "MFA_ALLOW_UNVERIFIED_EMAIL": True,  # accounts are the municipality's, and many have no address
    "MFA_RATE_LIMITS": {"webauthn_login": "600/m/ip"},  # a whole workplace at 06.00
}


CODES_BY_SMS = {
    "ACCOUNT_LOGIN_BY_CODE_ENABLED": True,
    "ACCOUNT_LOGIN_BY_CODE_TIMEOUT": TEN_MINUTES,
    "ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS": TRIES,
    "ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND": False,  # allauth's answers otherwise to a stranger's number
}
FORMS = {
    "login": "people.forms.sign_in.SignInForm",
    "request_login_code": "people.forms.sign_in.AskForCodeForm",
    "confirm_login_code": "people.forms.sign_in.SignInByCodeForm",
    "reset_password": "people.forms.reset_password.ResetForm",
}
LIMITS = {
    # By address they are wide: three hundred colleagues sit behind one, and must all get in at 06.00.
    "login": "1500/m/ip",
    # By account they stop whoever guesses; her own browser is counted apart (people/limits.py).
    "login_failed": "100/m/ip,5/5m/key,20/h/key,100/d/key",
    "reset_password": "300/m/ip,3/10m/key,10/d/key",
    "reset_password_from_key": "300/m/ip",
    "request_login_code": "600/m/ip,3/10m/key,10/d/key",  # the key is the number, whoever has it
    "verify_phone": "1/30s/key,300/m/ip",
    "change_password": "5/m/user",
    "reauthenticate": "10/m/user",
    # Out to an identity provider, and what comes back by SAML: a row and a form's body of a stranger's each time.
    "federated_sign_in": "1500/m/ip",
    "saml_answer": "600/m/ip",
}
"""See docs/adr/0044."""


def from_environment(env: environ.Env) -> dict[str, Any]:
    """Settings by their names."""
    return {
        **CODES_BY_SMS,
        "ACCOUNT_FORMS": FORMS,
        "ACCOUNT_RATE_LIMITS": LIMITS,
        "AUTH_USER_MODEL": "people.User",
        "AUTHENTICATION_BACKENDS": ["people.backends.WithSubstitute"],  # allauth's, one query shorter
        "PASSWORD_RESET_TIMEOUT": AN_HOUR,
        "LOGIN_URL": "account_login",
        "LOGIN_REDIRECT_URL": "/min-sida/",
        "ACCOUNT_ADAPTER": "messaging.accounts.MailThroughTheOutbox",
        "SOCIALACCOUNT_ADAPTER": "people.federation.adapter.SocialAdapter",
        # The page answers alike; a stranger's address gets no mail of ours.
        "ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS": False,
        "ACCOUNT_LOGIN_METHODS": {"username", "email", "phone"},
        "ACCOUNT_SIGNUP_FIELDS": ["username*", "email", "password1*"],
        "ACCOUNT_EMAIL_VERIFICATION": "none",
        "ACCOUNT_PRESERVE_USERNAME_CASING": False,
        "ACCOUNT_LOGOUT_REDIRECT_URL": "/",
        "ACCOUNT_EMAIL_SUBJECT_PREFIX": "",
        "ALLAUTH_TRUSTED_PROXY_COUNT": env.int("TRUSTED_PROXY_COUNT", default=0),
    } | SECOND_STEPS
