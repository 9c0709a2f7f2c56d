"""What the identity provider said of how it knows her, in the session: what a sign-in is worth is told from it."""

from typing import Any

from django.http import HttpRequest

from people.federation.answers import Answer
from portal.federation import IdentityProvider, OpenIdProvider

SAID = "federated_sign_in"
"""The key in the session, which is there only after such a sign-in: `provider` (its id), `protocol` (`oidc` or `saml`),
and as far as it said so `acr` (text), `amr` (list of texts), `auth_time` (seconds since 1970)."""


def of(provider: IdentityProvider, answer: Answer) -> dict[str, Any]:
    """What is kept of the answer."""
    protocol = "oidc" if isinstance(provider, OpenIdProvider) else "saml"
    return {"provider": provider.id, "protocol": protocol, **answer.said}


def keep(sender: object, request: HttpRequest, sociallogin: Any = None, **_: object) -> None:  # noqa: ANN401 (allauth's)
    """Somebody has signed in: note what was said, or that nobody said anything."""
    request.session.pop(SAID, None)
    if sociallogin is not None and SAID in sociallogin.state:
        request.session[SAID] = sociallogin.state[SAID]
