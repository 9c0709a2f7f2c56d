"""`force_login` is like the form for names and passwords: what asks for a password lets the pages be measured."""

from typing import Any

from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from django.contrib.auth.models import AbstractBaseUser
from django.contrib.auth.signals import user_logged_in
from django.http import HttpRequest


def as_with_a_password() -> None:
    """From now on, in this process."""
    user_logged_in.connect(_note, dispatch_uid="as_with_a_password")


def _note(request: HttpRequest, user: AbstractBaseUser, **_: Any) -> None:  # noqa: ANN401 (what the signal sends along)
    request.session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "password"}]
    request.session[f"{AUTHENTICATION_METHODS_SESSION_KEY}_user"] = str(user.pk)
