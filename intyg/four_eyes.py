"""Which certificates it takes two officers to make: as the municipality has set, none by default."""

from django.conf import settings

ALL = "alla"


def takes_two(kind: str) -> bool:
    """Whether one officer fills it in, and another looks it over and issues it."""
    chosen = settings.CERTIFICATE_FOUR_EYES
    return kind in chosen or ALL in chosen
