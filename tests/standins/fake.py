"""The gateway of the other tests, with the face of a stand-in: it must keep the same contract."""

import base64

from messaging.channels import Refused, TryAgain
from tests.fakes import SECRET, FakeGateway
from tests.standins.server import Call, Mood, Taken

STATUSES = {"sent": "accepted"}
PROBLEMS = {Mood.SLOW: TimeoutError, Mood.RESET: TimeoutError, Mood.REFUSE: Refused}


class Fake:
    """No server: what it does to a request, `FakeGateway` does to a call."""

    name = "fake"

    def __init__(self, call: Call) -> None:
        self.call, self.gateway = call, FakeGateway()

    @property
    def taken(self) -> list[Taken]:
        return [Taken(f"fake-{sms.reference}", sms.to, "", sms.text, "", created_at=None) for sms in self.gateway.taken]

    def next_will(self, *moods: Mood | int) -> None:
        for mood in moods:
            problem = TryAgain if isinstance(mood, int) else PROBLEMS.get(mood, ConnectionError)
            self.gateway.problems.append(problem("so it goes"))

    def report(self, provider_id: str, *statuses: str, honest: bool = True) -> list[int]:
        told = [{"id": provider_id, "status": STATUSES.get(status, status)} for status in statuses]
        return [self.call("/sms/fake/kvitto/", fields, proof(honest=honest)) for fields in told]

    def say(self, sender: str, text: str, *, provider_id: str = "in-1", honest: bool = True) -> int:
        fields = {"id": provider_id, "from": sender, "message": text}
        return self.call("/sms/fake/inkommande/", fields, proof(honest=honest))

    def close(self) -> None:
        """There is nothing to close."""


def proof(*, honest: bool) -> dict[str, str]:
    known_as = f"portal:{SECRET if honest else 'fel'}"
    return {"Authorization": "Basic " + base64.b64encode(known_as.encode()).decode()}
