"""What kind of time of hers a shift would lie in: what she has said, or what she is paid for by the month."""

import uuid
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from booking.eligibility.reading import among
from booking.models import Availability, Kind, Order
from booking.period import Period, covered


@dataclass(frozen=True, slots=True)
class Said:
    """One span of hers, and where it counts (`None` is everywhere)."""

    kind: Kind
    period: Period
    by_herself: bool
    order: uuid.UUID | None
    places: Collection[uuid.UUID] | None

    def counts_for(self, order: Order) -> bool:
        """Whether it is for that order, and that workplace."""
        return self.order in {None, order.pk} and (self.places is None or order.workplace_id in self.places)


class Times:
    """What substitutes have said of a span of time, by substitute; two queries."""

    def __init__(self, keys: Collection[uuid.UUID], span: Period) -> None:
        rows = Availability.objects.filter(among("substitute", keys)).touching(span) if keys else ()
        limited = [row.pk for row in rows if row.limited]
        places = _places(limited)
        self._said: defaultdict[uuid.UUID, list[Said]] = defaultdict(list)
        for row in rows:
            where = places[row.pk] if row.limited else None
            said = Said(Kind(row.kind), row.period, row.by_herself, row.order_id, where)
            self._said[row.substitute_id].append(said)

    def hold(self, order: Order, who: uuid.UUID, kinds: Collection[Kind]) -> bool:
        """Whether time of hers of these kinds, put together, holds the order."""
        hers: Sequence[Said] = self._said.get(who, ())
        return covered(order.period, [each.period for each in hers if each.kind in kinds and each.counts_for(order)])


def _places(limited: Collection[uuid.UUID]) -> Mapping[uuid.UUID, Collection[uuid.UUID]]:
    found: defaultdict[uuid.UUID, set[uuid.UUID]] = defaultdict(set)
    if limited:
        links = Availability.workplaces.through.objects.filter(among("availability", limited))
        for row, place in links.values_list("availability", "workplace"):
            found[row].add(place)
    return found
