"""An account that is closed or has a last day: the ways in without signing in, and the shifts that are left."""

from collections.abc import Iterable
from datetime import date, datetime

from booking.models import Booking, CalendarFeed, PlannerTask
from booking.operations import calendar_feeds, follow_ups
from booking.weeks import local_day
from people.models import Substitute, User
from people.operations import closing

KIND, LOST = PlannerTask.Kind.PAPER_ENDED, ["account"]


@closing.on_closing
def close(user: User, at: datetime) -> None:
    """No address of hers answers any more, and somebody decides on each shift that she has left."""
    for feed in CalendarFeed.objects.filter(substitute__user=user).select_related("substitute"):
        calendar_feeds.close(feed.substitute, by=None, at=at)
    for booking in _coming(user, at=at):
        _let_somebody_decide(booking, at=at)


@closing.on_ending
def end(user: User, last_day: date | None, at: datetime) -> None:
    """Somebody decides on each shift that begins after the day; what is before it by now needs nobody."""
    after = [row for row in _coming(user, at=at) if last_day and local_day(row.starts) > last_day]
    for booking in after:
        _let_somebody_decide(booking, at=at)
    tasks = PlannerTask.objects.undone().filter(kind=KIND, substitute__user=user, facts__lost=LOST)
    for task in tasks.exclude(booking__in=after):
        follow_ups.done(task, by=None, at=at)


def after_the_last_day(substitute: Substitute, *, at: datetime) -> list[Booking]:
    """Her coming shifts that begin when she is let in no more, soonest first."""
    user = substitute.user
    if user.is_active and user.ends_on is None:
        return []
    return [row for row in _coming(user, at=at) if not user.is_active or user.has_ended(now=row.starts)]


def _coming(user: User, *, at: datetime) -> Iterable[Booking]:
    return Booking.objects.coming(now=at).filter(starts__gt=at, substitute__user=user).with_places()


def _let_somebody_decide(booking: Booking, *, at: datetime) -> None:
    """One task for each shift: what was found by the last day is found by the closing too."""
    order, once = booking.order, f"account:{booking.pk.hex[:12]}"
    task = follow_ups.found(
        KIND, order, at=at, substitute=booking.substitute, booking=booking, once_per=once, lost=LOST
    )
    if task.done_at and task.done_by is None:  # the day was moved back and forth
        PlannerTask.objects.filter(pk=task.pk).update(done_at=None, found_at=at)
