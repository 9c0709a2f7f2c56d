"""An account that is closed: the calendar that she subscribed to says nothing more, also if she is let in again."""

from datetime import datetime

from booking.models import CalendarFeed
from booking.operations import calendar_feeds
from people.models import User
from people.operations import closing


@closing.on_closing
def close(user: User, at: datetime) -> None:
    """No address of hers answers any more."""
    for feed in CalendarFeed.objects.filter(substitute__user=user).select_related("substitute"):
        calendar_feeds.close(feed.substitute, by=None, at=at)
