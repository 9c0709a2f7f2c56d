"""Killing the process right after a booking is committed loses no message."""

import pytest

from tests.cast import NOW, a_town
from tests.processes import KILL_ME, killed

pytestmark = pytest.mark.django_db(transaction=True)

BOOK_AND_DIE = f"""
from datetime import datetime
from booking.models import Order
from booking.operations import bookings
from people.models import Substitute, User

bookings.book(Order.objects.get(), Substitute.objects.get(), by=User.objects.get(role_assignments__role="planner"),
              at=datetime.fromisoformat("{NOW.isoformat()}"))
{KILL_ME}
"""
SWEEP_AND_LOOK = """
from booking.models import Booking, Order
from messaging import tasks
from messaging.models import Message

tasks.sweep()
print(Order.objects.get().status, Booking.objects.occupying().count())
print(*sorted(f"{kind}={status}" for kind, status in Message.objects.values_list("kind", "status")))
"""


def test_the_booking_stands_and_all_concerned_are_told_though_the_process_was_killed(run):
    town = a_town("Hemtjänst")
    town.order()
    town.substitute()

    assert killed(run(BOOK_AND_DIE))

    state, told = run(SWEEP_AND_LOOK).stdout.splitlines()
    assert state == "booked 1"
    assert told == "booking.booked=delivered booking.filled=delivered"
    assert run(SWEEP_AND_LOOK).stdout.splitlines() == [state, told]
