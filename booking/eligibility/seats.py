"""What each order asks of whoever takes it, read once for all of them."""

import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from functools import cached_property

from django.db.models import prefetch_related_objects

from booking.models import Order, Policy
from booking.offering import OfferTerms
from booking.period import Period
from booking.rules import AHEAD, Shift, Terms
from booking.rules.hours import weeks_of, worked_in
from booking.weeks import Month, Week, local_day
from people.models import Competence

HOUR = timedelta(hours=1)

Profile = tuple[Decimal, int | None, int | None, bool]
"""A rule profile: hours a week, cap a month, days in a row, whether a breach may be passed."""

Spans = tuple[Period, Period, Period]
"""In what hours are counted: a month, the one after it, and the weeks of the average."""


@dataclass(frozen=True)
class Seat:
    """One order: the shift, where it is, and what serves for what it requires."""

    order: uuid.UUID
    shift: Shift
    workplace: uuid.UUID
    area: uuid.UUID
    occupation: uuid.UUID
    records_check: str  # the kind that is demanded, if any
    serves: Mapping[uuid.UUID, Sequence[uuid.UUID]]  # a competence, and the required ones that it is good for
    offer: OfferTerms
    legal_kind: str

    @property
    def served_by(self) -> Mapping[uuid.UUID, Sequence[uuid.UUID]]:
        """Each required competence, and those that are good for it."""
        return {
            required: [one for one, lower in self.serves.items() if required in lower]
            for required in self.shift.competences
        }

    @cached_property
    def papers_span(self) -> Period:
        """How far her papers and her words are known: from the shift to as far as a later start is looked for."""
        return Period(self.shift.period.starts, self.shift.period.ends + AHEAD)

    @cached_property
    def around(self) -> Period:
        """The time in which work can matter to the shift, or to a later start of it."""
        return self.shift.period.widened(AHEAD)

    @cached_property
    def week(self) -> Week:
        """The one in which the shift starts."""
        return Week.of(local_day(self.shift.period.starts))

    @cached_property
    def month(self) -> Period:
        """The calendar month in which the shift starts."""
        return Month.of(local_day(self.shift.period.starts)).span

    @cached_property
    def next_month(self) -> Period:
        """The one after it."""
        return Month.of(local_day(self.shift.period.starts)).after.span

    @cached_property
    def average_weeks(self) -> Period:
        """The weeks over which the average is taken; the last of them is the shift's own."""
        first = self.week.later(1 - Terms().average_weeks)
        return Period(first.span.starts, self.week.span.ends)

    @property
    def counted_spans(self) -> Spans:
        """In what hours are counted for it."""
        return self.month, self.next_month, self.average_weeks

    @cached_property
    def weeks(self) -> Sequence[tuple[Period, timedelta]]:
        """The weeks that the shift is in, each with the hours of it that fall there."""
        period, pause = self.shift.period, self.shift.pause
        return [(week.span, worked_in(period, pause, week.span)) for week in weeks_of(period)]

    @cached_property
    def worked_span(self) -> Period:
        """The time in which her work is counted."""
        ends = max(self.around.ends, self.next_month.ends)
        return Period(min(self.around.starts, self.average_weeks.starts), ends)

    def terms(self, profile: Profile | None) -> Terms:
        """The numbers that hold: of her agreement's rule profile, else of the policy, else the law's."""
        if profile is None:
            return Terms(month_cap=_hours(self.offer.month_cap), days_in_row=self.offer.days_in_row)
        weekly_hours, month_cap, days_in_row, overridable = profile
        return Terms(
            weekly_hours=float(weekly_hours) * HOUR,
            month_cap=_hours(self.offer.month_cap if month_cap is None else month_cap),
            days_in_row=self.offer.days_in_row if days_in_row is None else days_in_row,
            overridable=overridable,
        )


def _hours(number: int | None) -> timedelta | None:
    return None if number is None else number * HOUR


def seats(orders: Sequence[Order]) -> list[Seat]:
    """A seat for each order, in their order; a constant number of queries."""
    prefetch_related_objects(orders, "workplace", "occupation", "reason", "competences")
    required = {competence.pk for order in orders for competence in order.competences.all()}
    higher = _higher(required)
    offers = Policy.objects.in_force_at({order.workplace_id: order.workplace for order in orders}.values())
    return [_seat(order, higher, offers[order.workplace_id]) for order in orders]


def _higher(required: set[uuid.UUID]) -> Mapping[uuid.UUID, Sequence[uuid.UUID]]:
    """For each required competence, those that stand for it besides itself."""
    higher: defaultdict[uuid.UUID, list[uuid.UUID]] = defaultdict(list)
    if required:
        standing = Competence.stands_for.through.objects.filter(to_competence__in=required)
        for lower, one in standing.values_list("to_competence", "from_competence"):
            higher[lower].append(one)
    return higher


def _seat(order: Order, higher: Mapping[uuid.UUID, Sequence[uuid.UUID]], offer: OfferTerms) -> Seat:
    required = {competence.pk: competence.name for competence in order.competences.all()}
    serves: defaultdict[uuid.UUID, list[uuid.UUID]] = defaultdict(list)
    for lower in required:
        for one in (lower, *higher.get(lower, ())):
            serves[one].append(lower)
    return Seat(
        order=order.pk,
        shift=_shift(order, required),
        workplace=order.workplace_id,
        area=order.workplace.area_id,
        occupation=order.occupation_id,
        records_check=order.workplace.records_check,
        serves=dict(serves),
        offer=offer,
        legal_kind=order.reason.legal_kind,
    )


def _shift(order: Order, required: Mapping[uuid.UUID, str]) -> Shift:
    return Shift(
        period=order.period,
        pause=timedelta(minutes=order.break_minutes),
        competences=required,
        occupation=order.occupation.name,
        workplace=order.workplace.name,
        needs_introduction=order.workplace.needs_introduction,
        introduces=order.reason.introduces,
        records_check=str(order.workplace.get_records_check_display()),
    )
