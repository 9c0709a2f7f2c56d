"""What the identity provider said of how it knows her, in the session: what a sign-in is worth is told from it."""

from typing import Any

from django.http import HttpRequest

from people.federation.answers import Answer
from people.strength import SAID
from portal.federation import IdentityProvider, OpenIdProvider


def of(provider: IdentityProvider, answer: Answer) -> dict[str, Any]:
    """What is kept of the answer."""
    protocol = "oidc" if isinstance(provider, OpenIdProvider) else "saml"
    return {"provider": provider.id, "protocol": protocol, **answer.said}


def keep(sender: object, request: HttpRequest, sociallogin: Any = None, **_: object) -> None:  # noqa: ANN401 (allauth's)
    """Somebody has signed in: note what was said, or that nobody said anything."""
    request.session.pop(SAID, None)
    if sociallogin is not None and SAID in sociallogin.state:
        request.session[SAID] = sociallogin.state[SAID]
