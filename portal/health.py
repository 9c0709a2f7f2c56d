"""Whether the portal is well: for the machine that watches it. Tells of no person."""

from datetime import datetime
from functools import cache
from typing import Any

from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from messaging import carriers, codes, heartbeats
from messaging.models import Message

MESSAGES_WAIT_AT_MOST = 300
"""Seconds."""


class MigrationsLeft(Exception):
    """The code is newer than the database."""


@never_cache
@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """200 if all is well, else 503; the body says what is not."""
    facts = look(now=timezone.now())  # noqa: TID251 (a view)
    return JsonResponse(facts, status=200 if facts["ok"] else 503)


def look(*, now: datetime) -> dict[str, Any]:
    """What can be seen from here. Ages are in seconds; None is "nothing waits" and "has never been seen"."""
    facts: dict[str, Any] = {
        "ok": False,
        "database": False,
        "migrations": False,
        "oldest_due_message": None,
        "last_sweep": None,
        "sms": None,
        "codes_spent": False,
    }
    try:
        facts["migrations"] = migrations_are_applied()
        facts["oldest_due_message"] = _age(Message.objects.due(now=now).values_list("due_at", flat=True).first(), now)
        last_sweep = heartbeats.last_sweep()
        trouble = carriers.trouble()
        facts["codes_spent"] = codes.are_spent()  # in here: the cache may be a table of the same database
        facts["database"] = True
    except Error:
        return facts
    facts["last_sweep"] = _age(last_sweep, now)
    # Neither this nor spent codes are faults of ours, so no 503.
    facts["sms"] = trouble and trouble.kind.removeprefix(carriers.PREFIX)
    messages_leave = (facts["oldest_due_message"] or 0) <= MESSAGES_WAIT_AT_MOST
    facts["ok"] = facts["migrations"] and messages_leave and heartbeats.standstill(last_sweep, now=now) is None
    return facts


def migrations_are_applied() -> bool:
    """Whether the database is as this code expects. Once true it stays true for as long as the process lives."""
    try:
        _look_for_migrations()
    except MigrationsLeft:
        return False
    return True


@cache
def _look_for_migrations() -> None:
    """Raises when some are left: an exception is not cached, so only good news is remembered."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise MigrationsLeft


def _age(moment: datetime | None, now: datetime) -> int | None:
    return None if moment is None else int((now - moment).total_seconds())
