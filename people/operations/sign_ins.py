"""Signing in and out, as it is known afterwards: which browsers a person is signed in at, and ending that."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.contrib.sessions.backends.db import SessionStore
from django.db import transaction

from people.models import SignIn, User
from people.models.sign_in import SignInQuerySet
from people.user_agents import Browser

KEPT_FOR = timedelta(days=400)
"""As long as a browser keeps a cookie: one that is not used in that time is a new one."""


def begin(
    user: User, *, session_key: str, browser: Browser, own_device: bool, at: datetime, helper: User | None = None
) -> SignIn:
    """She has signed in. What was known by the same session is over."""
    _over(SignIn.objects.filter(session_key=session_key), at=at)
    return SignIn.objects.create(
        user=user,
        session_key=session_key,
        program=browser.program,
        system=browser.system,
        own_device=own_device,
        helper=helper,
        began_at=at,
        seen_at=at,
    )


def is_new(sign_in: SignIn, browser: str) -> bool:
    """Whether she has signed in before, but never there."""
    before = SignIn.objects.filter(user=sign_in.user_id, helper=None).exclude(pk=sign_in.pk)
    return before.exists() and not before.of_browser(browser).exists()


def come_from(sign_in: SignIn, browser: str, *, own_device: bool) -> None:
    """Which browser it was, and whether she asked to be remembered there."""
    sign_in.browser, sign_in.own_device = browser, own_device
    sign_in.save(update_fields=["browser", "own_device"])


def move(key: str, session_key: str) -> None:
    """The session has another key from now on."""
    SignIn.objects.filter(pk=key, ended_at=None).update(session_key=session_key)


def own(key: str, *, yes: bool) -> None:
    """She asks to be remembered there, or no longer."""
    SignIn.objects.filter(pk=key, ended_at=None).update(own_device=yes)


def see(key: str, *, at: datetime) -> None:
    """She does something there."""
    SignIn.objects.filter(pk=key, ended_at=None).update(seen_at=at)


@transaction.atomic
def end(sign_ins: Iterable[SignIn], *, at: datetime) -> None:
    """Their sessions open no page from the next request on; twice is once."""
    rows = SignIn.objects.filter(pk__in=[one.pk for one in sign_ins], ended_at=None)
    for session_key in list(rows.select_for_update(no_key=True).values_list("session_key", flat=True)):
        SessionStore().delete(session_key)
    _over(rows, at=at)


def leave(key: str, *, at: datetime) -> None:
    """She has signed out there: its session is gone by itself."""
    _over(SignIn.objects.filter(pk=key), at=at)


@transaction.atomic
def disown(sign_in: SignIn, *, at: datetime) -> None:
    """It was not she: it ends, and the browser is a new one if anybody comes from there again."""
    end([sign_in], at=at)
    if sign_in.browser:
        SignIn.objects.filter(user=sign_in.user_id).of_browser(sign_in.browser).update(browser="")


def forget(*, at: datetime) -> None:
    """Keep no sign-in whose browser has not been used for so long that its cookie is gone."""
    SignIn.objects.filter(seen_at__lte=at - KEPT_FOR).delete()


def _over(rows: SignInQuerySet, *, at: datetime) -> None:
    rows.filter(ended_at=None).update(ended_at=at, session_key="")
