"""The pages that the law asks for, and the paydays."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import Any

from wagtail.models import Page

from booking.calendar_days import red_days
from booking.offering import is_red
from booking.period import local
from home.demo.texts import law
from portal.pages.models import AccessibilityStatementPage, Payday, PaydayPage, PrivacyPage

A_DAY = timedelta(days=1)
SATURDAY = 5
HAND_IN, PAID = 3, 27  # of the month after
NOON = time(12)
ASSESSED, OPENED, MENDED = timedelta(days=30), timedelta(days=400), timedelta(days=150)


def pages(*, today: date) -> Iterator[tuple[type[Page], dict[str, Any]]]:
    """Each with its type and its fields."""
    yield PaydayPage, law.PAYDAYS
    accessibility = {"assessed_on": today - ASSESSED, "launched_on": today - OPENED}
    lacking = [("deficiency", row | {"mended_by": today + MENDED}) for row in law.LACKING]
    yield AccessibilityStatementPage, law.ACCESSIBILITY | accessibility | {"deficiencies": lacking}
    purposes = [("purpose", dict(zip(("purpose", "what", "ground"), row, strict=True))) for row in law.PURPOSES]
    plan = [("row", {"what": what, "how_long": how_long}) for what, how_long in law.PLAN]
    yield PrivacyPage, law.PRIVACY | {"purposes": purposes, "plan": plan}


def paydays(*, today: date) -> None:
    """For each month whose hours are paid this year, and the last that are paid in the next."""
    for number in range(13):
        month = date(today.year - 1, 12, 1) if not number else date(today.year, number, 1)
        after = (month + 31 * A_DAY).replace(day=1)
        handed_in = local(bank_day(after.replace(day=HAND_IN)), NOON)
        values = {"hand_in_by": handed_in, "payday": bank_day(after.replace(day=PAID))}
        Payday.objects.get_or_create(month=month, defaults=values)


def bank_day(day: date) -> date:
    """The day, or the last one before it that is neither a Saturday nor red."""
    while day.weekday() == SATURDAY or is_red(day, red_days(day.year)):
        day -= A_DAY
    return day
