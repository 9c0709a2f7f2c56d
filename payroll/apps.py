"""What goes to payroll, and what comes back."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PayrollConfig(AppConfig):
    """Runs of worked time to the payroll system, and facts of pay and employment from it."""

    name = "payroll"
    verbose_name = _("Lön")
