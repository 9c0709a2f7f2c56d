"""Whether a time can have been worked on a shift: it has been, it lies near, and she was nowhere else meanwhile."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from booking.models import Booking
from booking.operations.refusals import Refused
from booking.period import Period
from portal.templatetags.times import clock

LONGEST = timedelta(days=1)
AROUND = timedelta(hours=8)
"""How long before the booked shift somebody can have begun, and how long after it she can have stayed."""


def could_be(booking: Booking, period: Period, break_minutes: int, *, at: datetime) -> None:
    """Raise `Refused`, beside what of it is wrong, for a time that cannot have been worked on the shift; one query."""
    if period.ends > at:
        raise Refused(_("Tiden har inte varit än."), beside="ends")
    if period.length > LONGEST or not booking.period.widened(AROUND).covers(period):
        raise Refused(_("Tiden ligger för långt från passet. Kontrollera dag och klockslag."), beside="starts")
    if timedelta(minutes=break_minutes) >= period.length:
        raise Refused(_("Rasten är lika lång som passet eller längre."), beside="break_minutes")
    others = Booking.objects.occupying().filter(substitute=booking.substitute_id, no_show=False)
    if other := others.exclude(pk=booking.pk).overlapping(period).order_by("starts").first():
        span = f"{clock(other.starts)}–{clock(other.ends)}"  # without the place: it may be another area's
        raise Refused(_("Tiden krockar med ett annat pass, %(span)s.") % {"span": span}, beside="starts")
