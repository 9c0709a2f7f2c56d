"""SMS, through the gateway that the settings choose."""

from django.conf import settings
from django.utils.translation import gettext_noop

from messaging import gateways
from messaging.channels import Sent, TryAgain
from messaging.models import Message


class Sms:
    """The gateway's name is on the message once it has been claimed, so that a change of gateway loses no receipt."""

    @property
    def gateway(self) -> str:
        """The one chosen now."""
        return str(settings.SMS_GATEWAY)

    def send(self, message: Message) -> Sent:
        """Hand it to the gateway; the message's id is the reference."""
        try:
            gateway = gateways.get(message.gateway)
        except gateways.UnknownGateway as unknown:
            raise TryAgain(gettext_noop("sms-leverantören är inte inställd")) from unknown
        return Sent(gateway.send(message.address, message.body, str(message.pk)))

    def find(self, message: Message) -> Sent | None:
        """Ask the gateway what became of the reference."""
        provider_id = gateways.get(message.gateway).find(str(message.pk))
        return None if provider_id is None else Sent(provider_id)
