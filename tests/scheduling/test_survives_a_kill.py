"""Whatever kills the process, each booking is told of, and never in two ways by one key."""

import pytest

from tests.factories.scheduling import booked, monthly
from tests.processes import KILL_ME, killed

BEFORE = """
from datetime import timedelta
from django.conf import settings
from scheduling import line, tasks
from scheduling.models import Delivery
from scheduling.operations import delivering, noticing
from tests.cast import NOW

settings.SCHEDULE_URL = "https://schema.example/"
sent = []

def send(body, key, *, now):
    sent.append((str(key), body))
"""
KILLED_AS_IT_IS_SENT = f"def send(body, key, *, now):\n    print(key, body.hex(), flush=True)\n    {KILL_ME}\n"
DELIVER = """
line.send = send
delivering.deliver(Delivery.objects.get().pk, at=NOW)
"""
SWEPT = """
line.send = send
later = NOW + timedelta(minutes=5)
for row in Delivery.objects.stuck(since=later - delivering.STUCK_AFTER):
    delivering.put_back(row, "", at=later)
noticing.notice(at=later)
for row in Delivery.objects.due(now=later + timedelta(minutes=1)):
    delivering.deliver(row.pk, at=later + timedelta(minutes=1))
for key, body in sent:
    print(key, body.hex())
print(*Delivery.objects.values_list("status", "attempts"))
"""


@pytest.fixture
def booking(transactional_db, town):
    return booked(town, monthly(town))


@pytest.mark.django_db(transaction=True)
def test_what_was_killed_right_after_the_booking_is_told_at_the_next_look(booking, run):
    lines = run(BEFORE + SWEPT).stdout.splitlines()

    assert lines[-1] == "('accepted', 1)"
    assert str(booking.pk).encode().hex() in lines[0]


@pytest.mark.django_db(transaction=True)
def test_what_was_killed_between_claim_and_answer_is_sent_again_word_for_word(booking, run):
    first = run(BEFORE + KILLED_AS_IT_IS_SENT + "noticing.notice(at=NOW)" + DELIVER)
    assert killed(first)

    lines = run(BEFORE + SWEPT).stdout.splitlines()

    assert lines[0] == first.stdout.strip()
    assert lines[-1] == "('accepted', 2)"
