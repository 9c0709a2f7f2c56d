"""The identity providers that one may come in by."""

from django import template
from django.conf import settings

from portal.federation import IdentityProvider

register = template.Library()


@register.simple_tag
def identity_providers() -> list[IdentityProvider]:
    """`{% identity_providers as providers %}`: those that are set up, in the order that they are named."""
    return list(settings.IDENTITY_PROVIDERS.values())
