"""What the payroll system has told of pay, by the names that the officer's forms keep it under."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from intyg.details import gross_name, of_month
from payroll import facts
from payroll.facts import Pay
from people.models import Substitute

ADDITIONS = ("ob_pay", "on_call_pay", "overtime_pay", "additional_pay")
"""What is paid beside the hours, in one sum: the a-kassa asks for no more."""


def gross(substitute: Substitute, first_day: date, last_day: date) -> dict[str, Decimal]:
    """Pay before tax of each month that payroll knows of."""
    known = facts.gross(substitute, first_day, last_day)
    return {gross_name(month): amount for month, amount in known.items()}


def of_months(substitute: Substitute, first_day: date, last_day: date) -> dict[str, Decimal]:
    """The same, with the hours and the sums that the older rules ask of each month, as far as they are known."""
    known = facts.pay(substitute, first_day, last_day)
    told = ((of_month(what, month), amount) for month, pay in known.items() for what, amount in _told(pay))
    return {name: amount for name, amount in told if amount is not None}


def hourly_pay(substitute: Substitute, on: date) -> dict[str, Decimal]:
    """Pay by the hour on the day: of its month, else of the employment that goes on then."""
    month = facts.pay(substitute, on.replace(day=1), on).get(on.replace(day=1))
    employment = facts.employment(substitute, on)
    known = (month and month.hourly_pay) or (employment and employment.hourly_pay)
    return {"hourly_pay": known} if known else {}


def holiday_pay(substitute: Substitute, on: date) -> dict[str, Decimal]:
    """Holiday pay of the month that the day is in."""
    month = facts.pay(substitute, on.replace(day=1), on).get(on.replace(day=1))
    return {"holiday_pay": month.holiday_pay} if month and month.holiday_pay is not None else {}


def _told(pay: Pay) -> Iterator[tuple[str, Decimal | None]]:
    additions = [amount for name in ADDITIONS if (amount := getattr(pay, name)) is not None]
    yield "gross", pay.gross
    yield "absence", pay.absence_hours
    yield "additional", pay.additional_hours
    yield "overtime", pay.overtime_hours
    yield "sick_pay", pay.sick_pay
    yield "additions", sum(additions, Decimal()) if additions else None
