"""Twilio: the Messages resource of 2010-04-01, and webhooks signed with the account's token (twilio.com/docs)."""

import base64
import hmac
from email.utils import parsedate_to_datetime

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext_noop

from messaging.gateways import OutgoingSms, ReceivedSms, StatusReport, required
from messaging.gateways.line import NOT_TAKEN, Line, NoAnswer, provider_id
from messaging.gateways.traces import Trace, candidates
from messaging.models import Receipt

ON_A_PAGE = 100
STATUSES = {
    "sent": Receipt.Status.ACCEPTED,
    "delivered": Receipt.Status.DELIVERED,
    "read": Receipt.Status.DELIVERED,
    "undelivered": Receipt.Status.FAILED,
    "failed": Receipt.Status.FAILED,
    "canceled": Receipt.Status.FAILED,
}
"""What it says before (`queued`, `sending` …) is nothing new: it took the SMS on."""

NO_SUCH_PHONE = gettext_noop("numret kan inte ta emot sms")
REFUSALS = {
    21211: NO_SUCH_PHONE,
    21614: NO_SUCH_PHONE,
    21610: gettext_noop("numret har sagt stopp hos sms-leverantören"),
}
"""Codes with words of their own. The codes change over the years, so nothing else hangs on them."""


class Twilio:
    """Signs each call to us with the token that we sign in with."""

    name = "twilio"

    def __init__(self) -> None:
        self.line = Line()

    def missing(self) -> list[str]:
        """Its two credentials."""
        return [name for name in ("SMS_TWILIO_SID", "SMS_TWILIO_TOKEN") if not getattr(settings, name)]

    def send(self, to: str, text: str, reference: str) -> str:
        """POST Messages. The reference comes back with the receipts."""
        receipts = f"{settings.PORTAL_URL}{reverse('messaging:receipt', args=[self.name])}?ref={reference}"
        sms = {"From": settings.SMS_SENDER, "To": to, "Body": text, "StatusCallback": receipts}
        answer = self.line.call("POST", self._messages(), self._credentials(), data=sms)
        return provider_id(answer, "sid", because=REFUSALS.get(answer.fields.get("code", 0), NOT_TAKEN))

    def find(self, sms: OutgoingSms) -> list[str]:
        """GET Messages to the number, the latest first. Not by DateSent: what waits to be sent has none yet."""
        wanted = {"To": sms.to, "PageSize": str(ON_A_PAGE)}
        answer = self.line.call("GET", self._messages(), self._credentials(), params=wanted)
        if not answer.is_good:
            raise NoAnswer(answer.status)
        traces = [
            Trace(row["sid"], row["body"], parsedate_to_datetime(row["date_created"]))
            for row in answer.fields["messages"]
            if row["direction"].startswith("outbound")
        ]
        return candidates(sms, traces, is_all=not answer.fields.get("next_page_uri"))

    def authentic(self, request: HttpRequest) -> bool:
        """By the signature of the address that it was given, which is the public one, and of every field."""
        if not (token := settings.SMS_TWILIO_TOKEN):
            return False
        fields = request.POST.lists()
        content = settings.PORTAL_URL + request.get_full_path()
        content += "".join(name + value for name, values in sorted(fields) for value in sorted(set(values)))
        digest = hmac.digest(token.encode(), content.encode(), "sha1")
        return constant_time_compare(request.headers.get("X-Twilio-Signature", ""), base64.b64encode(digest).decode())

    def parse_inbound(self, request: HttpRequest) -> ReceivedSms:
        """Fields `MessageSid`, `From` and `Body`."""
        fields = request.POST
        return ReceivedSms(required(fields, "MessageSid"), required(fields, "From"), fields.get("Body", ""))

    def parse_receipt(self, request: HttpRequest) -> StatusReport | None:
        """Fields `MessageSid` and `MessageStatus`; the reference is in the address."""
        status = STATUSES.get(request.POST.get("MessageStatus", ""))
        if status is None:
            return None
        return StatusReport(required(request.POST, "MessageSid"), status, request.GET.get("ref", ""))

    def _messages(self) -> str:
        return f"{settings.SMS_TWILIO_API}/2010-04-01/Accounts/{settings.SMS_TWILIO_SID}/Messages.json"

    def _credentials(self) -> tuple[str, str]:
        return settings.SMS_TWILIO_SID, settings.SMS_TWILIO_TOKEN
