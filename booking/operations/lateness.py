"""She is on her way but will not be there when the shift begins; or she will after all."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from booking import notifications
from booking.models import Booking, PlannerTask
from booking.operations import follow_ups
from booking.operations.deciding import decision, lock
from booking.operations.refusals import Refused
from people.history import record
from people.models import User

BEFORE = timedelta(hours=12)
"""So long before the shift she can say it; earlier than that there is time to change the shift."""

PAST = gettext_lazy("Den tiden har redan varit. Välj en senare.")

PATIENCE = timedelta(hours=1)
"""So long after the time she named a planner is still asked to see that she came."""


@decision
def report(booking: Booking, expected: datetime, *, by: User, at: datetime) -> Booking:
    """She comes at `expected` instead: whoever ordered is told, and a planner. A new time takes the old one's place."""
    booking = _to_be_worked(booking, at=at)
    if expected < this_minute(at):
        raise Refused(str(PAST))
    if not booking.starts < expected < booking.ends:
        raise Refused(_("Välj en tid efter att passet börjar och innan det slutar."))
    if expected == booking.expected_at:
        return booking
    booking.expected_at = expected
    booking.save(update_fields=["expected_at"])
    told = {"expected": expected.isoformat()}
    record(booking, "booking.report_late", by=by, at=at, area_id=booking.order.workplace.area_id, **told)
    notifications.late(booking, expected, at=at)
    follow_ups.found_anew(PlannerTask.Kind.LATE, booking, at=at, **told)
    return booking


@decision
def in_time(booking: Booking, *, by: User, at: datetime) -> Booking:
    """She comes when the shift begins after all; whoever was told otherwise is told. Twice is once."""
    booking = _to_be_worked(booking, at=at)
    if booking.expected_at is None:
        return booking
    if booking.starts <= at:
        raise Refused(_("Passet har redan börjat. Säg en ny tid i stället."))
    booking.expected_at = None
    booking.save(update_fields=["expected_at"])
    record(booking, "booking.in_time", by=by, at=at, area_id=booking.order.workplace.area_id)
    notifications.in_time(booking, at=at)
    return booking


@decision
def let_be(task: PlannerTask, *, at: datetime) -> None:
    """The time she named is well past: nobody need look for her any more."""
    follow_ups.done(task, by=None, at=at)


def opens(booking: Booking) -> datetime:
    """From when she can say it."""
    return booking.starts - BEFORE


def this_minute(moment: datetime) -> datetime:
    """When the minute began: a clock is read in minutes."""
    return moment.replace(second=0, microsecond=0)


def _to_be_worked(booking: Booking, *, at: datetime) -> Booking:
    lock(booking.substitute, booking.order)
    booking = Booking.objects.with_places().select_related("order__placed_by").get(pk=booking.pk)
    if booking.ended_at or booking.ends <= at:
        raise Refused(_("Passet är redan slut eller avbokat."))
    if at < opens(booking):
        raise Refused(_("Du kan säga till från 12 timmar före passet."))
    return booking
