"""What payroll has said of a person, by the month and by the day. Each answer is one question to the database."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from payroll.models import EmploymentFacts, MonthlyPay
from people.models import Substitute

SUMS = (
    "holiday_pay", "overtime_pay", "additional_pay", "ob_pay", "on_call_pay", "sick_pay",
    "overtime_hours", "additional_hours", "absence_hours",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pay:
    """A month, in kronor before tax and in hours, of all her employments. None is that payroll did not say.

    With several employments `hourly_pay` is said only if it is the same in all that have one.
    """

    month: date
    gross: Decimal
    hourly_pay: Decimal | None = None
    holiday_pay: Decimal | None = None
    overtime_pay: Decimal | None = None
    additional_pay: Decimal | None = None
    ob_pay: Decimal | None = None
    on_call_pay: Decimal | None = None
    sick_pay: Decimal | None = None
    overtime_hours: Decimal | None = None
    additional_hours: Decimal | None = None
    absence_hours: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Employment:
    """Her employment by the payroll system's own words; `until` is its last day, none if it goes on."""

    reference: str
    form: str
    title: str
    since: date
    until: date | None
    hourly_pay: Decimal | None
    percent: Decimal | None
    end_reason: str


def pay(substitute: Substitute, first_day: date, last_day: date) -> Mapping[date, Pay]:
    """What is known of each month of which some day lies between the two, by its first day, the earliest first."""
    rows = MonthlyPay.objects.filter(substitute=substitute, month__range=(first_day.replace(day=1), last_day))
    found: dict[date, Pay] = {}
    rates: dict[date, set[Decimal]] = {}
    for row in rows.order_by("month", "reference"):
        if row.hourly_pay is not None:
            rates.setdefault(row.month, set()).add(row.hourly_pay)
        found[row.month] = _added(found.get(row.month), row)
    return {
        month: replace(each, hourly_pay=min(rates[month]) if len(rates.get(month, ())) == 1 else None)
        for month, each in found.items()
    }


def gross(substitute: Substitute, first_day: date, last_day: date) -> Mapping[date, Decimal]:
    """The same, the pay before tax alone."""
    return {month: each.gross for month, each in pay(substitute, first_day, last_day).items()}


def employment(substitute: Substitute, on: date) -> Employment | None:
    """The employment that goes on that day, else the latest that had begun by then: it may be over (`until`)."""
    row = EmploymentFacts.objects.filter(substitute=substitute).begun_by(on).first()
    if row is None:
        return None
    return Employment(
        row.reference, row.form, row.title, row.since, row.until, row.hourly_pay, row.percent, row.end_reason
    )


def _added(known: Pay | None, row: MonthlyPay) -> Pay:
    if known is None:
        return Pay(row.month, row.gross, **{name: getattr(row, name) for name in SUMS})
    sums: dict[str, Any] = {name: _sum(getattr(known, name), getattr(row, name)) for name in SUMS}
    return replace(known, gross=known.gross + row.gross, **sums)


def _sum(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return one if other is None else other if one is None else one + other
