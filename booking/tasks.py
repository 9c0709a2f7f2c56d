"""What the queue does by the clock."""

from django.utils import timezone

from booking.models import Enquiry, Order
from booking.operations import enquiries, orders


def tidy() -> None:
    """Close what time has closed: enquiries nobody answered, orders nobody took, shifts that are over."""
    now = timezone.now()
    for enquiry in Enquiry.objects.overdue(now=now).with_places():
        enquiries.expire(enquiry, at=now)
    for order in Order.objects.unfilled_past_start(now=now):
        orders.lapse(order, at=now)
    for order in Order.objects.booked_past_end(now=now):
        orders.complete(order, at=now)
