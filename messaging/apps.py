"""What leaves the house, and what comes back."""

from django.apps import AppConfig
from django.core import checks
from django.utils.translation import gettext_lazy as _


class MessagingConfig(AppConfig):
    """The outbox, its channels and the answers. It knows nothing of shifts."""

    name = "messaging"
    verbose_name = _("Meddelanden")

    def ready(self) -> None:
        """Register the gates of the models, the gateway that stays in the house, and the check of the chosen one."""
        # Models must be loaded first.
        from messaging import gates, gateways  # noqa: F401, PLC0415
        from messaging.checks import gateway_is_known  # noqa: PLC0415
        from messaging.gateways.local import Local  # noqa: PLC0415

        gateways.register(Local())
        checks.register(gateway_is_known)
