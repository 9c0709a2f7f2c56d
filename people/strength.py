"""How sure the portal is of who sits there: what she has shown since she signed in, and what that is enough for.

allauth writes each thing down in the session (`account_authentication_methods`), with whose it was. A session that says
nothing is the weakest. See docs/adr/0038-how-strong-a-session-is.md.
"""

from collections.abc import Iterable, Mapping
from enum import IntEnum, StrEnum
from typing import Any

from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY, get_authentication_records
from django.conf import settings
from django.http import HttpRequest

from portal import security_log

SAID = "federated_sign_in"
"""The key in the session of what an identity provider said, which is there only after such a sign-in: `provider` (its
id), `protocol` (`oidc` or `saml`), and as far as it said so `acr` (text), `amr` (list of texts), `auth_time` (seconds
since 1970)."""


class Step(StrEnum):
    """One thing that somebody has shown."""

    CODE = "code"  # that she holds the telephone
    PASSWORD = "password"  # noqa: S105 (its name)
    APP = "app"  # a code of an app, or one of those kept for when it is lost
    KEY = "key"  # a passkey, opened with a finger, a face or a PIN
    WORD = "word"  # an identity provider says who she is, and not that it is surer than of a password
    EID = "eid"  # it says so, and is as sure as the municipality asks of it


class Strength(IntEnum):
    """What it comes to; the more, the surer."""

    BY_CODE = 1
    BY_PASSWORD = 2
    TWO_STEPS = 3


def step(record: Mapping[str, Any], said: Mapping[str, Any] | None = None) -> Step | None:
    """What one of allauth's records shows; nothing if it is of a kind that we do not take, as a code by e-mail.

    `said` is what an identity provider has told of how it knows her.
    """
    method = record.get("method")
    if method == "code":
        return Step.CODE if record.get("phone") else None
    if method == "mfa":
        return Step.KEY if record.get("type") == "webauthn" else Step.APP
    if method == "socialaccount":
        return word(said) if said and said["provider"] == record.get("provider") else None
    return Step.PASSWORD if method == "password" else None


def word(said: Mapping[str, Any]) -> Step | None:
    """What the word of an identity provider is worth; nothing if it is none of the municipality's any more."""
    provider = settings.IDENTITY_PROVIDERS.get(said["provider"])
    if provider is None:
        return None
    return Step.EID if provider.is_sure(said.get("acr", ""), said.get("amr", ())) else Step.WORD


def strength(steps: Iterable[Step]) -> Strength:
    """What was shown, taken together. A telephone alone, or an app on it, is one and the same thing in a hand."""
    shown = set(steps)
    if shown & {Step.KEY, Step.EID}:
        return Strength.TWO_STEPS
    if not shown & {Step.PASSWORD, Step.WORD}:
        return Strength.BY_CODE
    return Strength.TWO_STEPS if shown & {Step.CODE, Step.APP} else Strength.BY_PASSWORD


def worth_showing(so_far: Iterable[Step], has: Iterable[Step]) -> list[Step]:
    """Which of what she has would make the session stronger, in the order that they are defined."""
    before, left = set(so_far), set(has) - set(so_far)
    return [one for one in Step if one in left and strength({*before, one}) > strength(before)]


def shown(request: HttpRequest) -> frozenset[Step]:
    """What the one who is signed in has shown in this session."""
    said = request.session.get(SAID)
    records = get_authentication_records(request, request.user)
    return frozenset(found for record in records if (found := step(record, said)))


def of(request: HttpRequest) -> Strength:
    """How strong the session is."""
    return strength(shown(request))


def after_a_step(request: HttpRequest, method: str, **said: Any) -> None:  # noqa: ANN401 (what the signal sends along)
    """A stronger session has another key, so that whoever held the weak one has nothing.

    It says that she had the code, and not where it went: the number may be a protected person's.
    """
    if method == "code":
        *before, last = request.session[AUTHENTICATION_METHODS_SESSION_KEY]
        told = {name: bool(value) if name == "phone" else value for name, value in last.items()}
        request.session[AUTHENTICATION_METHODS_SESSION_KEY] = [*before, told]
    if request.user.is_authenticated:
        request.session.cycle_key()
        how = {"method": method, "kind": said.get("type", ""), "provider": said.get("provider", "")}
        security_log.event("session.stronger", request=request, strength=of(request).name.lower(), **how)
