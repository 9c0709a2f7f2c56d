"""What a person has in her time bank, month by month, and what her agreement says of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from booking.models import Kind, TimeBankEntry
from people.models import Agreement, RuleProfile, Substitute


@dataclass(frozen=True, slots=True)
class Line:
    """An entry, and what she had when it was written in its place by day."""

    entry: TimeBankEntry
    balance: int


@dataclass(frozen=True, slots=True)
class Month:
    """What happened in a month that began on `first`, the oldest line first; in minutes."""

    first: date
    lines: Sequence[Line]

    @property
    def change(self) -> int:
        """What the month came to."""
        return sum(line.entry.minutes for line in self.lines)

    @property
    def balance(self) -> int:
        """What she had when it was over."""
        return self.lines[-1].balance


def balance(substitute: Substitute, *, on: date) -> int:
    """Her minutes at the end of the day; one query."""
    return TimeBankEntry.objects.of(substitute).until(on).minutes()


def in_all(substitute: Substitute) -> int:
    """Her minutes with all that is written, also what is to be taken out later on."""
    return TimeBankEntry.objects.of(substitute).minutes()


def statement(substitute: Substitute) -> list[Month]:
    """Every month in which something happened, the oldest first; one query."""
    entries = TimeBankEntry.objects.of(substitute).select_related("booking__order__workplace").by_day()
    return by_month(entries)


def by_month(entries: Iterable[TimeBankEntry]) -> list[Month]:
    """The entries, which are in order from the first of all, with what they come to."""
    running, lines = 0, []
    for entry in entries:
        running += entry.minutes
        lines.append(Line(entry, running))
    months = groupby(lines, key=lambda line: line.entry.day.replace(day=1))
    return [Month(first, list(those)) for first, those in months]


def rules_of(substitute: Substitute, *, now: datetime) -> RuleProfile | None:
    """What is agreed of her time bank, by the agreement that began last; nothing of who is not paid by the month."""
    papers = Agreement.objects.by_the_month().not_over(now=now).filter(substitute=substitute)
    latest = papers.select_related("rule_profile").order_by("-starts", "pk").first()
    return latest and (latest.rule_profile or RuleProfile())


def gives_time(rules: RuleProfile, kind: Kind) -> bool:
    """Whether time of the kind gives time in the bank, where nothing else was said when it was put in."""
    return {Kind.RESOURCE: rules.resource_gives_time, Kind.ACUTE_RESOURCE: rules.acute_gives_time}.get(kind, False)


def is_kept(substitute: Substitute, *, now: datetime) -> bool:
    """Whether she has a time bank: she is paid by the month, or there is something in it."""
    return rules_of(substitute, now=now) is not None or TimeBankEntry.objects.of(substitute).exists()
