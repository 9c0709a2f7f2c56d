"""What leaves the house, and what comes back."""

from django.apps import AppConfig
from django.core import checks
from django.utils.translation import gettext_lazy as _


class MessagingConfig(AppConfig):
    """The outbox, its channels and the answers. It knows nothing of shifts."""

    name = "messaging"
    verbose_name = _("Meddelanden")

    def ready(self) -> None:
        """Register gates, what is erased or hidden with a person, the gateways, and the checks of the chosen one."""
        # Models must be loaded first.
        from messaging import (  # noqa: F401, PLC0415
            delegations,
            erased,
            gates,
            gateways,
            hidden,
            own_password,
            privacy,
            second_steps,
            staff_readings,
            thinned,
            written_ways,
        )
        from messaging.checks import gateway_is_ready, notices_can_go, sender_can_be_shown  # noqa: PLC0415
        from messaging.gateways.elks import Elks  # noqa: PLC0415
        from messaging.gateways.local import Local  # noqa: PLC0415
        from messaging.gateways.twilio import Twilio  # noqa: PLC0415

        for gateway in (Local(), Elks(), Twilio()):
            gateways.register(gateway)
        checks.register(gateway_is_ready)
        checks.register(sender_can_be_shown)
        checks.register(notices_can_go)
