"""What leaves the house, and what comes back."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MessagingConfig(AppConfig):
    """The outbox, its channels and the answers. It knows nothing of shifts."""

    name = "messaging"
    verbose_name = _("Meddelanden")

    def ready(self) -> None:
        """Register the gates of the models."""
        from messaging import gates  # noqa: F401, PLC0415 (models must be loaded first)
