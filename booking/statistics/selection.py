"""Which shifts the figures are of: those of the areas that somebody follows up, narrowed as she likes."""

import hashlib
import uuid
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Q, QuerySet

from booking.statistics.stretch import Stretch
from people.access import by_role
from people.models import Area, User

AREAS = by_role(area=["pk"])
FOLLOWS_UP = frozenset({"order.follow_up"})


def areas(user: User) -> QuerySet[Area]:
    """Those whose figures she reads."""
    reached = AREAS(user, FOLLOWS_UP) if user.is_active else Q()
    return Area.objects.filter(reached) if reached else Area.objects.none()


@dataclass(frozen=True, slots=True)
class Selection:
    """What was chosen; nothing chosen is all. Shifts that have not begun at `now` are not counted."""

    stretch: Stretch
    areas: Collection[uuid.UUID]
    now: datetime
    workplace: uuid.UUID | None = None
    occupation: uuid.UUID | None = None
    reason: uuid.UUID | None = None

    def of(self, *, to: str = "") -> Q:
        """The condition that the order, found by way of the relation `to` (`order__`), is one of the chosen."""
        span = self.stretch.span
        wanted: dict[str, object] = {
            "starts__gte": span.starts,
            "starts__lt": min(span.ends, self.now),
            "workplace__area__in": self.areas,
        }
        chosen = {"workplace": self.workplace, "occupation": self.occupation, "reason": self.reason}
        wanted |= {name: key for name, key in chosen.items() if key}
        return Q(**{f"{to}{name}": value for name, value in wanted.items()})

    @property
    def before(self) -> "Selection":
        """The same of the days that they are compared with."""
        return replace(self, stretch=self.stretch.before)

    @property
    def is_over(self) -> bool:
        """Whether the days have passed: little can change in what is known of them."""
        return self.stretch.span.ends <= self.now

    @property
    def key(self) -> str:
        """The same for the same choice, whenever it is made."""
        chosen = (self.stretch, sorted(map(str, self.areas)), self.workplace, self.occupation, self.reason)
        return hashlib.sha256(repr(chosen).encode()).hexdigest()

    @property
    def of_all_in_the_areas(self) -> "Selection":
        """The same without what narrows it to fewer people: figures of people are of whole areas alone."""
        return replace(self, workplace=None, occupation=None, reason=None)
