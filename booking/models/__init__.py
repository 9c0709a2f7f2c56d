"""Orders, what people say of their time, and the bookings that come of it."""

from booking.models.availability import Availability, Kind
from booking.models.booking import Booking, EndReason, Origin
from booking.models.enquiry import Enquiry
from booking.models.interest import Interest
from booking.models.order import Advert, Order, OrderReason

__all__ = [
    "Advert",
    "Availability",
    "Booking",
    "EndReason",
    "Enquiry",
    "Interest",
    "Kind",
    "Order",
    "OrderReason",
    "Origin",
]
