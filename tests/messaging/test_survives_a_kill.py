"""Killing the process right after a commit loses no message, and sends none twice.

Real processes on a real database: on SQLite a file with today's schema, on PostgreSQL the test database itself.
"""

import pytest

from tests.processes import KILL_ME, killed

pytestmark = pytest.mark.django_db(transaction=True)

POST_AND_DIE = """
from django.db import transaction
from django.utils import timezone
from messaging import outbox
from people.models import User

with transaction.atomic():
    amira = User.objects.create(username="amira", phone="+46701740612")
    outbox.post(key="booking:7", kind="thing.happened", to=amira, body="Passet är ditt", at=timezone.now())
    {in_transaction}
os.kill(os.getpid(), signal.SIGKILL)
"""
CLAIM_AND_DIE = """
from datetime import timedelta
from django.utils import timezone
from messaging import delivery
from messaging.models import Message

delivery.claim(Message.objects.get().pk, at=timezone.now() - timedelta(minutes=5))
os.kill(os.getpid(), signal.SIGKILL)
"""
SWEEP_AND_COUNT = """
from messaging import gateways, tasks
from messaging.gateways.local import Local
from messaging.models import Message

class Counting(Local):
    taken = 0
    def send(self, to, text, reference):
        Counting.taken += 1
        return super().send(to, text, reference)

gateways.register(Counting())
tasks.sweep()
Message.objects.filter(status="pending").update(due_at="2020-01-01T00:00:00Z")
tasks.sweep()
print(Counting.taken, *Message.objects.values_list("status", flat=True))
"""


def test_a_message_of_a_committed_change_leaves_although_the_process_was_killed(run):
    assert killed(run(POST_AND_DIE.format(in_transaction="")))

    assert run(SWEEP_AND_COUNT).stdout.split() == ["1", "delivered"]
    assert run(SWEEP_AND_COUNT).stdout.split() == ["0", "delivered"]


def test_a_message_of_a_change_that_was_never_committed_does_not_exist(run):
    assert killed(run(POST_AND_DIE.format(in_transaction=KILL_ME)))

    assert run(SWEEP_AND_COUNT).stdout.split() == ["0"]


def test_a_message_that_a_worker_died_with_leaves_too(run):
    run(POST_AND_DIE.format(in_transaction=""))
    assert killed(run(CLAIM_AND_DIE))

    assert run(SWEEP_AND_COUNT).stdout.split() == ["1", "delivered"]
