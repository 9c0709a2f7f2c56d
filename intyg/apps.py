"""Certificates of employment."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IntygConfig(AppConfig):
    """From a substitute's request to an unchangeable PDF."""

    name = "intyg"
    verbose_name = _("Intyg")

    def ready(self) -> None:
        """Register gates, checks, and what is asked when a message is to leave or a person to be erased or hidden."""
        from intyg import checks, erased, gates, hidden, notifications, privacy, thinned  # noqa: F401, PLC0415 (models must be loaded first)
