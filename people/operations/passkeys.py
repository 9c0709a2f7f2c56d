"""Keys in a telephone or a computer (WebAuthn): what is asked of one, and what is demanded of its answer.

allauth and fido2 check the challenge, the signature and the host. What they leave open is closed here: the whole
origin, a challenge that is used up by one try, a counter that goes back, and answers that are no answers.
"""

from typing import Any
from urllib.parse import urlsplit

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal import auth
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from fido2.cose import CoseKey
from fido2.webauthn import AuthenticationResponse, AuthenticatorData, CollectedClientData, RegistrationResponse

from people.models import User
from portal import security_log

BROKEN = (TypeError, ValueError, LookupError, AttributeError, AssertionError, OverflowError, NotImplementedError)
"""What fido2 raises at something that is not what it should be."""

LONGEST = 20_000  # signs of what a key says of itself, in base64

COUNTER = "counter"
"""In the key's data: how often it said that it had been used, at its last use. Many keys say 0 each time."""


class NotOurs(Exception):
    """The answer is not one to what we asked, or not from the key that it says."""


def our_origin() -> str:
    """The one place from which an answer may come: `https://vikarie.example`."""
    parts = urlsplit(settings.PORTAL_URL)
    return f"{parts.scheme}://{parts.netloc}"


def our_host() -> str:
    """What keys are made for."""
    return urlsplit(settings.PORTAL_URL).hostname or ""


def to_make_one(user: User) -> dict[str, Any]:
    """What the browser needs to make a key: one that asks who she is, and knows by itself whose it is."""
    return auth.begin_registration(user, passwordless=True)


def to_use_one(user: User | None = None) -> dict[str, Any]:
    """What the browser needs to use a key of hers; of whoever it is, if nobody has said her name."""
    return auth.begin_authentication(user)


def made(answer: object) -> dict[str, Any]:
    """A new key, as the browser told of it; or `NotOurs`."""
    credential = _told(answer)
    try:
        client: CollectedClientData = RegistrationResponse.from_dict(credential).response.client_data
        _demand_our_origin(client)
        found: AuthenticatorData = auth.complete_registration(credential)
        _demand_a_key_we_read(found)
    except (*BROKEN, ValidationError) as error:
        raise NotOurs from error
    finally:
        auth.clear_state()
    return _kept(credential)


@transaction.atomic
def used(answer: object, user: User | None = None) -> Authenticator:
    """The key that has answered: hers, or if nobody has said her name the one that it says; or `NotOurs`."""
    credential = _told(answer)
    try:
        told = AuthenticationResponse.from_dict(credential).response
        _demand_our_origin(told.client_data)
        owner = user or auth.extract_user_from_response(credential)
        list(Authenticator.objects.select_for_update().filter(user=owner).values_list("pk"))  # one answer at a time
        key: Authenticator = auth.complete_authentication(owner, credential)
        _count(key, told.authenticator_data.counter)
    except (*BROKEN, ValidationError) as error:
        raise NotOurs from error
    finally:
        auth.clear_state()
    return key


def _told(answer: object) -> dict[str, Any]:
    if not isinstance(answer, dict) or len(str(answer)) > LONGEST:
        raise NotOurs
    return answer


def _kept(credential: dict[str, Any]) -> dict[str, Any]:
    """What is needed later, and nothing else that somebody may have sent along."""
    said = credential["response"]
    response = {name: said[name] for name in ("clientDataJSON", "attestationObject")}
    named = {name: credential[name] for name in ("id", "rawId", "type")}
    return named | {"response": response, "clientExtensionResults": {"credProps": {"rk": True}}}


def _demand_a_key_we_read(found: AuthenticatorData) -> None:
    key = found.credential_data
    if key is None or key.public_key[3] not in CoseKey.supported_algorithms():
        raise NotOurs


def _demand_our_origin(client: CollectedClientData) -> None:
    if client.origin != our_origin() or client.cross_origin:
        raise NotOurs


def _count(key: Authenticator, counter: int) -> None:
    """Two keys that say they are the same count each for itself: one that goes back is a copy."""
    before = key.data.get(COUNTER, key.wrap().authenticator_data.counter)
    if (before or counter) and counter <= before:
        security_log.event("second_step.copied", about=key.user, step=key.pk)
        raise NotOurs
    key.data[COUNTER] = counter
    key.save(update_fields=["data"])
