"""Who was asked for time on a day, and what has come in since."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef

from booking.models import Availability, Kind, TimeAsked
from booking.period import whole_day


@dataclass(frozen=True, slots=True)
class CameIn:
    """How many were asked, first when, and how many of them have put in time since, or have said that they cannot."""

    asked: int
    since: datetime | None
    put_in: int
    said_no: int

    @property
    def silent(self) -> int:
        """Who have said nothing yet."""
        return self.asked - self.put_in - self.said_no


def came_in(area: uuid.UUID, day: date) -> CameIn:
    """Of the day; each person once, since she was first asked. One query."""
    since = Availability.objects.filter(substitute=OuterRef("substitute"), entered_at__gte=OuterRef("asked_at"))
    since = since.touching(whole_day(day)).for_any_order()
    asked = TimeAsked.objects.filter(area=area, day=day).annotate(
        has_time=Exists(since.exclude(kind=Kind.NOT_AVAILABLE)),
        has_no_time=Exists(since.filter(kind=Kind.NOT_AVAILABLE)),
    )
    rows = asked.order_by("asked_at").values_list("substitute", "asked_at", "has_time", "has_no_time")
    people: dict[uuid.UUID, Any] = {}
    for substitute, *said in rows:
        people.setdefault(substitute, said)
    first = min((asked_at for asked_at, _time, _no in people.values()), default=None)
    put_in = sum(has_time for _at, has_time, _no in people.values())
    said_no = sum(has_no_time and not has_time for _at, has_time, has_no_time in people.values())
    return CameIn(len(people), first, put_in, said_no)
