"""Files and registers that were read, and wait to be looked at and carried out."""

from datetime import datetime, timedelta
from typing import ClassVar, Self, TypeVar

from django.db import models
from django.db.models import Q

Row = TypeVar("Row", bound=models.Model, covariant=True)


class ReadingSet(models.QuerySet[Row]):
    """Questions to the readings. What was read is people, so it goes after a while, whatever came of it."""

    kept_for: ClassVar[timedelta]

    def open(self, *, now: datetime) -> Self:
        """Those that still hold what was read."""
        return self.filter(read_at__gt=now - self.kept_for).exclude(rows=[])

    def under_way(self) -> Self:
        """Those that are being carried out."""
        return self.filter(applied_at=None, ordered_at__isnull=False)

    def forgotten(self, *, now: datetime) -> Self:
        """Those that hold it for too long."""
        over = Q(ordered_at=None) | Q(applied_at__isnull=False)
        return self.filter(over, read_at__lte=now - self.kept_for).exclude(rows=[])
