"""What the queue does by the clock."""

import logging
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django_q.tasks import async_task

from booking import looks_watched
from booking.assistant import run as assistants
from booking.models import Asking, AssistantRun, Enquiry, Order, PlannerTask, WorkplaceRequest
from booking.operations import (
    assistant_runs,
    direct,
    enquiries,
    forecasting,
    introductions,
    lateness,
    orders,
    patterns,
    reminding,
    reminding_of_time,
    undoing,
    waves,
    wishes,
)
from booking.operations.refusals import Refused
from messaging import browsers, own_copy
from people.importing import carrying_out
from people.importing.staff import carrying_out as staff
from people.models import Area
from people.operations import password_links, phones, sign_ins, stopped, support

logger = logging.getLogger(__name__)

AT_ONCE = 15.0  # seconds that an assistant acts before the queue lets others in; a task is ended after thirty


def tidy() -> None:
    """Close what time has closed: enquiries nobody answered, orders nobody took, shifts that are over, late comers."""
    now = timezone.now()
    _each(Enquiry.objects.overdue(now=now).with_places(), partial(enquiries.expire, at=now))
    _each(Order.objects.reserved_past(now=now), partial(wishes.release, at=now))
    _each(WorkplaceRequest.objects.to_settle(now=now), partial(introductions.settle, at=now))
    _each(Order.objects.unfilled_past_start(now=now), partial(orders.lapse, at=now))
    _each(Order.objects.booked_past_end(now=now), partial(orders.complete, at=now))
    undoing.forget(at=now)
    phones.forget(at=now)
    password_links.forget(at=now)
    sign_ins.forget(at=now)
    support.forget(at=now)
    stopped.forget(at=now)
    browsers.forget()
    carrying_out.resume()
    carrying_out.forget(at=now)
    staff.resume()
    staff.forget(at=now)
    _each(PlannerTask.objects.expected_before(now - lateness.PATIENCE), partial(lateness.let_be, at=now))


def extend_patterns() -> None:
    """Lay out the days that have come within sight of recurring time."""
    now = timezone.now()
    _each(patterns.due(at=now), partial(patterns.extend, at=now))


def fill(order_id: str) -> None:
    """Let the portal fill an order: directly if somebody is free and the policy lets it, else by asking.

    If somebody fills or stops it meanwhile, nothing is left to do.
    """
    now = timezone.now()
    order = Order.objects.to_fill(now=now).for_a_list().filter(pk=order_id, stopped_at=None).first()
    if order and direct.book_best(order, by=None, at=now) is None:
        with suppress(Refused):
            waves.start(order, by=None, at=now)


def ask() -> None:
    """Let every drive of enquiries go on that is due: the next wave, or a decision on the answers."""
    now = timezone.now()
    _each(Asking.objects.due(now=now).select_related("order"), partial(waves.go_on, at=now))


def assist() -> None:
    """Let every assistant begin whose turn it is, each in a task of its own, and go on with what has died."""
    now = timezone.now()
    assistant_runs.take_up_again(at=now)
    for profile in assistants.due(at=now):
        with suppress(Refused):
            assistants.start_turn(profile, at=now)


def assist_now(run_id: str) -> None:
    """Let an assistant plan and act for a while; when it is done those who wait for it may begin."""
    run = AssistantRun.objects.filter(pk=run_id).first()
    if run is None or run.ended_at:
        return
    run = assistants.carry_out(run, now=timezone.now, seconds=AT_ONCE)
    if run.ended_at is None:
        async_task("booking.tasks.assist_now", run_id)
    elif run.why == AssistantRun.Why.SCHEDULE:
        async_task("booking.tasks.assist")


def remind() -> None:
    """Tomorrow's shifts, next week's empty calendars, jobs that have been put out, and worked time to confirm."""
    now = timezone.now()
    reminding.of_shifts(at=now)
    reminding.of_empty_calendars(at=now)
    reminding.of_new_jobs(at=now)
    reminding_of_time.of_time_to_say(at=now)
    reminding_of_time.of_time_to_attest(at=now)


def foresee() -> None:
    """Once a night count what each area will order, and every hour weigh it against who has time."""
    now = timezone.now()
    _each(Area.objects.order_by("pk"), partial(forecasting.keep_up, at=now))


def watch() -> None:
    """Every ten minutes: copies that have lain for as long as they may, and looking that is out of the ordinary."""
    now = timezone.now()
    own_copy.forget(at=now)
    looks_watched.watch(at=now)
    assistant_runs.forget(at=now)


def _each(rows: QuerySet[Any], close: Callable[[Any], object]) -> None:
    """One that cannot be closed must not keep the others open."""
    for row in rows:
        try:
            close(row)
        except Exception:
            logger.exception("Could not close %s", row.pk)
