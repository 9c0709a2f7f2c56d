"""Writing down what was done: once, in the operation that did it."""

import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.db.models import QuerySet
from wagtail.log_actions import LogContext, get_active_log_context

from people import watched
from people.models.history import HistoryEntry
from people.models.user import User
from portal import security_log


def record(
    instance: models.Model,
    action: str,
    *,
    by: User | None,
    at: datetime,
    area_id: uuid.UUID | None,
    **facts: object,
) -> HistoryEntry:
    """Write that `by` (nobody = the system) did `action` to `instance` at `at`.

    `action` is `<thing>.<verb>`, `facts` is what the reader needs: plain values, never a personnummer. What is watched
    stands in the security log as well, once it is done.
    """
    command = get_active_log_context().uuid
    entry: HistoryEntry = HistoryEntry.objects.log_action(
        instance, action, user=by, timestamp=at, data=facts, object_id=str(instance.pk), area_id=area_id, uuid=command
    )
    if name := watched.event_of(action):
        about = f"{instance._meta.model_name}:{instance.pk}"
        told = partial(security_log.event, name, user=by, about=about, deed=action, **watched.told(facts))
        transaction.on_commit(told)
    return entry


def record_each(
    kind: type[models.Model],
    action: str,
    facts: Mapping[Any, Mapping[str, object]],
    *,
    by: User | None,
    at: datetime,
) -> None:
    """Write the same of many rows of a table, each with its own facts by its key: a few statements for thousands.

    For what no area reads, and the security log does not tell of.
    """
    type_, command = ContentType.objects.get_for_model(kind), get_active_log_context().uuid
    told = {"content_type": type_, "label": str(kind._meta.verbose_name), "action": action, "uuid": command}
    entries = [
        HistoryEntry(object_id=str(key), user=by, timestamp=at, data=dict(said), **told) for key, said in facts.items()
    ]
    HistoryEntry.objects.bulk_create(entries, batch_size=500)


@contextmanager
def of_one_command(command: uuid.UUID, *, by: User) -> Iterator[None]:
    """What is recorded meanwhile is known by the key of the form that asked for it all."""
    context = LogContext(user=by, generate_uuid=False)
    context.uuid = command
    with context:
        yield


def recorded(command: uuid.UUID) -> set[str]:
    """The keys of the rows that the command did something to."""
    return set(HistoryEntry.objects.filter(uuid=command).values_list("object_id", flat=True))


def has_done(user: User, action: str, key: uuid.UUID) -> bool:
    """Whether the user did it to the row with the key, which may be gone by now, so that twice is once."""
    return HistoryEntry.objects.filter(object_id=str(key), action=action, user=user).exists()


def forget(rows: QuerySet[Any], action: str, fact: str) -> None:
    """Empty one fact of one action in the history of the rows: what was written by hand. The deed itself stays."""
    keys = [str(key) for key in rows.values_list("pk", flat=True)]
    entries = list(HistoryEntry.objects.filter(object_id__in=keys, action=action))
    for entry in entries:
        entry.data.pop(fact, None)
    HistoryEntry.objects.bulk_update(entries, ["data"], batch_size=500)
