"""What the queue runs of the people. A task is only a nudge: the rows decide, so twice is as good as once."""

import time

from django.utils import timezone
from django_q.tasks import async_task

from people.importing import carrying_out
from people.models import SubstituteImport

SECONDS = 15
"""Well before the queue's timeout; what is left is taken by a task of its own."""


def carry_out(import_id: str) -> None:
    """Carry out a file of substitutes, as far as there is time."""
    run = SubstituteImport.objects.filter(pk=import_id).first()
    if run is None:
        return
    until = time.monotonic() + SECONDS
    while carrying_out.go_on(run, at=timezone.now()):
        if time.monotonic() > until:
            async_task("people.tasks.carry_out", import_id)
            return
