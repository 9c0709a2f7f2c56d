"""What the queue does for the pages by the clock."""

from django.utils import timezone

from portal.pages import changes
from portal.pages.feedback import operations


def forget() -> None:
    """Every day: what readers wrote long ago, and which changes there were."""
    now = timezone.now()
    operations.forget(at=now)
    changes.forget(at=now)
