"""The counts on the tab bar."""

from datetime import datetime
from functools import cached_property

from booking.models import Enquiry, Order
from messaging.models import Message
from people import access
from people.models import User


class Badges:
    """Each count is asked for when the bar shows it: a substitute's bar has two, and so has a manager's."""

    def __init__(self, user: User, *, now: datetime, enquiries: int | None = None, unread: int | None = None) -> None:
        """`enquiries` and `unread` are their numbers, where the page knows them already."""
        self.user, self.now = user, now
        if enquiries is not None:
            self.enquiries = enquiries
        if unread is not None:
            self.unread = unread

    @cached_property
    def enquiries(self) -> int:
        """Enquiries that wait for her answer."""
        return Enquiry.objects.unanswered(now=self.now).filter(substitute__user=self.user).count()

    @cached_property
    def unread(self) -> int:
        """Messages that she has not seen."""
        return Message.objects.in_inbox(self.user, now=self.now).unread().count()

    @cached_property
    def unfilled(self) -> int:
        """Orders of hers that still need somebody."""
        return access.scope(self.user, Order.objects.open(now=self.now)).count()
