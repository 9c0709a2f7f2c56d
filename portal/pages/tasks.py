"""What the queue does for the pages by the clock."""

from django.utils import timezone

from portal.pages import changes
from portal.pages.care import checking, reminding
from portal.pages.feedback import operations


def remind() -> None:
    """Of pages to read again."""
    reminding.remind(at=timezone.now())


def check_links() -> None:
    """Some of the links out of the portal, if that is switched on."""
    checking.check(at=timezone.now())


def forget() -> None:
    """Every day: what readers wrote long ago, and which changes there were."""
    now = timezone.now()
    operations.forget(at=now)
    changes.forget(at=now)
