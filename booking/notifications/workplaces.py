"""What is told of a workplace that she has asked for: to her, and to the planner who let her be introduced."""

from datetime import datetime

from django.urls import reverse

from booking.models import WorkplaceRequest
from booking.notifications import shortening
from booking.notifications.telling import tell
from people.models import User


def workplace_active(request: WorkplaceRequest, *, at: datetime, due_at: datetime | None = None) -> None:
    """She can work there from now on."""
    _tell_her("workplace.active", request, at=at, due_at=due_at)


def workplace_declined(request: WorkplaceRequest, *, at: datetime, due_at: datetime | None = None) -> None:
    """No, and why."""
    _tell_her("workplace.declined", request, at=at, due_at=due_at, reason=shortening.reason(request.reason))


def workplace_introduced(request: WorkplaceRequest, *, to: User, at: datetime, due_at: datetime | None = None) -> None:
    """She has been introduced, and can be booked there like others."""
    tell(
        "workplace.introduced",
        request,
        to=to,
        at=at,
        due_at=due_at,
        path=reverse("workplace_request:inspect", args=[request.pk]),
        version=f"{at.timestamp():.0f}",
        facts=lambda: {"who": str(request.substitute), "place": request.workplace.name},
    )


def _tell_her(
    kind: str, request: WorkplaceRequest, *, at: datetime, due_at: datetime | None, reason: tuple[str, ...] = ("",)
) -> None:
    tell(
        kind,
        request,
        to=request.substitute.user,
        at=at,
        due_at=due_at,
        path=reverse("booking:workplaces"),
        version=f"{at.timestamp():.0f}",
        facts=lambda: {"place": request.workplace.name, "reason": reason},
    )
