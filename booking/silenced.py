"""A number that has said STOP: whoever is asked there is still asked in the portal, and a planner knows of it."""

from collections.abc import Sequence
from datetime import datetime

from booking.models import Enquiry, PlannerTask
from booking.operations import follow_ups
from messaging import silence, ways
from people.models import User


@silence.on_stop
def mark(users: Sequence[User], at: datetime) -> None:
    """Open enquiries reach her by no SMS from now on; whoever has them in another way too still has them."""
    users = [user for user in users if not ways.reaches(user, "enquiry.asked")]
    waiting = Enquiry.objects.unanswered(now=at).filter(substitute__user__in=users, status=Enquiry.Status.SENT)
    enquiries = list(waiting.with_places())
    for enquiry in enquiries:
        follow_ups.found(PlannerTask.Kind.NO_SMS, enquiry.order, at=at, substitute=enquiry.substitute)
    Enquiry.objects.filter(pk__in=[enquiry.pk for enquiry in enquiries]).update(status=Enquiry.Status.UNDELIVERABLE)
