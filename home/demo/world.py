"""The places, papers and people of the demo, made from the tables; later modules find them here by name."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.utils.timezone import localtime

from booking.models import OrderReason
from booking.period import STOCKHOLM, Period, local, local_span
from people.models import Area, Competence, Occupation, Substitute, User, Workplace


@dataclass
class World:
    """Everything by its name, and what "today" is."""

    now: datetime
    areas: dict[str, Area] = field(default_factory=dict)
    workplaces: dict[str, Workplace] = field(default_factory=dict)
    occupations: dict[str, Occupation] = field(default_factory=dict)
    competences: dict[str, Competence] = field(default_factory=dict)
    reasons: dict[str, OrderReason] = field(default_factory=dict)
    users: dict[str, User] = field(default_factory=dict)
    substitutes: dict[str, Substitute] = field(default_factory=dict)

    @property
    def today(self) -> date:
        """Today's date in Stockholm."""
        return localtime(self.now, STOCKHOLM).date()

    def day(self, offset: int) -> date:
        """So many days from today."""
        return self.today + timedelta(days=offset)

    def workday(self, number: int) -> date:
        """The first, second … coming Monday to Friday."""
        days = (self.day(offset) for offset in range(1, 3 * number + 3))
        return [day for day in days if day.weekday() < 5][number - 1]  # noqa: PLR2004 (Saturday)

    def midnight(self, offset: int) -> datetime:
        """When that day begins."""
        return local(self.day(offset), time())

    def ago(self, **lengths: float) -> datetime:
        """`ago(days=2, hours=1)`: that long before now."""
        return self.now - timedelta(**lengths)

    def put_in_charge_of(self, workplace: Workplace) -> User:
        """Who orders for the workplace: its manager, or the planner of its area."""
        holder = User.objects.filter(role_assignments__workplace=workplace)
        return (holder | User.objects.filter(role_assignments__area=workplace.area_id)).distinct().order_by(
            "-role_assignments__workplace", "pk"
        )[0]


def span(day: date, hours: str) -> Period:
    """`span(day, "21:00-07:00")`; every shift of the demo keeps away from the hour that the clock changes."""
    starts, ends = (time.fromisoformat(part) for part in hours.split("-"))
    return local_span(day, starts, ends)
