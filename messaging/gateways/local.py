"""The gateway that stays in the house: for development, the demo's phones and the tests."""

from django.http import HttpRequest
from django.utils import timezone

from messaging.gateways import OutgoingSms, ReceivedSms, StatusReport, required
from messaging.gateways.secret import knows_secret
from messaging.models import Receipt
from messaging.receipts import receipt


class Local:
    """Takes everything on, and delivers it at once."""

    name = "local"

    def missing(self) -> list[str]:
        """It needs nothing."""
        return []

    def send(self, to: str, text: str, reference: str) -> str:
        """Deliver, and say so in the way a gateway does: by a receipt, which here comes before the answer."""
        provider_id = f"local-{reference}"
        receipt(self.name, provider_id, Receipt.Status.DELIVERED, timezone.now())  # noqa: TID251 (plays the world outside)
        return provider_id

    def find(self, sms: OutgoingSms) -> list[str]:
        """The same reference twice is one SMS: it is always safe to send again."""
        return []

    def authentic(self, request: HttpRequest) -> bool:
        """By the shared secret."""
        return knows_secret(request, self.name)

    def parse_inbound(self, request: HttpRequest) -> ReceivedSms:
        """Fields `id`, `from` and `message`, as 46elks names them."""
        fields = request.POST
        return ReceivedSms(required(fields, "id"), required(fields, "from"), fields.get("message", ""))

    def parse_receipt(self, request: HttpRequest) -> StatusReport | None:
        """Fields `id` and `status`, as 46elks names them."""
        status = request.POST.get("status", "")
        if status not in {Receipt.Status.DELIVERED, Receipt.Status.FAILED}:
            return None
        return StatusReport(required(request.POST, "id"), status)
