"""What the queue does by the clock for payroll."""

from django.utils import timezone

from payroll.importing import carrying_out


def forget() -> None:
    """Let go of files that were read and never carried out."""
    carrying_out.forget(at=timezone.now())
