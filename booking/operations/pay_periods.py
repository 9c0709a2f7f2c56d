"""Periods of worked time that are closed, once and for all.

What is said and approved of a month, and its closing, wait for each other: whoever says or approves holds the month
together with others, whoever closes it holds it alone. So a closed period holds what it held when it was counted.
"""

from datetime import datetime

from django.db import connection
from django.utils.translation import gettext as _

from booking.models import Booking, PayPeriod
from booking.operations.deciding import decision
from booking.operations.refusals import Refused
from booking.weeks import Month, local_day
from booking.worked import months
from people.history import record
from people.models import User

ALONE, SHARED = "SELECT pg_advisory_xact_lock(%s, %s)", "SELECT pg_advisory_xact_lock_shared(%s, %s)"
MONTHS = 4142
"""What our locks on months are known by among other locks of the database."""


@decision
def close(month: Month, *, by: User, at: datetime, seen_left: int | None = None) -> PayPeriod:
    """Let nobody change what was worked in the month, but by a row that says why; twice is once.

    What nobody has approved by then is approved by such a row too. `seen_left` is how many shifts the page said were
    not ready: more than that are not closed over unseen.
    """
    if month.last >= local_day(at):
        raise Refused(_("Månaden är inte slut än."))
    _hold(month, alone=True)
    period = PayPeriod.objects.filter(first_day=month.first).first()
    if period:
        return period
    bookings = Booking.objects.all()
    if months.going_on(bookings, month, now=at).exists():
        raise Refused(_("Ett pass som började i månaden pågår än. Stäng perioden när det är slut."))
    if seen_left is not None and months.not_ready(bookings, month, now=at) > seen_left:
        raise Refused(_("Fler pass väntar än när du öppnade sidan. Kontrollera och stäng igen."))
    period = PayPeriod.objects.create(first_day=month.first, last_day=month.last, closed_at=at, closed_by=by)
    record(period, "payperiod.close", by=by, at=at, area_id=None, month=str(month))
    return period


def is_closed(booking: Booking) -> bool:
    """Whether what was worked on the shift has gone to payroll; one query."""
    return PayPeriod.objects.holding(local_day(booking.starts)).exists()


def still_open(booking: Booking) -> None:
    """Raise `Refused` if it is not; if it is, nobody closes it until the transaction is over."""
    _hold(Month.of(local_day(booking.starts)), alone=False)
    if is_closed(booking):
        raise Refused(_("Löneperioden är stängd. Bemanningen kan rätta tiden."))


def _hold(month: Month, *, alone: bool) -> None:
    """Where the database lets one write at a time (SQLite), it holds it itself."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(ALONE if alone else SHARED, [MONTHS, month.first.year * 12 + month.first.month])
