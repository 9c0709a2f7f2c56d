"""Who changed what of a booking assistant, and when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from booking.models import AssistantProfile
from people import access
from people.models import HistoryEntry, User
from people.views.desk import changes_in_words

NAMES: Mapping[str, Promise] = {
    "assistantprofile.turn_on": _("Bokningsassistent på"),
    "assistantprofile.turn_off": _("Bokningsassistent av"),
    "order.choose": _("Bokningsassistenten valde vilka som frågas"),
    "assistantrun.start": _("Bokningsassistenten startad för hand"),
    "assistantrun.export": _("Bokningsassistenters körningar hämtade som fil"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """One time that somebody changed it."""

    by: str
    at: datetime
    lines: list[str]


def of(profile: AssistantProfile | None, *, seen_by: User) -> list[Change]:
    """The latest first. Whoever may see it may read them."""
    if profile is None or not access.can(seen_by, "view", profile):
        return []
    entries = HistoryEntry.objects.of(profile).select_related("user")
    return [_change(entry) for entry in entries]


def _change(entry: HistoryEntry) -> Change:
    lines = list(changes_in_words.lines(AssistantProfile, entry.data)) if entry.action.endswith(".change") else []
    return Change(entry.user_display_name, entry.timestamp, lines or [entry.message])
