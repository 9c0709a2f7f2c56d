"""Who may take what: reads the rows, makes the cases, asks the rules. The only door to the rulebook."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from booking import rules
from booking.models import Availability, Booking, Kind, Order
from booking.period import Period
from booking.rules import Breach, Case, Channel, Commitment, Shift
from people import access
from people.models import Agreement, Substitute, SubstituteCompetence, User, Workplace

# Work two days back and ahead can share a 24-hour period with the shift.
AROUND = timedelta(hours=48)
BOOKABLE = {Channel.DIRECT: {Kind.AVAILABLE}}
ASKABLE = {Kind.AVAILABLE, Kind.ASK_ME}


@dataclass(slots=True)
class Known:
    """What the database says of one substitute over a span; rows are kept until an order asks."""

    agreements: list[Agreement] = field(default_factory=list)
    competences: list[SubstituteCompetence] = field(default_factory=list)
    bookings: list[Booking] = field(default_factory=list)
    availability: list[Availability] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Verdict:
    """One substitute against one order: every obstacle, and what her own words on her time amount to."""

    breaches: tuple[Breach, ...]

    def weighing(self, weight: rules.Weight) -> tuple[Breach, ...]:
        """The breaches of one weight."""
        return tuple(breach for breach in self.breaches if breach.weight is weight)

    @property
    def possible(self) -> bool:
        """Whether a booking can be made at all, if needed by a named role with a reason."""
        return not self.weighing(rules.Weight.HARD)

    @property
    def needs_a_reason(self) -> bool:
        """Whether it takes a named role with a reason."""
        return bool(self.weighing(rules.Weight.OVERRIDABLE))

    @property
    def books_by_itself(self) -> bool:
        """Whether a yes is enough, without anybody's reason."""
        return self.possible and not self.needs_a_reason


def of_one(order: Order, substitute: Substitute, *, channel: Channel, seen_by: User | None = None) -> Verdict:
    """One substitute against one order."""
    return of_many(order, [substitute], channel=channel, seen_by=seen_by)[substitute.pk]


def of_many(
    order: Order, substitutes: Sequence[Substitute], *, channel: Channel, seen_by: User | None = None
) -> dict[uuid.UUID, Verdict]:
    """Many substitutes against one order, by substitute; a constant number of queries.

    `seen_by` is who will read the reasons: places outside her reach are left unnamed.
    """
    known = _known([substitute.pk for substitute in substitutes], order.period)
    places = _nameable(seen_by)
    shift = _shift(order)
    return {
        substitute.pk: Verdict(rules.breaches(_case(order, shift, substitute, known[substitute.pk], channel, places)))
        for substitute in substitutes
    }


def of_orders(orders: Sequence[Order], substitute: Substitute, *, channel: Channel) -> dict[uuid.UUID, Verdict]:
    """One substitute against many orders, by order; a constant number of queries."""
    if not orders:
        return {}
    span = Period(min(order.starts for order in orders), max(order.ends for order in orders))
    known = _known([substitute.pk], span)[substitute.pk]
    return {
        order.pk: Verdict(rules.breaches(_case(order, _shift(order), substitute, known, channel, None)))
        for order in orders
    }


def evidence(order: Order, substitute: Substitute) -> tuple[Agreement, list[SubstituteCompetence]]:
    """The papers that carry a booking: the agreement in force when the shift starts, and each required competence.

    To be asked only of somebody whom the rules let through.
    """
    known = _known([substitute.pk], order.period)[substitute.pk]
    required = {competence.pk for competence in order.competences.all()}
    papers = sorted(
        (paper for paper in known.agreements if _reaches(paper, order)), key=lambda paper: (paper.starts, paper.pk)
    )
    return papers[0], [held for held in known.competences if held.competence_id in required]


def _known(keys: Sequence[uuid.UUID], span: Period) -> Mapping[uuid.UUID, Known]:
    """Everything the rules may ask of these substitutes over the span: four queries, however many they are."""
    known = {key: Known() for key in keys}
    around = span.widened(AROUND)
    for paper in Agreement.objects.touching(span).filter(substitute__in=keys):
        known[paper.substitute_id].agreements.append(paper)
    for held in SubstituteCompetence.objects.touching(span).filter(substitute__in=keys).select_related("competence"):
        known[held.substitute_id].competences.append(held)
    bookings = Booking.objects.occupying().overlapping(around).filter(substitute__in=keys)
    for booking in bookings.select_related("order__workplace"):
        known[booking.substitute_id].bookings.append(booking)
    for block in Availability.objects.touching(around).filter(substitute__in=keys):
        known[block.substitute_id].availability.append(block)
    return known


def _nameable(seen_by: User | None) -> set[uuid.UUID] | None:
    """The workplaces that the reader may see named; `None` is all of them."""
    if seen_by is None:
        return None
    return set(access.scope(seen_by, Workplace.objects.all()).values_list("pk", flat=True))


def _shift(order: Order) -> Shift:
    return Shift(
        period=order.period,
        competences={competence.pk: competence.name for competence in order.competences.all()},
        occupation=order.occupation.name,
        workplace=order.workplace.name,
    )


def _case(
    order: Order,
    shift: Shift,
    substitute: Substitute,
    known: Known,
    channel: Channel,
    places: set[uuid.UUID] | None,
) -> Case:
    usable = BOOKABLE.get(channel, ASKABLE)
    competences: dict[uuid.UUID, tuple[Period, ...]] = {}
    for held in known.competences:
        competences[held.competence_id] = (*competences.get(held.competence_id, ()), _period(held, shift.period))
    return Case(
        shift=shift,
        channel=channel,
        active=substitute.is_active and substitute.user.is_active,
        agreements=tuple(_period(paper, shift.period) for paper in known.agreements if _reaches(paper, order)),
        competences=competences,
        commitments=tuple(_commitments(known.bookings, order, places)),
        availability=_blocks(known.availability, usable),
        unavailable=_blocks(known.availability, {Kind.NOT_AVAILABLE}),
    )


def _commitments(bookings: Iterable[Booking], order: Order, places: set[uuid.UUID] | None) -> Iterable[Commitment]:
    for booking in bookings:
        workplace = booking.order.workplace
        if booking.order_id != order.pk:
            yield Commitment(booking.period, workplace.name if places is None or workplace.pk in places else "")


def _blocks(blocks: Iterable[Availability], kinds: set[Kind]) -> tuple[Period, ...]:
    return tuple(block.period for block in blocks if block.kind in kinds)


def _reaches(paper: Agreement, order: Order) -> bool:
    at_the_place = order.workplace_id == paper.workplace_id or order.workplace.area_id == paper.area_id
    return at_the_place and paper.occupation_id == order.occupation_id


def _period(paper: Agreement | SubstituteCompetence, shift: Period) -> Period:
    """The validity as a span; no end is as good as the shift's own, since nothing later is asked of it."""
    return Period(paper.starts, paper.ends or max(shift.ends, paper.starts + timedelta(seconds=1)))
