"""The providers as views find them."""

from typing import TypeVar

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.providers.base import Provider
from django.conf import settings
from django.http import Http404, HttpRequest

OneOf = TypeVar("OneOf", bound=Provider)


def provider_or_404(request: HttpRequest, provider_id: str, kind: type[OneOf]) -> OneOf:
    """The provider of that id, if it is set up and is of the kind."""
    known = provider_id in settings.IDENTITY_PROVIDERS
    provider = get_adapter(request).get_provider(request, provider_id) if known else None
    if not isinstance(provider, kind):
        raise Http404
    return provider
