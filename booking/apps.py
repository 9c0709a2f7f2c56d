"""The booking engine."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BookingConfig(AppConfig):
    """Orders, availability, interests, enquiries and bookings."""

    name = "booking"
    verbose_name = _("Bokning")

    def ready(self) -> None:
        """Register the gates of the models, and what the messages of this app need when they are sent or answered."""
        # Models must be loaded first.
        from booking import (  # noqa: F401, PLC0415
            answers,
            closed,
            erased,
            gates,
            hidden,
            notifications,
            overtaken,
            privacy,
            silenced,
            thinned,
            waiting,
        )
        from booking.notifications import groups  # noqa: F401, PLC0415
