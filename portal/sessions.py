"""How long people stay signed in: limits by who they are, as the environment says."""

import re
from datetime import timedelta
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

from people.session_limits import Kind, Limits, Table

USUAL = {
    Kind.OWN_DEVICE: "30d/90d",
    Kind.SHARED: "60m/12h",
    Kind.MANAGER: "8h/7d",
    Kind.DESK: "60m/12h",
    Kind.OWNER: "30m/8h",
    Kind.HELP: "30m/30m",
}
"""Untouched / in all."""

UNITS = {"m": "minutes", "h": "hours", "d": "days"}
SPAN = re.compile(r"([1-9][0-9]{0,3})([mhd])")


def from_environment(env: environ.Env) -> Table:
    """The limits."""
    return read(env.dict("SESSION_LIMITS", default={}))


def lasting(table: Table) -> dict[str, Any]:
    """Django's own settings, by their names: a cookie lasts as long as the longest."""
    longest = max(limits.absolute for limits in table.values())
    return {
        "SESSION_COOKIE_AGE": int(longest.total_seconds()),
        "SESSION_EXPIRE_AT_BROWSER_CLOSE": True,  # but where she has asked to be remembered
    }


def read(said: dict[str, str]) -> Table:
    """The limits of each kind: what is said of it, or else the usual."""
    unknown = said.keys() - {kind.value for kind in Kind}
    if unknown:
        advice = f"SESSION_LIMITS names what there is not: {', '.join(sorted(unknown))}."
        raise ImproperlyConfigured(advice)
    return {kind: _limits(kind, said.get(kind.value, usual)) for kind, usual in USUAL.items()}


def _limits(kind: Kind, written: str) -> Limits:
    spans = [SPAN.fullmatch(part) for part in written.split("/")]
    found = [timedelta(**{UNITS[span[2]]: int(span[1])}) for span in spans if span]
    if len(spans) != len(Limits._fields) or len(found) != len(spans):
        advice = f"SESSION_LIMITS: {kind.value} is written as untouched/in all, 60m/12h, and not {written}."
        raise ImproperlyConfigured(advice)
    return Limits(*found)
