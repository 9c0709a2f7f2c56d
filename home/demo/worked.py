"""What has been said of shifts that are over: one waits for its substitute, some for the workplace, one is answered."""

from datetime import timedelta

from booking.models import Booking
from booking.operations import worked_time
from booking.operations.worked_time import Told
from booking.period import Period
from booking.weeks import local_day
from home.demo.world import World, span

WHOSE, WHERE = "Amira Hassan", "Solgården"
LATER, EARLIER = timedelta(minutes=45), timedelta(minutes=-30)
SOON, A_DAY, MORNING = timedelta(hours=2), timedelta(days=1), "09:00-10:00"


def build(world: World) -> None:
    """Of her three latest shifts she has said nothing, said another time, and been answered with one."""
    hers = Booking.objects.worked(now=world.now).of(world.substitutes[WHOSE]).order_by("-starts")[:3]
    Booking.objects.filter(pk__in=[booking.pk for booking in hers]).update(attested_at=None, attested_by=None)
    _silent, said, answered = Booking.objects.with_places().filter(pk__in=[one.pk for one in hers]).order_by("-starts")
    _says(said, LATER, "Väntade på nattpersonalen.")
    worked_time.answer(
        answered,
        _moved(answered, EARLIER, "Vi slutade tidigare den dagen."),
        by=world.orderer_of(answered.order.workplace),
        at=span(local_day(answered.ends) + A_DAY, MORNING).starts,
    )
    waiting = Booking.objects.to_say(now=world.now).exclude(substitute=world.substitutes[WHOSE])
    there = waiting.filter(order__workplace=world.workplaces[WHERE]).with_places().order_by("-starts")
    for booking in there[:1]:
        _says(booking, LATER, "En boende behövde hjälp.")


def _says(booking: Booking, more: timedelta, note: str) -> None:
    worked_time.say(booking, _moved(booking, more, note), by=booking.substitute.user, at=booking.ends + SOON)


def _moved(booking: Booking, more: timedelta, note: str) -> Told:
    """It ended so much later, or earlier."""
    return Told(Period(booking.starts, booking.ends + more), booking.break_minutes, note)
