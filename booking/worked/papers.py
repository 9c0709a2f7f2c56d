"""Which agreement a day's work was done by: the booking's own, or the one that goes on where that ends at midnight."""

import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

from booking.models import Booking
from booking.period import whole_day
from booking.worked.pieces import FULL_WEEK, Paper
from booking.worked.shifts import WorkedShift
from people.models import Agreement


@dataclass(frozen=True, slots=True)
class Papers:
    """The agreements of each person, in the order that they began."""

    of: Mapping[uuid.UUID, Sequence[Agreement]]

    @classmethod
    def behind(cls, bookings: QuerySet[Booking]) -> "Papers":
        """Those of everybody who has one of the bookings; one query."""
        people = bookings.order_by().values("substitute")
        of: defaultdict[uuid.UUID, list[Agreement]] = defaultdict(list)
        for row in Agreement.objects.filter(substitute__in=people).select_related("rule_profile").order_by("starts"):
            of[row.substitute_id].append(row)
        return cls(of)

    def on(self, shift: WorkedShift, day: date) -> Paper:
        """The one that the shift's work on that day was done by."""
        hers = self.of[shift.substitute]
        own = next(one for one in hers if one.pk == shift.agreement)
        if _holds(own, day):
            return _paper(own)
        return _paper(next((one for one in hers if _goes_on(one, own, shift) and _holds(one, day)), own))


def _holds(agreement: Agreement, day: date) -> bool:
    whole = whole_day(day)
    return agreement.starts < whole.ends and (agreement.ends is None or agreement.ends > whole.starts)


def _goes_on(agreement: Agreement, own: Agreement, shift: WorkedShift) -> bool:
    there = agreement.workplace_id == shift.workplace or agreement.area_id == shift.area
    return there and agreement.occupation_id == own.occupation_id


def _paper(agreement: Agreement) -> Paper:
    profile = agreement.rule_profile
    week = timedelta(hours=float(profile.weekly_hours)) if profile else FULL_WEEK
    return Paper(agreement.pk, agreement.pay_form, week)
