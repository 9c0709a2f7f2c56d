"""What the browser asks of the booking engine."""
