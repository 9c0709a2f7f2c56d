"""The identity providers that one may come in by."""

from django import template
from django.conf import settings

from portal.federation import IdentityProvider

register = template.Library()


@register.simple_tag
def identity_providers(*, first: bool) -> list[IdentityProvider]:
    """`{% identity_providers first=True as providers %}`: those that come before the other ways in, or the others.

    In the order that they are named.
    """
    return [provider for provider in settings.IDENTITY_PROVIDERS.values() if provider.first is first]
