"""Stand-ins for what lies outside the house."""

from collections import deque
from dataclasses import dataclass, field

from django.db import connection
from django.http import HttpRequest

from messaging.channels import CannotTell
from messaging.gateways import OutgoingSms, ReceivedSms, StatusReport, Unreadable
from messaging.gateways.secret import knows_secret

SECRET = "hemligt-som-en-tranbärsmyr"


@dataclass(frozen=True)
class Sms:
    """What the gateway was handed."""

    to: str
    text: str
    reference: str
    in_transaction: bool


@dataclass
class FakeGateway:
    """Keeps what it is handed. `problems` are raised one by one, `TimeoutError` after it has taken the SMS on."""

    name: str = "fake"
    taken: list[Sms] = field(default_factory=list)
    problems: deque[Exception] = field(default_factory=deque)
    can_tell: bool = True

    def send(self, to: str, text: str, reference: str) -> str:
        problem = self.problems.popleft() if self.problems else None
        if problem is None or isinstance(problem, TimeoutError):
            self.taken.append(Sms(to, text, reference, connection.in_atomic_block))
        if problem is not None:
            raise problem
        return f"fake-{reference}"

    def missing(self) -> list[str]:
        return []

    def find(self, sms: OutgoingSms) -> list[str]:
        if not self.can_tell:
            raise CannotTell
        return [f"fake-{taken.reference}" for taken in self.taken if taken.reference == sms.reference]

    def authentic(self, request: HttpRequest) -> bool:
        return knows_secret(request, self.name)

    def parse_inbound(self, request: HttpRequest) -> ReceivedSms:
        try:
            return ReceivedSms(request.POST["id"], request.POST["from"], request.POST["message"])
        except KeyError as missing:
            raise Unreadable from missing

    def parse_receipt(self, request: HttpRequest) -> StatusReport | None:
        try:
            return StatusReport(request.POST["id"], request.POST["status"])
        except KeyError as missing:
            raise Unreadable from missing
