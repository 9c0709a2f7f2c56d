"""What has just been done to an order, as a sentence with somebody in it: Karin Lind bokade Elin Back 06.42."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people.models import HistoryEntry, User
from portal.templatetags.times import clock

SAID: Mapping[str, Promise] = {
    "order.advertise": gettext_lazy("%(by)s lade ut passet i Lediga jobb %(clock)s."),
    "order.stop_advertising": gettext_lazy("%(by)s tog passet ur Lediga jobb %(clock)s."),
    "order.change": gettext_lazy("%(by)s ändrade passet %(clock)s."),
    "order.ask": gettext_lazy("%(by)s skickade förfrågan %(clock)s."),
    "order.ask_in_waves": gettext_lazy("%(by)s började fråga i omgångar %(clock)s."),
    "order.reserve": gettext_lazy("%(by)s gav någon första chansen %(clock)s."),
    "order.stop": gettext_lazy("%(by)s stoppade passet %(clock)s."),
    "order.resume": gettext_lazy("%(by)s startade passet igen %(clock)s."),
    "order.return": gettext_lazy("%(by)s returnerade passet %(clock)s."),
    "order.take_up": gettext_lazy("%(by)s tog tillbaka passet %(clock)s."),
    "order.cancel": gettext_lazy("%(by)s tog bort beställningen %(clock)s."),
    "booking.book": gettext_lazy("%(by)s bokade %(who)s %(clock)s."),
    "booking.end": gettext_lazy("%(by)s avbokade %(who)s %(clock)s."),
    "booking.shorten": gettext_lazy("%(by)s kortade passet för %(who)s %(clock)s."),
    "booking.no_show": gettext_lazy("%(by)s antecknade %(clock)s att %(who)s inte kom."),
    "booking.came": gettext_lazy("%(by)s antecknade %(clock)s att %(who)s kom."),
    "booking.attest": gettext_lazy("%(by)s attesterade passet %(clock)s."),
    "booking.say_time": gettext_lazy("%(by)s skrev den arbetade tiden %(clock)s."),
    "booking.correct_time": gettext_lazy("%(by)s rättade den arbetade tiden %(clock)s."),
    "call.note": gettext_lazy("%(by)s ringde %(who)s %(clock)s."),
}
"""Those that change what somebody else can do."""

BY_HERSELF: Mapping[str, Promise] = {
    "booking.book": gettext_lazy("%(who)s fick passet %(clock)s."),
    "booking.end": gettext_lazy("%(who)s lämnade passet %(clock)s."),
    "interest.register": gettext_lazy("%(who)s anmälde intresse %(clock)s."),
    "interest.withdraw": gettext_lazy("%(who)s tog tillbaka sitt intresse %(clock)s."),
    "enquiry.answer": gettext_lazy("%(who)s svarade på förfrågan %(clock)s."),
    "enquiry.take_back_no": gettext_lazy("%(who)s tog tillbaka sitt nej %(clock)s."),
}
"""What the one whom it is about did, or the portal on her word."""


def said(entry: HistoryEntry, person: str, *, reader: User) -> str:
    """The sentence, if it is one to be told; `person` is whom the entry is about."""
    by_herself = entry.user_id is None or entry.user_display_name == person
    words = (by_herself and person and BY_HERSELF.get(entry.action)) or SAID.get(entry.action)
    if not words:
        return ""
    return str(words) % {"by": _who(entry, reader), "who": person or _("någon"), "clock": clock(entry.timestamp)}


def _who(entry: HistoryEntry, reader: User) -> str:
    if entry.user_id is None:
        return _("Portalen")
    return _("Du") if entry.user_id == reader.pk else entry.user_display_name
