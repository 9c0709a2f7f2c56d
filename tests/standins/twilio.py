"""Twilio, after twilio.com/docs: the Messages resource, status callbacks, incoming messages and webhook security."""

import base64
import hashlib
import hmac
import re
from email.utils import format_datetime

from tests.standins.server import Answer, Fields, StandIn, Taken

SID, TOKEN = "AC" + "5" * 32, "tolvskäggig-tystnad"
MESSAGES = f"/2010-04-01/Accounts/{SID}/Messages.json"
NUMBER = re.compile(r"\+[1-9]\d{6,14}")
STATUSES = {"failed": "undelivered"}
CODES = {400: 21211, 401: 20003, 404: 20404, 429: 20429, 500: 20500, 503: 20503}


class Twilio(StandIn):
    """Basic authentication one way, a signature the other; errors in JSON."""

    name = "twilio"
    unsubscribed: frozenset[str] = frozenset()

    def answer(self, command: str, path: str, fields: Fields, known_as: tuple[str, str]) -> Answer:
        if known_as != (SID, TOKEN):
            return self.turned_away(401)
        if path != MESSAGES:
            return self.turned_away(404)
        return self._take(fields) if command == "POST" else self._list(fields)

    def turned_away(self, status: int, code: int = 0) -> Answer:
        code = code or CODES.get(status, 20500)
        more = f"https://www.twilio.com/docs/errors/{code}"
        return status, {"code": code, "message": "Not done", "more_info": more, "status": status}

    def _take(self, fields: Fields) -> Answer:
        if not NUMBER.fullmatch(fields.get("To", "")):
            return self.turned_away(400, 21211)
        if not fields.get("From"):
            return self.turned_away(400, 21603)
        if not fields.get("Body"):
            return self.turned_away(400, 21602)
        if fields["To"] in self.unsubscribed:
            return self.turned_away(400, 21610)
        number = f"SM{len(self.taken):032x}"
        callback = fields.get("StatusCallback", "")
        sms = Taken(number, fields["To"], fields["From"], fields["Body"], callback, self.moment())
        self.taken.append(sms)
        return 201, self._shown(sms)

    def _list(self, fields: Fields) -> Answer:
        size = min(int(fields.get("PageSize", 50)), 1000)
        found = [one for one in reversed(self.taken) if one.to == fields.get("To", one.to)]
        following = f"{MESSAGES}?PageSize={size}&Page=1" if len(found) > size else None
        return 200, {"messages": [self._shown(one) for one in found[:size]], "next_page_uri": following}

    @staticmethod
    def _shown(sms: Taken) -> dict[str, object]:
        told = {"sid": sms.provider_id, "account_sid": SID, "to": sms.to, "from": sms.sender, "body": sms.text}
        dates = {"date_created": format_datetime(sms.created_at), "date_sent": None}
        return told | dates | {"direction": "outbound-api", "status": "queued", "error_code": None}

    def receipt(self, sms: Taken, status: str) -> Fields:
        status = STATUSES.get(status, status)
        told = {"MessageSid": sms.provider_id, "SmsSid": sms.provider_id, "AccountSid": SID, "ApiVersion": "2010-04-01"}
        return told | {"MessageStatus": status, "SmsStatus": status, "From": sms.sender, "To": sms.to}

    def inbound_address(self) -> str:
        return "https://vikarie.alvsunda.example/sms/twilio/inkommande/"

    def inbound(self, provider_id: str, sender: str, text: str) -> Fields:
        told = {"MessageSid": provider_id, "AccountSid": SID, "From": sender, "To": "+46701740699", "Body": text}
        return told | {"NumMedia": "0", "FromCountry": "SE"}

    def proof(self, address: str, fields: Fields, *, honest: bool) -> Fields:
        """The address as it was given, then each field's name and value in the order of the names."""
        content = address + "".join(f"{name}{fields[name]}" for name in sorted(fields))
        token = TOKEN if honest else "fel"
        digest = hmac.new(token.encode(), content.encode(), hashlib.sha1).digest()
        return {"X-Twilio-Signature": base64.b64encode(digest).decode()}
