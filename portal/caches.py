"""Where the portal keeps what it may lose: counts of attempts in one cache, whole pages in another."""

from typing import Any

import environ

ROOM = 50_000
"""Entries, where a cache of Django's own counts them. With fewer, whoever sends many names pushes out what is counted
of one: Django throws a third away when there are 300.
"""

COUNTED = ("locmem.LocMemCache", "db.DatabaseCache")


def from_environment(env: environ.Env) -> dict[str, dict[str, Any]]:
    """The setting `CACHES`."""
    return {
        "default": _with_room(env.cache("CACHE_URL", default="locmemcache://")),
        "pages": env.cache("PAGE_CACHE_URL", default="locmemcache://pages"),  # adr/0034
    }


def is_shared(cache: dict[str, Any]) -> bool:
    """Whether each process counts on from where another was."""
    return not str(cache["BACKEND"]).endswith(("locmem.LocMemCache", "dummy.DummyCache"))


def _with_room(cache: dict[str, Any]) -> dict[str, Any]:
    if str(cache["BACKEND"]).endswith(COUNTED):
        cache["OPTIONS"] = {"MAX_ENTRIES": ROOM} | cache.get("OPTIONS", {})
    return cache
