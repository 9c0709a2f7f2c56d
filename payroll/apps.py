"""What goes to payroll, and what comes back."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PayrollConfig(AppConfig):
    """Runs of worked time to the payroll system, and facts of pay and employment from it."""

    name = "payroll"
    verbose_name = _("Lön")

    def ready(self) -> None:
        """Register gates, and what is asked when a person is to be erased or hidden."""
        from payroll import erased, gates, hidden, privacy  # noqa: F401, PLC0415 (models must be loaded first)
