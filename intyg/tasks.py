"""What the queue does by the clock."""

from django.utils import timezone

from intyg.operations import reminding


def remind() -> None:
    """Those who have a certificate to fetch."""
    reminding.of_unfetched(at=timezone.now())
