"""Who changed what in a policy, and when."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.utils.translation import gettext as _

from booking.models import Policy
from booking.policy_settings import SETTINGS
from booking.policy_words import Setting, Unit
from people import access
from people.models import HistoryEntry, User


@dataclass(frozen=True, slots=True)
class Change:
    """One time that somebody changed it: each thing with what it was and what it became."""

    by: str
    at: datetime
    lines: list[str]


def of(policy: Policy | None, *, seen_by: User) -> list[Change]:
    """The changes of a policy, the latest first. Who may read the policy may read them."""
    if policy is None or not access.can(seen_by, "view", policy):
        return []
    entries = HistoryEntry.objects.of(policy).select_related("user")
    return [Change(entry.user_display_name, entry.timestamp, list(changes(entry.data))) for entry in entries]


def changes(facts: Mapping[str, object]) -> Iterator[str]:
    """Direktbokning samma dag: Nej → Ja"""
    told = facts.get("changes", [])
    for change in told if isinstance(told, list) else []:
        if setting := SETTINGS.get(str(change.get("name"))):
            said = {"what": setting.label, "before": _said(setting, change), "after": _said(setting, change, "after")}
            yield _("%(what)s: %(before)s → %(after)s") % said


def told(facts: Mapping[str, object]) -> str:
    """All of it in one sentence, for the log."""
    return _("Regelverket ändrat. %(changes)s") % {"changes": ". ".join(changes(facts))}


def _said(setting: Setting, change: Mapping[str, object], when: str = "before") -> str:
    plain = change.get(when)
    return _("inte bestämt här") if plain is None else setting.says(_value(setting, plain))


def _value(setting: Setting, plain: object) -> object:
    """The value that the history keeps in minutes, as 21:00, as a code."""
    if setting.unit is Unit.LENGTH and isinstance(plain, int):
        return timedelta(minutes=plain)
    return time.fromisoformat(str(plain)) if setting.unit is Unit.CLOCK else plain
