"""Who comes, as the workplace needs to know her: whether she has been there, and that she can what was asked for."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Count

from booking.models import Booking
from people.models import Introduction

Place = tuple[uuid.UUID, uuid.UUID]
"""Who, and where: keys of a substitute and a workplace."""


@dataclass(frozen=True, slots=True)
class Comer:
    """What the workplace should know of whoever comes, besides her name."""

    is_introduced: bool = False
    times_before: int = 0
    competences: list[str] = field(default_factory=list)

    @property
    def is_new(self) -> bool:
        """Whether she finds her way there for the first time."""
        return not (self.is_introduced or self.times_before)


def of(bookings: Sequence[Booking], *, now: datetime) -> Mapping[uuid.UUID, Comer]:
    """By booking; two queries. The bookings are such as the reader may see, with their orders."""
    people = {booking.substitute_id for booking in bookings}
    places = {booking.order.workplace_id for booking in bookings}
    here = {"substitute__in": people}
    introduced: set[Place] = set(
        Introduction.objects.filter(**here, workplace__in=places).values_list("substitute", "workplace")
    )
    worked = Booking.objects.worked(now=now).filter(**here, order__workplace__in=places)
    counted = worked.values_list("substitute", "order__workplace").annotate(times=Count("pk"))
    before = {(who, where): times for who, where, times in counted}
    return {booking.pk: _comer(booking, introduced, before, now) for booking in bookings}


def _comer(booking: Booking, introduced: set[Place], before: Mapping[Place, int], now: datetime) -> Comer:
    where = (booking.substitute_id, booking.order.workplace_id)
    this_one = int(booking.ends <= now and not booking.no_show)
    return Comer(where in introduced, before.get(where, 0) - this_one, sorted(booking.terms.get("competences", {})))
