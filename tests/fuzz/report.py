"""What the portal answered, and of each error of ours one request that makes it again."""

import copy
import sys
import traceback
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY as SHOWN
from allauth.socialaccount.internal.statekit import STATES_SESSION_KEY
from django.core.cache import cache
from django.core.signals import got_request_exception
from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from messaging.models import Heartbeat
from tests.cast import NOW
from tests.fuzz import parameters, providers
from tests.fuzz.asking import Request
from tests.matrix.world import World

OURS = 500
"""From here on the fault is the server's."""

PASSWORD, KEY = {"method": "password"}, {"method": "mfa", "type": "webauthn"}


@dataclass
class Report:
    """Counts by status and by route, and by what went wrong the first request that did it."""

    statuses: Counter[int] = field(default_factory=Counter)
    by_route: Counter[tuple[str, int]] = field(default_factory=Counter)
    by_role: Counter[tuple[str, int]] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        wrong = [f"{count} × {fault}\n    {self.examples[fault]}" for fault, count in self.faults.most_common()]
        roles = [f"{role}: {said(self.by_role, role)}" for role in sorted({role for role, _ in self.by_role})]
        classes = Counter({f"{status // 100}xx": 0 for status in self.statuses})
        for status, count in self.statuses.items():
            classes[f"{status // 100}xx"] += count
        lines = [f"{name}: {count}" for name, count in [*sorted(classes.items()), *sorted(self.statuses.items())]]
        return "\n".join([*wrong, *roles, ", ".join(lines)])

    def routes(self) -> str:
        """A line for each route: what it answered, how often."""
        return "".join(
            f"{route}\t{said(self.by_route, route)}\n" for route in sorted({name for name, _ in self.by_route})
        )

    def note(self, request: Request, status: int, raised: BaseException | None) -> None:
        """Count an answer."""
        self.statuses[status] += 1
        self.by_route[request.route, status] += 1
        self.by_role[request.role, status] += 1
        if status >= OURS or raised:
            fault = where(raised) if raised else f"{status} {request.path[:60]}"
            self.faults[fault] += 1
            self.examples.setdefault(fault, str(request))


def said(counts: Counter[tuple[str, int]], name: str) -> str:
    """The statuses of one of them."""
    return " ".join(f"{status}:{count}" for (one, status), count in sorted(counts.items()) if one == name)


def ask_all(world: World, asked: Iterable[Request], tell: Callable[[int, Report], None] = lambda *_: None) -> Report:
    """Ask each; what comes of it is undone."""
    Heartbeat.objects.update_or_create(
        name="sweep", defaults={"beat_at": NOW}
    )  # the queue does its rounds: the health page is well
    browsers: dict[tuple[str, bool], Client] = {}
    report, raised = Report(), []

    def note(**_: object) -> None:
        raised.append(sys.exc_info()[1])

    got_request_exception.connect(note)
    try:
        for number, request in enumerate(asked):
            who = request.role, request.is_sure
            if who not in browsers:
                browsers[who] = browser(world, *who)
            raised.clear()
            report.note(request, answer_to(browsers[who], request), raised[0] if raised else None)
            tell(number, report)
    finally:
        got_request_exception.disconnect(note)
    return report


def browser(world: World, role: str, is_sure: bool) -> Client:
    """Where somebody of the role is signed in, and has begun to sign in by each provider."""
    client = Client(raise_request_exception=False)
    if reader := world.reader(role):
        client.force_login(reader)
        session = client.session
        session[SHOWN] = [PASSWORD, KEY] if is_sure else [PASSWORD]
        session[f"{SHOWN}_user"] = str(reader.pk)
        session[STATES_SESSION_KEY] = providers.begun(NOW.timestamp())
        session.save()
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
            text = read(answer)
            after = what_comes_of(client, request, answer)
            transaction.set_rollback(True)
    finally:
        client.cookies = cookies
    if answer.headers.get("Content-Type", "").startswith("text/html"):
        parameters.learn(request.route, text)
    return after or int(answer.status_code)


def what_comes_of(client: Client, request: Request, answer: HttpResponse) -> int:
    """The status of the page that a form leads to, if that is what goes wrong; of a SAML answer, it in any case."""
    there = answer.headers.get("Location", "")
    if request.method != "POST" or not there.startswith("/"):
        return 0
    following = client.get(there)
    read(following)
    return following.status_code if following.status_code >= OURS or request.route == "saml_acs" else 0


def read(answer: HttpResponse) -> str:
    """All of it."""
    content = b"".join(answer) if answer.streaming else answer.content
    return content.decode(errors="replace") if not answer.headers.get("Content-Encoding") else ""


def where(error: BaseException | None) -> str:
    """What it is, and the last line of ours that it went through."""
    frames = traceback.extract_tb(error.__traceback__) if error else []
    ours = [one for one in frames if "site-packages" not in one.filename] or frames
    at = f"{ours[-1].filename}:{ours[-1].lineno}" if ours else ""
    last = f"{frames[-1].filename.rpartition('site-packages/')[2]}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}: {str(error)[:120]!r} at {at} ({last})"
