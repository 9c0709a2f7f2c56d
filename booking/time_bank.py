"""What a person has in her time bank, month by month, and what her agreement says of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from booking.models import Kind, TimeBankEntry
from people.models import Agreement, RuleProfile, Substitute

HOUR = 60  # minutes


@dataclass(frozen=True, slots=True)
class Line:
    """An entry, and what there was when it had its place by day."""

    entry: TimeBankEntry
    balance: int


@dataclass(frozen=True, slots=True)
class Month:
    """What happened in a month that began on `first`, the latest line first; in minutes."""

    first: date
    lines: Sequence[Line]

    @property
    def change(self) -> int:
        """What the month came to."""
        return sum(line.entry.minutes for line in self.lines)

    @property
    def balance(self) -> int:
        """What there was when it was over."""
        return self.lines[0].balance


@dataclass(frozen=True, slots=True)
class Statement:
    """All that ever happened, by month, the latest first."""

    months: Sequence[Month]

    def balance(self, *, on: date) -> int:
        """The minutes at the end of the day."""
        lines = (line for month in self.months for line in month.lines if line.entry.day <= on)
        return next((line.balance for line in lines), 0)

    @property
    def in_all(self) -> int:
        """The minutes with all that is written, also what is to be taken out later on."""
        return self.months[0].balance if self.months else 0


def statement(entries: QuerySet[TimeBankEntry]) -> Statement:
    """Of one person's entries, from the first of all; one query."""
    running, lines = 0, []
    for entry in entries.select_related("booking__order__workplace", "by").order_by("day", "at", "pk"):
        running += entry.minutes
        lines.append(Line(entry, running))
    months = groupby(reversed(lines), key=lambda line: line.entry.day.replace(day=1))
    return Statement([Month(first, list(those)) for first, those in months])


def balance(substitute: Substitute, *, on: date) -> int:
    """Her minutes at the end of the day; one query."""
    return TimeBankEntry.objects.of(substitute).until(on).minutes()


def in_all(substitute: Substitute) -> int:
    """Her minutes with all that is written, also what is to be taken out later on; one query."""
    return TimeBankEntry.objects.of(substitute).minutes()


def rules_of(substitute: Substitute, *, now: datetime) -> RuleProfile | None:
    """What is agreed of her time bank, by the agreement that began last; nothing of who is not paid by the month."""
    papers = Agreement.objects.by_the_month().not_over(now=now).filter(substitute=substitute)
    latest = papers.select_related("rule_profile").order_by("-starts", "pk").first()
    return (latest.rule_profile or RuleProfile()) if latest else None


def gives_time(rules: RuleProfile, kind: Kind) -> bool:
    """Whether time of the kind gives time in the bank, where nothing else was said when it was put in."""
    return {Kind.RESOURCE: rules.resource_gives_time, Kind.ACUTE_RESOURCE: rules.acute_gives_time}.get(kind, False)


def is_kept(substitute: Substitute, *, now: datetime) -> bool:
    """Whether she has a time bank: she is paid by the month, or something stands in it."""
    return rules_of(substitute, now=now) is not None or TimeBankEntry.objects.of(substitute).exists()


def of_many(substitutes: QuerySet[Substitute], *, on: date, now: datetime) -> QuerySet[Substitute]:
    """Those who have a time bank, each with `minutes` at the end of the day, and with what is agreed.

    `cap` and `debt` are minutes; `is_above` and `is_below` say whether she has more, or owes more.
    """
    papers = Agreement.objects.by_the_month().not_over(now=now).filter(substitute=OuterRef("pk"))
    latest, agreed = papers.order_by("-starts", "pk"), RuleProfile()
    entries = TimeBankEntry.objects.filter(substitute=OuterRef("pk"))
    sums = entries.until(on).order_by().values("substitute").annotate(sum=Sum("minutes")).values("sum")
    cap, debt = (Subquery(latest.values(f"rule_profile__time_bank_{name}")[:1]) for name in ("cap", "debt"))
    return substitutes.filter(Exists(papers) | Exists(entries)).annotate(
        minutes=Coalesce(Subquery(sums), 0),
        cap=Coalesce(cap, agreed.time_bank_cap) * HOUR,
        debt=Coalesce(debt, agreed.time_bank_debt) * HOUR,
        is_above=Q(minutes__gt=F("cap")),
        is_below=Q(minutes__lt=-F("debt")),
    )
