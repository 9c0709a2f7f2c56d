"""What goes between the municipality's schedule and the portal."""

from django.apps import AppConfig
from django.core import checks
from django.utils.translation import gettext_lazy as _


class SchedulingConfig(AppConfig):
    """Resource time from the schedule, and booked shifts to it."""

    name = "scheduling"
    verbose_name = _("Schema")

    def ready(self) -> None:
        """Register gates, checks, and what is asked when a person is to be erased or hidden."""
        from scheduling import erased, gates, hidden, privacy, thinned  # noqa: F401, PLC0415 (models must be loaded first)
        from scheduling.checks import the_line_is_safe  # noqa: PLC0415

        checks.register(the_line_is_safe)
