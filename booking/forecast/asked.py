"""Who was asked for time on a day, and what has come in since."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, Min, OuterRef

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
    """Of the day; each person once, though she may have been asked twice. One query."""
    since = Availability.objects.filter(substitute=OuterRef("substitute"), entered_at__gte=OuterRef("first"))
    since = since.touching(whole_day(day)).for_any_order()
    people = TimeAsked.objects.filter(area=area, day=day).order_by().values("substitute")
    asked = people.annotate(first=Min("asked_at")).annotate(
        has_time=Exists(since.exclude(kind=Kind.NOT_AVAILABLE)),
        has_no_time=Exists(since.filter(kind=Kind.NOT_AVAILABLE)),
    )
    rows = list(asked.values_list("first", "has_time", "has_no_time"))
    put_in = sum(has_time for _first, has_time, _no in rows)
    said_no = sum(no and not has_time for _first, has_time, no in rows)
    return CameIn(len(rows), min((first for first, _time, _no in rows), default=None), put_in, said_no)
