"""That somebody else has written in her time bank."""

from datetime import datetime

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from booking.models import TimeBankEntry
from booking.notifications.shortening import Facts
from booking.notifications.telling import tell
from portal.templatetags.times import day, hours_and_minutes, with_sign


def time_bank_changed(entry: TimeBankEntry, *, balance: int, at: datetime, due_at: datetime | None = None) -> None:
    """What was taken out, paid out or corrected, and the minutes that there are after it."""

    def facts() -> Facts:
        said = {"deed": capfirst(str(entry.get_kind_display())), "day": day(entry.day)}
        said["time"] = with_sign(entry.minutes)
        return {"what": _("%(deed)s %(day)s: %(time)s") % said, "balance": hours_and_minutes(balance)}

    path = reverse("booking:time_bank")
    tell("timebank.changed", entry, to=entry.substitute.user, facts=facts, at=at, due_at=due_at, path=path)
