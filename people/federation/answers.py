"""What an identity provider has answered, once all of it that must be checked has been; and that it would not do."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NotRequired, TypedDict


class Untrusted(Exception):
    """The answer is refused; the words are for the log, and hold nothing of what was answered."""


class Said(TypedDict):
    """What it said of how it knows her: `acr` how strong the proof was, `amr` by which means, `auth_time` in seconds.

    `acr` is OpenID Connect's, or SAML's AuthnContextClassRef; `auth_time` may be SAML's AuthnInstant. What was not
    said is not there.
    """

    acr: NotRequired[str]
    amr: NotRequired[list[str]]
    auth_time: NotRequired[int]


@dataclass(frozen=True, slots=True)
class Answer:
    """Who it is to the provider (`subject`), what it says of her, and how it knows."""

    subject: str
    claims: Mapping[str, Any]
    said: Said
