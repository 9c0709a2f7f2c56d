"""The limits of sessions as the environment says them."""

from datetime import timedelta

import environ
import pytest
from django.core.exceptions import ImproperlyConfigured

from people.session_limits import Kind, Limits
from portal import sessions


def test_what_is_not_said_is_as_usual():
    table = sessions.read({"desk": "20m/9h"})

    assert table[Kind.DESK] == Limits(timedelta(minutes=20), timedelta(hours=9))
    assert table[Kind.OWN_DEVICE] == Limits(timedelta(days=30), timedelta(days=90))


@pytest.mark.parametrize(
    "said", [{"desk": "60m"}, {"desk": "60/720"}, {"desk": "0m/1h"}, {"desk": "1h/2h/3h"}, {"x": "1m/1m"}]
)
def test_what_cannot_be_read_keeps_the_portal_from_starting(said):
    with pytest.raises(ImproperlyConfigured, match="SESSION_LIMITS"):
        sessions.read(said)


def test_the_cookie_lasts_as_long_as_the_longest(monkeypatch):
    monkeypatch.setenv("SESSION_LIMITS", "own_device=10d/20d,manager=8h/2d")

    settings = sessions.lasting(sessions.from_environment(environ.Env()))

    assert settings["SESSION_COOKIE_AGE"] == 20 * 24 * 60 * 60
    assert settings["SESSION_EXPIRE_AT_BROWSER_CLOSE"]
