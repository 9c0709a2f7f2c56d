"""Who changed the words of a message, when, from what and to what."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from booking.models import MessageText
from booking.notifications import fitting
from booking.notifications.catalogue import CATALOGUE
from people import access
from people.models import HistoryEntry, User


@dataclass(frozen=True, slots=True)
class Change:
    """One time; where the text is empty it was the portal's words."""

    by: str
    at: datetime
    before: str
    after: str


def of(row: MessageText | None, *, seen_by: User) -> list[Change]:
    """The changes, the latest first. Who may read the text may read them."""
    if row is None or not access.can(seen_by, "view", row):
        return []
    entries = HistoryEntry.objects.of(row).select_related("user")
    return [
        Change(entry.user_display_name, entry.timestamp, entry.data.get("before", ""), entry.data.get("after", ""))
        for entry in entries
    ]


def told(facts: Mapping[str, object]) -> str:
    """The sentence in the log."""
    code, language = str(facts.get("kind")), str(facts.get("language"))
    what = fitting.portals_words(code, language)[0] if code in CATALOGUE else code
    if after := facts.get("after"):
        return _("Meddelandet ”%(what)s” säger nu: %(after)s") % {"what": what, "after": after}
    return _("Meddelandet ”%(what)s” har portalens ord igen") % {"what": what}
