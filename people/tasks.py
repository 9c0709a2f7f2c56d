"""What the queue runs of the people. A task is only a nudge: the rows decide, so twice is as good as once."""

import logging
import time

from django.conf import settings
from django.utils import timezone
from django_q.tasks import async_task

from people.importing import carrying_out
from people.importing.staff import carrying_out as staff
from people.models import RetentionRun, StaffImport, SubstituteImport
from people.operations import closing, groups, retention, roles
from people.ss12000 import runs
from people.ss12000.fetching import Unreachable
from people.ss12000.reading import Unreadable
from portal import security_log

logger = logging.getLogger(__name__)

SECONDS = 15
"""Well before the queue's timeout; what is left is taken by a task of its own."""


def close_ended() -> None:
    """Close the accounts whose last day is over; until then each request has asked the day itself."""
    closing.close_ended(at=timezone.now())


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


def thin() -> None:
    """Every hour: begin what the rules say, and go on with what was cut off."""
    for run in retention.begin(at=timezone.now()):
        async_task("people.tasks.go_on_thinning", str(run.pk))


def go_on_thinning(run_id: str) -> None:
    """Take away what is left to take, as far as there is time."""
    run = RetentionRun.objects.filter(pk=run_id).first()
    if run is None:
        return
    until = time.monotonic() + SECONDS
    while retention.go_on(run, at=timezone.now()):
        if time.monotonic() > until:
            async_task("people.tasks.go_on_thinning", run_id)
            return


def carry_out_staff(import_id: str) -> None:
    """Carry out a reading of the staff, as far as there is time."""
    run = StaffImport.objects.filter(pk=import_id).first()
    until = time.monotonic() + SECONDS
    while run and staff.go_on(run, at=timezone.now()):
        if time.monotonic() > until:
            async_task(staff.TASK, import_id)
            return


def read_staff() -> None:
    """Read the register and carry it out, where there is one. What it did not answer is logged, and asked tomorrow."""
    if not settings.SS12000["url"]:
        return
    try:
        run = runs.of_interface(by=None, at=timezone.now())
    except (Unreadable, Unreachable) as problem:
        # What cannot be read may be quoted, and may be anybody's name. The page says it, to whoever asks there.
        why = str(problem) if isinstance(problem, Unreachable) else "its answer is not as SS 12000 says"
        logger.error("The staff register was not read: %s", why)  # noqa: TRY400 (it says all that may be said)
        security_log.event("staff.not_read", why=type(problem).__name__.lower())
    else:
        staff.order(run, by=None, at=timezone.now())


def tidy_roles() -> None:
    """Take away the roles that are over, and put right who is in Wagtail's groups."""
    roles.tidy(at=timezone.now())
    groups.put_right(at=timezone.now())
