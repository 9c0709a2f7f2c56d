"""What the demo's modules share: everything they have made, by its name, and what "today" is."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from booking.models import OrderReason
from booking.period import STOCKHOLM, Period, local, local_span
from people.models import Area, Competence, Occupation, Substitute, User, Workplace

SATURDAY = 5
DAY, EVENING, NIGHT = "07:00-16:00", "14:00-21:30", "21:00-07:00"


@dataclass(slots=True)
class World:
    """The demo municipality as far as it has been built."""

    now: datetime
    areas: dict[str, Area] = field(default_factory=dict)
    workplaces: dict[str, Workplace] = field(default_factory=dict)
    occupations: dict[str, Occupation] = field(default_factory=dict)
    competences: dict[str, Competence] = field(default_factory=dict)
    reasons: dict[str, OrderReason] = field(default_factory=dict)
    users: dict[str, User] = field(default_factory=dict)
    substitutes: dict[str, Substitute] = field(default_factory=dict)
    in_charge: dict[str, User] = field(default_factory=dict)  # by area or workplace: who orders there

    @property
    def today(self) -> date:
        """Today's date in Stockholm."""
        return self.now.astimezone(STOCKHOLM).date()

    def day(self, offset: int) -> date:
        """So many days from today."""
        return self.today + timedelta(days=offset)

    def workday(self, number: int) -> date:
        """The first, second … coming Monday to Friday."""
        days = (self.day(offset) for offset in range(1, 2 * number + 3))
        return [day for day in days if day.weekday() < SATURDAY][number - 1]

    def midnight(self, offset: int) -> datetime:
        """When that day begins."""
        return local(self.day(offset), time())

    def ago(self, **lengths: float) -> datetime:
        """`ago(days=2, hours=1)`: that long before now."""
        return self.now - timedelta(**lengths)

    def half_hour(self, hours: int) -> datetime:
        """So many hours from now, at the half hour."""
        later = self.now + timedelta(hours=hours)
        return later.replace(minute=later.minute // 30 * 30, second=0, microsecond=0)

    def next_shift(self) -> tuple[date, str]:
        """The day and hours of the first shift that begins in two hours or more."""
        coming = ((self.day(offset), hours) for offset in (0, 1) for hours in (DAY, EVENING, NIGHT))
        return next((day, hours) for day, hours in coming if span(day, hours).starts >= self.now + timedelta(hours=2))

    def planner_of(self, workplace: Workplace) -> User:
        """Who books there."""
        return self.in_charge[workplace.area.name]

    def orderer_of(self, workplace: Workplace) -> User:
        """Who orders there: its own manager, or the planner where none has an account."""
        return self.in_charge.get(workplace.name) or self.planner_of(workplace)


def span(day: date, hours: str) -> Period:
    """`span(day, "21:00-07:00")`. Every shift of the demo begins and ends well away from where the clock changes."""
    starts, ends = (time.fromisoformat(part) for part in hours.split("-"))
    return local_span(day, starts, ends)
