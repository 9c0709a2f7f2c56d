"""What a substitute has said of her time: how it gives way to new words, and what a booked shift needs of it."""

import uuid
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from booking.models import Availability, AvailabilityPattern, Booking, Kind, Order
from booking.period import Period, joined, shared, without
from people.models import Substitute, User, Workplace

TOUCH = timedelta(microseconds=1)
ASKED, BOOKED = 1, 2  # as what is asked about, or as what is booked without asking
CARRIES = {Kind.NOT_AVAILABLE: 0, Kind.ASK_ME: ASKED}


@dataclass(frozen=True, slots=True)
class Words:
    """What is said of a time, apart from when; `workplaces` that are `None` are all of them."""

    kind: Kind
    by_herself: bool = True
    workplaces: frozenset[uuid.UUID] | None = None
    order_id: uuid.UUID | None = None
    gives_time: bool = False
    """Whether it goes to the time bank when it is worked."""
    shift_minutes: int | None = None
    """Of acute resource time: how long the shift is that may lie anywhere within it."""

    @classmethod
    def of(cls, row: Availability) -> "Words":
        """Those of a row."""
        places = frozenset(place.pk for place in row.workplaces.all()) if row.limited else None
        return cls(Kind(row.kind), row.by_herself, places, row.order_id, row.gives_time, row.shift_minutes)

    @classmethod
    def about(
        cls,
        substitute: Substitute,
        kind: Kind,
        *,
        by: User,
        workplaces: Collection[Workplace] = (),
        order: Order | None = None,
        gives_time: bool = False,
        shift_minutes: int | None = None,
    ) -> "Words":
        """What `by` says of her time."""
        places = frozenset(place.pk for place in workplaces) or None
        key = order.pk if order else None
        return cls(kind, by.pk == substitute.user_id, places, key, gives_time, shift_minutes)

    @property
    def stand_apart(self) -> bool:
        """Whether each time is a shift of its own, so that two that meet do not become one."""
        return self.shift_minutes is not None

    def over(self, periods: Iterable[Period]) -> tuple[Period, ...]:
        """The times that they are said of: what meets is one, unless each gives a shift of its own."""
        return tuple(sorted(periods)) if self.stand_apart else joined(periods)

    def carry(self, booking: Booking) -> int:
        """What they let a booked shift be: nothing, asked about, or booked without asking."""
        if self.workplaces is not None and booking.order.workplace_id not in self.workplaces:
            return 0
        if self.order_id not in {None, booking.order_id}:
            return 0
        return CARRIES.get(self.kind, BOOKED if self.by_herself else ASKED)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The rows that were written, and the shifts that needed what was said before, which therefore stands."""

    said: list[Availability] = field(default_factory=list)
    stood: list[Booking] = field(default_factory=list)
    pattern: AvailabilityPattern | None = None


def anything(row: Availability) -> bool:
    """All of it gives way."""
    return True


class Said:
    """What she has said of a span, for orders in general or for the sake of one; to be used under her lock."""

    def __init__(
        self, substitute: Substitute, span: Period, *, at: datetime, order_id: uuid.UUID | None = None
    ) -> None:
        rows = Availability.objects.touching(span.widened(TOUCH)).filter(substitute=substitute, order=order_id)
        self._said = {row.pk: (row, Words.of(row)) for row in rows.prefetch_related("workplaces")}
        coming = Booking.objects.coming(now=at).of(substitute).overlapping(span)
        self._shifts = list(coming.with_places())
        self._stood: dict[uuid.UUID, Booking] = {}
        self.substitute = substitute

    @property
    def stood(self) -> list[Booking]:
        """The shifts that have stood in the way, soonest first."""
        return sorted(self._stood.values(), key=lambda booking: booking.starts)

    def make_room(
        self,
        period: Period,
        new: Words | None,
        *,
        what: Callable[[Availability], bool] = anything,
        even_alike: bool = False,
    ) -> tuple[Period, ...]:
        """Let what was said of the period give way to `new` (to silence if `None`), and answer with the room made.

        There is none where a row stands: one that `what` does not name, one that a week lays out and that says the
        same (but for `even_alike`), and as much of the others as a booked shift needs.
        """
        standing: list[Period] = []
        for row, words in [pair for pair in self._said.values() if pair[0].period.overlaps(period)]:
            if what(row) and (even_alike or not (row.pattern_id and words == new)):
                standing += self._give_way(row, words, period, new)
            else:
                standing.append(row.period)
        return without([period], standing)

    def write(
        self,
        periods: Iterable[Period],
        words: Words,
        *,
        by: User,
        at: datetime,
        pattern: AvailabilityPattern | None = None,
    ) -> list[Availability]:
        """Say the words over the periods."""
        rows = [
            Availability(
                substitute=self.substitute,
                kind=words.kind,
                starts=period.starts,
                ends=period.ends,
                by_herself=words.by_herself,
                gives_time=words.gives_time,
                shift_minutes=words.shift_minutes,
                limited=words.workplaces is not None,
                order_id=words.order_id,
                pattern=pattern,
                entered_by=by,
                entered_at=at,
            )
            for period in periods
        ]
        return self.keep(rows, words)

    def say(self, room: Period, words: Words, *, by: User, at: datetime) -> Availability:
        """Say the words where nothing is said, as one row with what says the same and meets it."""
        alike = [row for row, said in self._said.values() if said == words and row.pattern_id is None]
        meeting = [] if words.stand_apart else [row for row in alike if row.period.touches(room)]
        for row in meeting:
            self._forget(row)
        return self.write([span_of([room, *(row.period for row in meeting)])], words, by=by, at=at)[0]

    def keep(self, rows: list[Availability], words: Words) -> list[Availability]:
        """Write rows that say the words."""
        Availability.objects.bulk_create(rows)
        links = Availability.workplaces.through
        places = words.workplaces or ()
        links.objects.bulk_create(links(availability_id=row.pk, workplace_id=place) for row in rows for place in places)
        self._said |= {row.pk: (row, words) for row in rows}
        return rows

    @property
    def periods(self) -> list[Period]:
        """The time that something is said of."""
        return [row.period for row, _words in self._said.values()]

    def _give_way(self, row: Availability, words: Words, period: Period, new: Words | None) -> tuple[Period, ...]:
        needing = [shift for shift in self._shifts if words.carry(shift) > (new.carry(shift) if new else 0)]
        needing = [shift for shift in needing if shift.period.overlaps(row.period) and shift.period.overlaps(period)]
        self._stood |= {shift.pk: shift for shift in needing}
        stays = shared([row.period], shared([period], [shift.period for shift in needing]))
        self._cut(row, words, without([period], stays))
        return stays

    def _cut(self, row: Availability, words: Words, taken: Collection[Period]) -> None:
        first, *others = without([row.period], taken) or (None,)
        if first is None:
            self._forget(row)
            return
        row.starts, row.ends = first.starts, first.ends
        row.save(update_fields=["starts", "ends"])
        self.keep([_like(row, period) for period in others], words)

    def _forget(self, row: Availability) -> None:
        del self._said[row.pk]
        row.delete()


def _like(row: Availability, period: Period) -> Availability:
    """The same words of another time."""
    said = {column.attname: getattr(row, column.attname) for column in row._meta.concrete_fields}
    return Availability(**said | {"id": uuid.uuid4(), "starts": period.starts, "ends": period.ends})


def span_of(periods: Iterable[Period]) -> Period:
    """From the first moment to the last."""
    whole = joined(periods)
    return Period(whole[0].starts, whole[-1].ends)
