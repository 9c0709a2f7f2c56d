"""What the payroll system has told of pay and employment, for the officer's form to begin with: nothing, as yet."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from people.models import Substitute


def gross(_substitute: Substitute, _first_day: date, _last_day: date) -> Mapping[date, Decimal]:
    """Pay before tax of each month in the period, by the first of the month."""
    return {}


def hourly_pay(_substitute: Substitute, _on: date) -> Decimal | None:
    """Pay by the hour on the day; none if it is not known, or she is not paid so."""
    return None
