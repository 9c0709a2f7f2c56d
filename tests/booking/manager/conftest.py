"""An ordering manager on her phone, on a morning that stands still."""

import uuid

import pytest
import time_machine

from tests.cast import NOW
from tests.factories.booking import OrderReasonFactory


@pytest.fixture(autouse=True)
def _morning():
    """The pages read the clock: Tuesday 12 May 2026, 05.45."""
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def manager(town, signed_in):
    """The manager's browser."""
    return signed_in(town.manager)


@pytest.fixture
def filled_in(town):
    """`filled_in(starts="21:00", …)`: what her browser sends, Wednesday 13 May 07.00–16.00 unless said otherwise."""
    reason = OrderReasonFactory()

    def form(**changes):
        return {
            "workplace": town.workplace.pk, "occupation": town.occupation.pk, "reason": reason.pk,
            "day": "2026-05-13", "starts": "07:00", "ends": "16:00", "break_minutes": "45", "seats": "1",
            "advertise": "on", "command": str(uuid.uuid4()),
        } | changes  # fmt: skip

    return form
