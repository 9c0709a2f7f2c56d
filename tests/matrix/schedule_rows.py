"""What the matrix has of what goes between the schedule and the portal."""

import uuid
from uuid import UUID

from scheduling.models import BookedFile, Delivery
from scheduling.operations import booked_files, files
from tests.cast import NOW, Town
from tests.factories.scheduling import WorkplaceCodeFactory, booked, monthly, row, table


def keys_of(town: Town, name: str) -> dict[str, UUID]:
    """By the kinds that routes.txt names."""
    number = f"S-{name}"
    her = monthly(town, number, user__last_name=f"{name}sson")
    booked(town, her, "2026-05-11 07:00", "2026-05-11 16:00")
    waiting = files.read("schema.csv", table(row(number=number)), by=town.planner, at=NOW)
    told = {"area": town.area, "since": NOW, "command": uuid.uuid4(), "by": town.planner, "at": NOW}
    made = booked_files.make(BookedFile.Form.CSV, **told)
    return {
        "schedulefile": waiting.pk,
        "bookedfile": made.pk,
        "delivery": Delivery.objects.get(booking__substitute=her).pk,
        "workplacecode": WorkplaceCodeFactory(workplace=town.workplace, code=f"K{len(name)}").pk,
    }
