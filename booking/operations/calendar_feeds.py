"""Her subscription to her own shifts: opened, given a new address, closed."""

import uuid
from datetime import datetime, timedelta

from booking.models import CalendarFeed
from booking.operations.deciding import decision, locked_substitutes
from people.history import record
from people.models import Substitute, User
from people.operations import areas

SELDOM = timedelta(hours=1)
"""That a calendar has fetched it is written down no oftener."""


@decision
def open_to(substitute: Substitute, *, by: User, at: datetime) -> CalendarFeed:
    """Let her subscribe; twice is once."""
    locked_substitutes([substitute.pk])
    feed, is_new = CalendarFeed.objects.get_or_create(substitute=substitute, defaults={"opened_at": at})
    if is_new:
        _record(feed, "calendarfeed.open", by=by, at=at)
    return feed


@decision
def renew(substitute: Substitute, seen: uuid.UUID, *, by: User, at: datetime) -> CalendarFeed | None:
    """Another address instead of the one she has `seen`, which is dead at once; the same wish twice is one.

    Nothing if she does not subscribe.
    """
    locked_substitutes([substitute.pk])
    feed = CalendarFeed.objects.filter(substitute=substitute).first()
    if feed and feed.key == seen:
        feed.key, feed.opened_at, feed.read_at = uuid.uuid4(), at, None
        feed.save(update_fields=["key", "opened_at", "read_at"])
        _record(feed, "calendarfeed.renew", by=by, at=at)
    return feed


@decision
def close(substitute: Substitute, *, by: User | None, at: datetime) -> None:
    """No address of hers answers any more; twice is once."""
    locked_substitutes([substitute.pk])
    if feed := CalendarFeed.objects.filter(substitute=substitute).first():
        _record(feed, "calendarfeed.close", by=by, at=at)
        feed.delete()


def note_read(feed: CalendarFeed, *, at: datetime) -> None:
    """A calendar has fetched it."""
    if feed.read_at is None or feed.read_at <= at - SELDOM:
        CalendarFeed.objects.filter(pk=feed.pk).update(read_at=at)


def _record(feed: CalendarFeed, action: str, *, by: User | None, at: datetime) -> None:
    record(feed, action, by=by, at=at, area_id=areas.of_substitute(feed.substitute))
