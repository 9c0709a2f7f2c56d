"""What a session remembers of its own sign-in, beside what Django keeps there."""

import hashlib
import secrets
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from people import access, user_agents
from people.models import SignIn, User
from people.operations import sign_ins
from people.roles import ROLES, SYSTEM_OWNER
from people.session_limits import Held, Kind, Over, is_worth_noting, over

IN_SESSION, HELPER = "sign_in", "_helper"


@dataclass(frozen=True, slots=True)
class Known:
    """Whole seconds. `key` is the sign-in's, `session_key` as it was last written there, `mark` of her roles."""

    key: str
    session_key: str
    began: int
    seen: int
    mark: str
    own_device: bool = False
    is_help: bool = False

    def held(self, user: User) -> Held:
        """As the limits ask of it."""
        roles = {assignment.role for assignment in access.assignments(user)}
        began, seen = (datetime.fromtimestamp(moment, tz=UTC) for moment in (self.began, self.seen))
        return Held(began, seen, kinds(roles, own_device=self.own_device, is_help=self.is_help))


def kinds(roles: Collection[str], *, own_device: bool, is_help: bool = False) -> set[Kind]:
    """All that she is; whoever has no role is a substitute, on a telephone of her own or at a computer of others."""
    hers = {_kind_of(code) for code in roles} or {Kind.OWN_DEVICE if own_device else Kind.SHARED}
    return hers | {Kind.HELP} if is_help else hers


def _kind_of(code: str) -> Kind:
    if code == SYSTEM_OWNER.code:
        return Kind.OWNER
    role = ROLES.get(code)
    return Kind.MANAGER if role and not role.at_the_desk else Kind.DESK


def known(session: SessionBase) -> Known | None:
    """What the session says; nothing if it began before anything was written there."""
    said: Any = session.get(IN_SESSION)
    return Known(**said) if isinstance(said, dict) and said.keys() == Known.__dataclass_fields__.keys() else None


def keep(session: SessionBase, now_known: Known) -> None:
    """Write it down."""
    session[IN_SESSION] = {name: getattr(now_known, name) for name in Known.__dataclass_fields__}


def by_helper(request: HttpRequest, helper: User) -> None:
    """Whoever is signed in with this request next is looked as by somebody of the support."""
    setattr(request, HELPER, helper)


def is_made_stronger(request: HttpRequest, user: User) -> bool:
    """Whether she who is let in has been signed in in this very session all along: it is no other sign-in.

    e-ID lets somebody in anew where it only confirms who she is. Another person's session is emptied before that.
    """
    found = known(request.session)
    hers = SignIn.objects.filter(user=user, ended_at=None)
    return found is not None and not found.is_help and hers.filter(pk=found.key).exists()


def begin(request: HttpRequest, user: User, *, at: datetime) -> SignIn:
    """Somebody has signed in with this request."""
    session, helper = request.session, getattr(request, HELPER, None)
    if before := known(session):
        sign_ins.leave(before.key, at=at)
    if not session.session_key:
        session.save()
    own_device = not session.get_expire_at_browser_close()
    browser = user_agents.read(request.META.get("HTTP_USER_AGENT", ""))
    key = str(session.session_key)
    row = sign_ins.begin(user, session_key=key, browser=browser, own_device=own_device, at=at, helper=helper)
    moment = int(at.timestamp())
    # Of an object of its own: whoever calls may give her a role next, and ask the one in hand of it.
    keep(session, Known(str(row.pk), key, moment, moment, mark(User.objects.get(pk=user.pk)), own_device, bool(helper)))
    return row


def why_over(request: HttpRequest, user: User, *, now: datetime) -> Over | None:
    """Why the session has ended by itself; nothing while it goes on."""
    found = known(request.session)
    return over(found.held(user), settings.SESSION_LIMITS, now=now) if found else None


def go_on(request: HttpRequest, user: User, *, now: datetime, by_hand: bool) -> None:
    """She asks for something: it is noted when there is reason, and the key is another where she may do other things.

    What a page asks by itself says nothing of whether she is there.
    """
    found = known(request.session)
    if found is None:
        begin(request, user, at=now)
        return
    if found.mark != (hers := mark(user)):
        request.session.cycle_key()
        keep(request.session, found := replace(found, mark=hers))
    if by_hand and is_worth_noting(found.held(user), settings.SESSION_LIMITS, now=now):
        sign_ins.see(found.key, at=now)
        keep(request.session, replace(found, seen=int(now.timestamp())))


def follow(session: SessionBase) -> None:
    """Let the sign-in know the session by the key that it has got meanwhile."""
    found, key = known(session), session.session_key
    if found and key and found.session_key != key:
        sign_ins.move(found.key, key)
        keep(session, replace(found, session_key=key))


def remember(session: SessionBase, *, yes: bool) -> None:
    """Let her stay signed in here until the limits end it, or until the browser closes."""
    session.set_expiry(settings.SESSION_COOKIE_AGE if yes else 0)
    remembered(session)
    if found := known(session):
        sign_ins.own(found.key, yes=yes)


def remembered(session: SessionBase) -> bool:
    """Whether she has asked to be, which she says after she was let in."""
    found, own_device = known(session), not session.get_expire_at_browser_close()
    if found and found.own_device != own_device:
        keep(session, replace(found, own_device=own_device))
    return own_device


def mark(user: User) -> str:
    """Another when her roles are."""
    roles = sorted(f"{one.role} {one.area_id} {one.workplace_id}" for one in access.assignments(user))
    return hashlib.sha256(f"{roles} {user.is_superuser}".encode()).hexdigest()[:16]


def new_browser() -> str:
    """What a browser's cookie says, for it to be known again."""
    return secrets.token_urlsafe(24)


def browser_of(user: User, cookie: str) -> str:
    """The browser as it is written down for her: of two people at the same computer nobody sees that it is the same."""
    return salted_hmac("people.sessions", f"{user.pk}:{cookie}", algorithm="sha256").hexdigest()
