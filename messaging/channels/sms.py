"""SMS, through the gateway that the settings choose."""

from django.conf import settings
from django.utils.translation import gettext_noop

from messaging import gateways
from messaging.channels import Sent, TryAgain
from messaging.gateways import OutgoingSms
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
        """Ask the gateway whether it has left. What it has for another message of ours is not this one."""
        since = message.claimed_at or message.posted_at
        sms = OutgoingSms(message.address, message.body, str(message.pk), since)
        found = gateways.get(message.gateway).find(sms)
        others = Message.objects.filter(gateway=message.gateway, provider_id__in=found)
        known = set(others.values_list("provider_id", flat=True))
        return next((Sent(provider_id) for provider_id in found if provider_id not in known), None)
