"""How much a substitute works this week, month and year, beside her caps and her wish: for her planners to read."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from booking.eligibility.hours import within
from booking.eligibility.seats import HOUR
from booking.eligibility.shifts import Booked, booked, over
from booking.models.policy import step_by_step
from booking.period import Period
from booking.rules import Terms
from booking.weeks import Month, Week, local_day, span_of
from people.models import Agreement, Substitute

NONE = timedelta()


@dataclass(frozen=True, slots=True)
class Caps:
    """The lowest of what her agreements allow; no month's cap if none of them has one."""

    week: timedelta
    month: timedelta | None


@dataclass(frozen=True, slots=True)
class Workload:
    """Hours of work, worked and booked together, without breaks; a month and a year have the shifts that begin there.

    They are of all that she has in the municipality, as the law counts them, and name no place.
    """

    week: timedelta
    month: timedelta
    year: timedelta
    caps: Caps
    wish: timedelta | None

    @property
    def week_is_over(self) -> bool:
        """Whether the week is longer than it may be."""
        return self.week > self.caps.week

    @property
    def month_is_over(self) -> bool:
        """The same of the month."""
        return self.caps.month is not None and self.month > self.caps.month


def of(substitute: Substitute, agreements: Collection[Agreement], *, now: datetime) -> Workload:
    """One query. `agreements` are those that the reader may see, read with their policies: see `caps_of`."""
    today = local_day(now)
    week, month = Week.of(today).span, Month.of(today).span
    year = span_of(date(today.year, 1, 1), date(today.year, 12, 31))
    span = Period(min(week.starts, year.starts), max(week.ends, year.ends))
    shifts = [row for _key, row in booked(over(span).filter(no_show=False), [substitute.pk])]
    wish = substitute.wished_weekly_hours
    return Workload(
        week=sum((within(row, week) for row in shifts), NONE),
        month=_begun_in(month, shifts),
        year=_begun_in(year, shifts),
        caps=caps_of([paper for paper in agreements if paper.starts <= now and (not paper.ends or now < paper.ends)]),
        wish=wish * HOUR if wish else None,
    )


def caps_of(agreements: Collection[Agreement]) -> Caps:
    """By their rule profiles, else by the policy where they count, else the law's."""
    weeks, months = [Terms().weekly_hours], list[int]()
    if profiles := [paper.rule_profile for paper in agreements]:
        weeks = [float(profile.weekly_hours) * HOUR if profile else Terms().weekly_hours for profile in profiles]
    for paper in agreements:
        own = paper.rule_profile.month_cap if paper.rule_profile else None
        cap = own if own is not None else _policy_of(paper)
        months += [cap] if cap is not None else []
    return Caps(min(weeks), min(months) * HOUR if months else None)


def _policy_of(paper: Agreement) -> int | None:
    """The month's cap where it counts; of an agreement read with the policies no query."""
    area = paper.workplace.area if paper.workplace else paper.area
    return step_by_step(getattr(area, "policy", None), getattr(paper.workplace, "policy", None)).month_cap


def _begun_in(span: Period, shifts: Collection[Booked]) -> timedelta:
    return sum((row.work for row in shifts if span.starts <= row.starts < span.ends), NONE)
