"""Where somebody is signed in, ended with all that comes there: no page, and no notice."""

from datetime import datetime

from django.contrib.sessions.backends.db import SessionStore
from django.db import transaction

from messaging import browsers
from messaging.browsers import THIS_BROWSER
from messaging.models import PushSubscription
from people.models import SignIn, User
from people.operations import sign_ins, telling
from portal import security_log


@transaction.atomic
def end(sign_in: SignIn, *, at: datetime) -> None:
    """Sign her out there; twice is once."""
    _let_go(sign_in)
    sign_ins.end([sign_in], at=at)
    security_log.once_done("session.ended", user=sign_in.user, about=sign_in)


@transaction.atomic
def end_others(user: User, *, besides: str, here: str, at: datetime) -> int:
    """Sign her out everywhere but where she is, and answer how many places it was.

    `besides` is the key of the sign-in that she is in, `here` what notices come by to this browser; both may be empty.
    Notices stop in every other browser, also where her session had ended by itself.
    """
    ended = _ended(user, besides=besides, here=here, at=at)
    if ended:
        security_log.once_done("sessions.ended_elsewhere", about=user, places=ended)
    return ended


def _ended(user: User, *, besides: str, here: str, at: datetime) -> int:
    others = SignIn.objects.filter(user=user).living(now=at)
    ended = list(others.exclude(pk=besides) if besides else others)
    sign_ins.end(ended, at=at)
    PushSubscription.objects.filter(user=user).exclude(endpoint=here).delete()
    return len(ended)


@transaction.atomic
def end_everywhere(user: User, *, by: User | None, at: datetime) -> int:
    """Somebody who answers for her signs her out, as when a telephone is lost; how many places it was."""
    ended = _ended(user, besides="", here="", at=at)
    telling.of_account(user, "sign_out", by=by, at=at)
    return ended


@transaction.atomic
def disown(sign_in: SignIn, *, at: datetime) -> None:
    """It was not she: it ends, and the next time from that browser she is told again."""
    _let_go(sign_in)
    sign_ins.disown(sign_in, at=at)
    security_log.once_done("session.disowned", about=sign_in)


def _let_go(sign_in: SignIn) -> None:
    endpoint = SessionStore(sign_in.session_key).get(THIS_BROWSER) if sign_in.session_key else ""
    if endpoint:
        browsers.let_go(sign_in.user, endpoint=endpoint)
