"""Whether a SAML answer is what it must be. python3-saml checks signatures and what is there; we, that it is there.

To the library an audience, a recipient, a time or an InResponseTo that is missing is none to object to, and an address
that begins as ours is ours.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from django.core.cache import cache
from onelogin.saml2.response import OneLogin_Saml2_Response
from onelogin.saml2.settings import OneLogin_Saml2_Settings

from people.federation.answers import Answer, Said, Untrusted
from people.federation.saml import config
from portal.federation import SamlProvider

BEARER = "urn:oasis:names:tc:SAML:2.0:cm:bearer"
DATA = "{urn:oasis:names:tc:SAML:2.0:assertion}SubjectConfirmationData"
REFERENCES = "/ds:Signature/ds:SignedInfo/ds:Reference"
LONGEST = 15 * 60
"""Seconds ahead that an assertion may be good for."""


def read(provider: SamlProvider, encoded: str) -> OneLogin_Saml2_Response:
    """The message, of which nothing is to be believed yet."""
    try:
        return OneLogin_Saml2_Response(OneLogin_Saml2_Settings(config.of(provider)), encoded)
    except Exception as broken:  # whatever a stranger's XML makes the library stumble on
        reason = f"not a message: {type(broken).__name__}"
        raise Untrusted(reason) from broken


def verified(provider: SamlProvider, message: OneLogin_Saml2_Response, *, request_id: str, at: datetime) -> Answer:
    """What it says of her, in answer to our request of that id; once, and else `Untrusted`."""
    address = config.comes_back_to(provider)
    try:
        message.is_valid(config.asked_at(address), request_id=request_id, raise_exceptions=True)
        _demand(message, config.our_name(provider), address, request_id, at=at)
        _demand_a_proof(message, provider.acr_values)
        answer = Answer(_subject(message), message.get_attributes(), _how(message))
        assertion_id: str = message.get_assertion_id()
    except Untrusted:
        raise
    except Exception as refusal:  # as above; the library's words may hold what was answered
        raise Untrusted(_named(refusal)) from refusal
    if not cache.add(_used(provider, assertion_id), 1, LONGEST):
        reason = "used before"
        raise Untrusted(reason)
    return answer


def _demand(message: OneLogin_Saml2_Response, our_name: str, address: str, request_id: str, *, at: datetime) -> None:
    """That everything is there and is exactly ours. Read in the assertion that is signed, and nowhere else."""
    confirmations = message._query_assertion("/saml:Subject/saml:SubjectConfirmation")  # noqa: SLF001 (no other way)
    references = message._query_assertion(REFERENCES)  # noqa: SLF001
    bearers = [data for one in confirmations if one.get("Method") == BEARER for data in one.findall(DATA)]
    wrong = {
        "destination": message.document.get("Destination") not in {None, address},
        "audience": our_name not in message.get_audiences(),
        "signature": len(references) != 1 or not references[0].get("URI"),
        "confirmation": not _confirmed(bearers, address, request_id, at=at),
    }
    if reason := next((name for name, is_wrong in wrong.items() if is_wrong), ""):
        raise Untrusted(reason)


def _demand_a_proof(message: OneLogin_Saml2_Response, acr_values: Sequence[str]) -> None:
    """That it says how sure it is, if we asked: the library refuses what is less sure, and lets silence pass."""
    if acr_values and not set(message.get_authn_contexts()) & set(acr_values):
        reason = "acr"
        raise Untrusted(reason)


def _confirmed(bearers: Sequence[Any], address: str, request_id: str, *, at: datetime) -> bool:
    """Whether the one confirmation is in answer to our request, to our address, and of now."""
    if len(bearers) != 1:
        return False
    data = bearers[0]
    until = _moment(data.get("NotOnOrAfter"))
    return (
        data.get("InResponseTo") == request_id
        and data.get("Recipient") == address
        and until is not None
        and 0 < (until - at).total_seconds() <= LONGEST
    )


def _moment(said: str | None) -> datetime | None:
    moment = datetime.fromisoformat(said) if said else None
    return moment.replace(tzinfo=UTC) if moment and moment.tzinfo is None else moment


def _subject(message: OneLogin_Saml2_Response) -> str:
    return str(message.get_nameid() or message.get_assertion_id())


def _how(message: OneLogin_Saml2_Response) -> Said:
    found, contexts = Said(), message.get_authn_contexts()
    if contexts and contexts[0]:
        found["acr"] = contexts[0]
    statements = message._query_assertion("/saml:AuthnStatement")  # noqa: SLF001
    if statements and (proved := _moment(statements[0].get("AuthnInstant"))):
        found["auth_time"] = int(proved.timestamp())
    return found


def _named(refusal: Exception) -> str:
    """The library's name for it, such as "wrong audience": its errors are numbers of their class."""
    code = getattr(refusal, "code", None)
    named = (name for name, value in vars(type(refusal)).items() if name.isupper() and value == code)
    return next(named, type(refusal).__name__).replace("_", " ").lower()


def _used(provider: SamlProvider, assertion_id: str) -> str:
    return f"saml-assertion:{sha256(f'{provider.entity_id} {assertion_id}'.encode()).hexdigest()}"
