"""On a planner's first page: what must be seen to before the month that has ended is closed."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.forms import Media
from wagtail.admin.ui.components import Component

from booking.forms.worked_narrowing import in_words
from booking.models import Booking, PayPeriod
from booking.weeks import Month, local_day
from booking.worked import months
from booking.worked.months import Numbers
from people import access
from people.models import User


class BeforeClosing(Component):
    """How many shifts of last month wait, and how many are disputed."""

    name = "before_closing"
    template_name = "booking/desk/worked/before_closing.html"
    order = 5
    media = Media()

    def __init__(self, month: Month, numbers: Numbers) -> None:
        self.month, self.numbers = month, numbers

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """The month, and how many of each."""
        return {"month": self.month, "name": in_words(self.month), "numbers": self.numbers}


def before_closing(user: User, *, now: datetime) -> BeforeClosing | None:
    """From the first of the month until the one before it is closed; nothing where nothing of hers waits."""
    month = Month.of(local_day(now)).before
    if PayPeriod.objects.holding(month.first).exists():
        return None
    hers = access.scope(user, Booking.objects.all(), "attest")
    numbers = months.of_months(hers, month, month, now=now).get(month, Numbers())
    return BeforeClosing(month, numbers) if numbers.not_ready else None
