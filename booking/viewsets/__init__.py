"""What Wagtail's admin shows of orders, bookings and substitutes, declared."""
