"""What is told to those who were interested."""

from datetime import datetime

from django.urls import reverse

from booking.models import Interest
from booking.notifications import words
from booking.notifications.telling import tell


def not_selected(interest: Interest, *, at: datetime, due_at: datetime | None = None) -> None:
    """Somebody else got it."""
    _tell("interest.not_selected", interest, at=at, due_at=due_at)


def interest_lapsed(interest: Interest, *, at: datetime, due_at: datetime | None = None) -> None:
    """There is no shift to get."""
    _tell("interest.lapsed", interest, at=at, due_at=due_at)


def _tell(code: str, interest: Interest, *, at: datetime, due_at: datetime | None) -> None:
    hers = interest.substitute.user
    path = reverse("booking:jobs")
    tell(code, interest, to=hers, at=at, due_at=due_at, path=path, facts=lambda: words.shift(interest.order))
