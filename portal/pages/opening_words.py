"""Open or closed, and when that changes, as one says it."""

from datetime import UTC, datetime, timedelta

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.pages.opening_hours import MIDNIGHT, State
from portal.templatetags.times import clock, day

A_DAY = timedelta(days=1)
A_WEEK = timedelta(days=7)
SOON = timedelta(hours=1)


def head(state: State) -> str:
    """Öppet nu"""
    return _("Öppet nu") if state.is_open else _("Stängt nu")


def sentence(name: str, state: State, now: datetime) -> str:
    """Bemanningen har öppet nu. Stänger 16.00."""
    how = _("%(name)s har öppet nu.") if state.is_open else _("%(name)s har stängt nu.")
    then = detail(state, now)
    return f"{how % {'name': name}} {then}." if then else how % {"name": name}


def detail(state: State, now: datetime) -> str:
    """Öppnar 06.30, om 45 minuter"""
    if state.changes is None or (state.is_open and state.changes - now > A_WEEK):
        return _("Dygnet runt") if state.is_open else ""
    when = _moment(state.changes, now)
    if state.is_open:
        return _("Stänger %(when)s") % {"when": when}
    left = state.changes - now.astimezone(UTC)
    return _("Öppnar %(when)s") % {"when": f"{when}, {_minutes(left)}" if left < SOON else when}


def at_midnight() -> str:
    """24.00, or as the language writes it: the midnight that ends a day."""
    return clock(MIDNIGHT).replace("00", "24", 1)


def _minutes(left: timedelta) -> str:
    minutes = max(1, -(-left // timedelta(minutes=1)))
    return ngettext("om %(minutes)d minut", "om %(minutes)d minuter", minutes) % {"minutes": minutes}


def _moment(change: datetime, now: datetime) -> str:
    """06.30, i morgon 06.30, måndag 06.30 or torsdag 14 maj 06.30"""
    local, today = localtime(change), localtime(now).date()
    if local.time() == MIDNIGHT and local.date() == today + A_DAY:
        return at_midnight()
    ahead = local.date() - today
    if not ahead:
        return clock(local)
    if ahead == A_DAY:
        return _("i morgon %(time)s") % {"time": clock(local)}
    when = date_format(local, "l") if ahead < A_WEEK else day(local)
    return f"{when} {clock(local)}"
