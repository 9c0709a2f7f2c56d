"""Where a sign-in by an identity provider begins."""

from django.urls import reverse
from django.utils.http import urlencode


def beginning(provider_id: str, **query: str) -> str:
    """The address; `next` is where she goes on to."""
    address = reverse("federated_sign_in", args=[provider_id])
    return f"{address}?{urlencode(query)}" if query else address
