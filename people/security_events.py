"""What the security log is told of the ways in: by Django's and allauth's own signals."""

from typing import Any

from allauth.account import signals as account
from allauth.mfa import signals as second_step
from django.contrib.auth import signals as django_auth
from django.dispatch import Signal, receiver
from django.http import HttpRequest

from people.models import User
from portal.security_log import event, mark

METHODS = "account_authentication_methods"
"""Where allauth keeps in the session by what she was let in."""

WHY = "signed_out_because"
"""On the request, where not she but the portal signs her out: why."""

PLAIN = (
    (account.password_set, "password.set"),
    (account.password_changed, "password.changed"),
    (account.password_reset, "password.reset"),
    (account.login_code_rejected, "sign_in.code_refused"),
)
SECOND_STEP = (
    (second_step.authenticator_used, "second_step.used"),
    (second_step.authentication_failed, "second_step.failed"),
)


@receiver(django_auth.user_logged_in)
def signed_in(request: HttpRequest, user: User, **_said: object) -> None:
    """By what, as allauth calls it."""
    session = getattr(request, "session", {})
    methods = [each.get("method", "") for each in session.get(METHODS, ())]
    event("sign_in.done", request=request, user=user, methods=methods)


@receiver(django_auth.user_login_failed)
def not_let_in(credentials: dict[str, Any], request: HttpRequest | None = None, **_said: object) -> None:
    """As whom is a mark that is the same for the same name: many tries at one account can be seen, whose it is not."""
    event("sign_in.failed", request=request, tried=mark_of(credentials))


@receiver(django_auth.user_logged_out)
def signed_out(request: HttpRequest, user: User | None, **_said: object) -> None:
    """Of somebody who was in, by herself or because it was over."""
    if user:
        event("sign_in.ended", request=request, user=user, why=getattr(request, WHY, "asked"))


def mark_of(credentials: dict[str, Any]) -> str:
    """Stands for the account that was tried, and cannot be read back without the key of the portal."""
    return mark(next((str(credentials[name]) for name in ("username", "email", "phone") if credentials.get(name)), ""))


def _tell(signal: Signal, name: str, *, with_kind: bool) -> None:
    def told(request: HttpRequest | None = None, user: User | None = None, **said: Any) -> None:  # noqa: ANN401
        kind = {"kind": str(getattr(said.get("authenticator"), "type", ""))} if with_kind else {}
        event(name, request=request, user=user, **kind)

    signal.connect(told, weak=False, dispatch_uid=f"people.security_events.{name}")


for _signal, _name in PLAIN:
    _tell(_signal, _name, with_kind=False)
for _signal, _name in SECOND_STEP:
    _tell(_signal, _name, with_kind=True)
