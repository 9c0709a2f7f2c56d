"""A municipality that exchanges with a schedule."""

import pytest

from scheduling import line
from tests.factories.scheduling import monthly
from tests.standins.schedule import OURS, THEIRS, Schedule


@pytest.fixture
def her(town):
    return monthly(town)


@pytest.fixture
def schedule(settings, monkeypatch):
    """The stand-in, and the portal set up with it."""
    stand_in = Schedule()
    settings.SCHEDULE_URL, settings.SCHEDULE_SENDING_SECRET = stand_in.url, OURS
    settings.SCHEDULE_SECRETS = [THEIRS]
    monkeypatch.setattr(line, "TIMEOUT", (1, 0.3))
    yield stand_in
    stand_in.close()
