"""What is counted stays counted, however much else is kept beside it, and in whichever process."""

import environ
import pytest
from django.core.cache import cache

from people import limits
from portal import caches


def test_whoever_sends_many_names_pushes_out_nothing_that_is_counted(db):
    limit = limits.Limit("kept", most=5, seconds=60)
    for _ in range(5):
        limits.count(limit, "her")

    for number in range(2000):
        cache.set(f"another:{number}", number, 60)

    assert limits.is_reached(limit, "her")


@pytest.mark.parametrize(
    ("url", "shared"),
    [
        ("locmemcache://", False),
        ("dummycache://", False),
        ("dbcache://portal_cache", True),
        ("rediscache://host:6379/0", True),
    ],
)
def test_a_cache_in_the_process_is_not_shared(url, shared, monkeypatch):
    monkeypatch.setenv("CACHE_URL", url)

    assert caches.is_shared(caches.from_environment(environ.Env())["default"]) is shared


def test_a_table_of_the_database_has_room_for_what_is_counted(monkeypatch):
    monkeypatch.setenv("CACHE_URL", "dbcache://portal_cache")

    made = caches.from_environment(environ.Env())["default"]

    assert (made["LOCATION"], made["OPTIONS"]["MAX_ENTRIES"]) == ("portal_cache", caches.ROOM)
