"""Somebody who is paid by the month, and what she has worked on resource time."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from booking.models import Booking, Kind
from booking.operations import attendance, availability, bookings
from booking.period import Period
from people.models import RuleProfile, Substitute
from tests.cast import Town, at

A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Banked:
    """A town, and Maja there, who is paid by the month."""

    town: Town
    maja: Substitute

    def rules(self, **terms: Any) -> RuleProfile:
        """What is agreed of her time bank from now on."""
        profile = RuleProfile.objects.create(name="Månadsavlönade", **terms)
        self.maja.agreements.update(rule_profile=profile)
        return profile

    def lay(self, starts: str, ends: str, *, gives_time: bool = True, kind: Kind = Kind.ACUTE_RESOURCE) -> None:
        """Resource time, put in by herself."""
        period = Period(at(starts), at(ends))
        availability.put_in(
            self.maja, [period], kind=kind, by=self.maja.user, at=period.starts - A_DAY, gives_time=gives_time
        )

    def shift(self, starts: str, ends: str, *, break_minutes: int = 0) -> Booking:
        """A shift that a planner gives her."""
        order = self.town.order(starts, ends, break_minutes=break_minutes)
        return bookings.book(order, self.maja, by=self.town.planner, at=order.starts - A_DAY, reason="Behövs")

    def worked(self, starts: str, ends: str, *, break_minutes: int = 0) -> Booking:
        """A shift on resource time that gives time, worked and approved as it ends."""
        self.lay(starts, ends)
        booking = self.shift(starts, ends, break_minutes=break_minutes)
        return attendance.attest(booking, by=self.town.manager, at=booking.ends)


def paid_by_the_month(town: Town, name: str = "Maja") -> Banked:
    """Her, in the town."""
    maja = town.substitute(user__first_name=name)
    maja.agreements.update(pay_form="monthly")
    return Banked(town, maja)
