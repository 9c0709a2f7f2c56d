"""What the portal answered, and of each error of ours one request that makes it again."""

import copy
import sys
import traceback
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.core.cache import cache
from django.core.signals import got_request_exception
from django.db import transaction
from django.test import Client

from tests.fuzz.asking import Request
from tests.matrix.world import World

OURS, WELL = 500, 503
"""From here on the fault is the server's; that it says it is not well, as the health page does, is none."""


@dataclass
class Report:
    """Counts by status, and by what went wrong the first request that did it."""

    statuses: Counter[int] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        lines = [f"{status}: {count}" for status, count in sorted(self.statuses.items())]
        wrong = [f"{count} × {fault}\n    {self.examples[fault]}" for fault, count in self.faults.most_common()]
        return "\n".join([*wrong, ", ".join(lines)])


def ask_all(world: World, asked: Iterable[Request], tell: Callable[[int], None] = lambda _number: None) -> Report:
    """Ask each; what comes of it is undone."""
    clients, report, raised = {}, Report(), []

    def note(**_: object) -> None:
        raised.append(sys.exc_info()[1])

    got_request_exception.connect(note)
    try:
        for number, request in enumerate(asked):
            client = clients.setdefault(request.role, browser(world, request.role))
            raised.clear()
            status = answer_to(client, request)
            report.statuses[status] += 1
            if (status >= OURS and status != WELL) or raised:
                fault = where(raised[0]) if raised else f"{status} {request.path[:60]}"
                report.faults[fault] += 1
                report.examples.setdefault(fault, str(request))
            tell(number)
    finally:
        got_request_exception.disconnect(note)
    return report


def browser(world: World, role: str) -> Client:
    """Where somebody of the role is signed in."""
    client = Client(raise_request_exception=False)
    if reader := world.reader(role):
        client.force_login(reader)
    return client


def answer_to(client: Client, request: Request) -> int:
    """The status, once all of the answer has been read."""
    cache.clear()
    cookies = copy.deepcopy(client.cookies)
    for name, value in request.cookies.items():
        client.cookies[name] = value
    try:
        with transaction.atomic():
            answer = client.generic(
                request.method, request.path, request.body, request.kind, headers=request.headers,
                QUERY_STRING=request.query,
            )  # fmt: skip
            b"".join(answer) if answer.streaming else answer.content
            transaction.set_rollback(True)
    finally:
        client.cookies = cookies
    return int(answer.status_code)


def where(error: BaseException | None) -> str:
    """What it is, and the last line of ours that it went through."""
    frames = traceback.extract_tb(error.__traceback__) if error else []
    ours = [one for one in frames if "site-packages" not in one.filename] or frames
    at = f"{ours[-1].filename}:{ours[-1].lineno}" if ours else ""
    last = f"{frames[-1].filename.rpartition('site-packages/')[2]}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}: {str(error)[:120]!r} at {at} ({last})"
