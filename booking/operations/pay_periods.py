"""Periods of worked time that are closed, once and for all."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from booking.models import Booking, PayPeriod
from booking.operations.deciding import decision
from booking.operations.refusals import Refused
from booking.weeks import Month, local_day
from people.history import record
from people.models import User


@decision
def close(month: Month, *, by: User, at: datetime) -> PayPeriod:
    """Let nobody change what was worked in the month, but by a row that says why; twice is once.

    What nobody has approved by then is approved by such a row too.
    """
    if month.last >= local_day(at):
        raise Refused(_("Månaden är inte slut än."))
    period, is_new = PayPeriod.objects.get_or_create(
        first_day=month.first, defaults={"last_day": month.last, "closed_at": at, "closed_by": by}
    )
    if is_new:
        record(period, "payperiod.close", by=by, at=at, area_id=None, month=str(month))
    return period


def is_closed(booking: Booking) -> bool:
    """Whether what was worked on the shift has gone to payroll; one query."""
    return PayPeriod.objects.holding(local_day(booking.starts)).exists()


def still_open(booking: Booking) -> None:
    """Raise `Refused` if it is not."""
    day: date = local_day(booking.starts)
    if PayPeriod.objects.holding(day).exists():
        raise Refused(_("Löneperioden är stängd. Bemanningen kan rätta tiden."))
