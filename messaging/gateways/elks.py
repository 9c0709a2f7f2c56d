"""46elks: basic authentication both ways, form fields in and JSON out (46elks.se/docs)."""

from urllib.parse import quote, urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from messaging.gateways import OutgoingSms, ReceivedSms, StatusReport, required
from messaging.gateways.line import Line, NoAnswer, provider_id
from messaging.gateways.secret import knows_secret
from messaging.gateways.traces import Trace, candidates, utc
from messaging.models import Receipt

ON_A_PAGE = 100
STATUSES = {
    "sent": Receipt.Status.ACCEPTED,
    "delivered": Receipt.Status.DELIVERED,
    "failed": Receipt.Status.FAILED,
}


class Elks:
    """Signs nothing: it is given addresses with a secret in them."""

    name = "elks"

    def __init__(self) -> None:
        self.line = Line()

    def missing(self) -> list[str]:
        """Its two credentials, and the secret that it must show."""
        unset = [name for name in ("SMS_ELKS_USERNAME", "SMS_ELKS_PASSWORD") if not getattr(settings, name)]
        return unset if settings.SMS_WEBHOOK_SECRETS.get(self.name) else [*unset, "SMS_WEBHOOK_SECRETS (elks=…)"]

    def send(self, to: str, text: str, reference: str) -> str:
        """POST /sms. The reference comes back with the receipts."""
        sms = {"from": settings.SMS_SENDER, "to": to, "message": text, "whendelivered": self._receipts(reference)}
        answer = self.line.call("POST", f"{settings.SMS_ELKS_API}/sms", self._credentials(), data=sms)
        return provider_id(answer, "id")

    def find(self, sms: OutgoingSms) -> list[str]:
        """GET /sms: the history of the number, the latest first. `start` and `end` go backwards in time there."""
        wanted = {"to": sms.to, "limit": str(ON_A_PAGE)}
        answer = self.line.call("GET", f"{settings.SMS_ELKS_API}/sms", self._credentials(), params=wanted)
        if not answer.is_good:
            raise NoAnswer(answer.status)
        traces = [
            Trace(row["id"], row.get("message", ""), utc(row["created"]))
            for row in answer.fields["data"]
            if row["direction"].startswith("outgoing") and row["to"] == sms.to
        ]
        return candidates(sms, traces, is_all="next" not in answer.fields)

    def authentic(self, request: HttpRequest) -> bool:
        """By the secret in the address that it was given."""
        return knows_secret(request, self.name)

    def parse_inbound(self, request: HttpRequest) -> ReceivedSms:
        """Fields `id`, `from` and `message`."""
        fields = request.POST
        return ReceivedSms(required(fields, "id"), required(fields, "from"), fields.get("message", ""))

    def parse_receipt(self, request: HttpRequest) -> StatusReport | None:
        """Fields `id` and `status`; the reference is in the address."""
        status = STATUSES.get(request.POST.get("status", ""))
        if status is None:
            return None
        return StatusReport(required(request.POST, "id"), status, request.GET.get("ref", ""))

    def _credentials(self) -> tuple[str, str]:
        return settings.SMS_ELKS_USERNAME, settings.SMS_ELKS_PASSWORD

    def _receipts(self, reference: str) -> str:
        portal = urlsplit(settings.PORTAL_URL)
        secret = quote(settings.SMS_WEBHOOK_SECRETS.get(self.name, ""), safe="")
        path = reverse("messaging:receipt", args=[self.name])
        return f"{portal.scheme}://portal:{secret}@{portal.netloc}{path}?ref={reference}"
