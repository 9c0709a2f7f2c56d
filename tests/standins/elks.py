"""46elks, after 46elks.se/docs: send-sms, sms-history, sms-delivery-reports and receive-sms."""

import base64
import re
from urllib.parse import quote, unquote, urlsplit

from tests.standins.server import Answer, Fields, StandIn, Taken

USERNAME, PASSWORD, SECRET = "u3f1", "elkarnas-hemlighet", "hjortron/och:blåbär"
NUMBER = re.compile(r"\+[1-9]\d{6,14}")
NAME = re.compile(r"[A-Za-z][A-Za-z0-9]{0,10}")


class Elks(StandIn):
    """Basic authentication in both directions; errors in plain text."""

    name = "elks"

    def answer(self, command: str, path: str, fields: Fields, known_as: tuple[str, str]) -> Answer:
        if known_as != (USERNAME, PASSWORD):
            return 401, "API access requires Basic HTTP authentication"
        if path != "/a1/sms":
            return 404, "Not found"
        return self._take(fields) if command == "POST" else self._history(fields)

    def turned_away(self, status: int) -> Answer:
        return status, "Invalid to number" if status == 400 else "Something went wrong"

    def _take(self, fields: Fields) -> Answer:
        if not NUMBER.fullmatch(fields.get("to", "")):
            return 400, "Invalid to number"
        if not (NUMBER.fullmatch(fields.get("from", "")) or NAME.fullmatch(fields.get("from", ""))):
            return 400, "Invalid from"
        if not fields.get("message"):
            return 400, "Missing message"
        sms = Taken(
            f"s{len(self.taken):032x}",
            fields["to"],
            fields["from"],
            fields["message"],
            fields.get("whendelivered", ""),
            self.moment(),
        )
        self.taken.append(sms)
        return 200, {"status": "created", "cost": 3500, "parts": 1} | self._shown(sms)

    def _history(self, fields: Fields) -> Answer:
        limit = min(int(fields.get("limit", 100)), 100)
        found = [one for one in reversed(self.taken) if one.to == fields.get("to", one.to)]
        answer: dict[str, object] = {"data": [{"status": "sent"} | self._shown(one) for one in found[:limit]]}
        if len(found) > limit:
            answer["next"] = found[limit - 1].created_at.replace(tzinfo=None).isoformat()
        return 200, answer

    @staticmethod
    def _shown(sms: Taken) -> dict[str, object]:
        created = sms.created_at.replace(tzinfo=None).isoformat()
        told = {"id": sms.provider_id, "from": sms.sender, "to": sms.to, "message": sms.text}
        return told | {"direction": "outgoing", "created": created}

    def receipt(self, sms: Taken, status: str) -> Fields:
        when = {"delivered": self.moment().replace(tzinfo=None).isoformat()} if status == "delivered" else {}
        return {"id": sms.provider_id, "status": status} | when

    def inbound_address(self) -> str:
        return f"https://portal:{quote(SECRET, safe='')}@vikarie.alvsunda.example/sms/elks/inkommande/"

    def inbound(self, provider_id: str, sender: str, text: str) -> Fields:
        told = {"direction": "incoming", "id": provider_id, "from": sender, "to": "+46701740699", "message": text}
        return told | {"created": self.moment().replace(tzinfo=None).isoformat()}

    def proof(self, address: str, fields: Fields, *, honest: bool) -> Fields:
        """What an HTTP client makes of `https://user:password@…`."""
        user, _, password = urlsplit(address).netloc.rpartition("@")[0].partition(":")
        known_as = f"{user}:{unquote(password) if honest else 'fel'}"
        return {"Authorization": "Basic " + base64.b64encode(known_as.encode()).decode()}
