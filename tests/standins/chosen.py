"""The portal as it is set up with one of the gateways, and the stand-in at the other end."""

from collections.abc import Iterator
from contextlib import contextmanager

from messaging import gateways
from messaging.gateways import line
from tests.fakes import SECRET
from tests.standins import elks, twilio
from tests.standins.elks import Elks
from tests.standins.fake import Fake
from tests.standins.server import Call
from tests.standins.twilio import Twilio

STAND_INS = {"elks": Elks, "twilio": Twilio, "fake": Fake}
OUR_NUMBER = "+46701740699"


@contextmanager
def chosen(name: str, call: Call, settings, monkeypatch) -> Iterator[Elks | Twilio | Fake]:
    """The gateway is chosen, what it needs is set, and it waits less than it would."""
    stand_in = STAND_INS[name](call)
    settings.SMS_GATEWAY, settings.SMS_SENDER = name, OUR_NUMBER
    settings.PORTAL_URL = "https://vikarie.alvsunda.example"
    settings.SMS_WEBHOOK_SECRETS = {"elks": elks.SECRET, "fake": SECRET}
    settings.SMS_ELKS_USERNAME, settings.SMS_ELKS_PASSWORD = elks.USERNAME, elks.PASSWORD
    settings.SMS_TWILIO_SID, settings.SMS_TWILIO_TOKEN = twilio.SID, twilio.TOKEN
    if isinstance(stand_in, Fake):
        monkeypatch.setitem(gateways._gateways, name, stand_in.gateway)
    else:
        settings.SMS_ELKS_API, settings.SMS_TWILIO_API = f"{stand_in.url}/a1", stand_in.url
    monkeypatch.setattr(line, "TIMEOUT", (1, 0.3))
    try:
        yield stand_in
    finally:
        stand_in.close()
        if not isinstance(stand_in, Fake):
            gateways.get(name).line.close()
