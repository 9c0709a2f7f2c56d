"""What is asked again when a message is about to leave, so that nobody is told what no longer holds."""

from booking.overtaken import bookings, enquiries, hers, orders, worked

__all__ = ["bookings", "enquiries", "hers", "orders", "worked"]
