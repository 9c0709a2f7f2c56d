"""What each kind of message about an order is called in its history."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from booking.views.desk.substitute_messages_words import WORDS

TO_ORDERERS: Mapping[str, Promise] = {
    "booking.filled": _("Besked: passet är tillsatt"),
    "booking.left_early": _("Vikarien gick hem tidigare"),
    "booking.late": _("Vikarien kommer senare"),
    "booking.in_time": _("Vikarien kommer i tid"),
    "booking.emptied": _("Passet saknar vikarie igen"),
    "order.returned": _("Passet är returnerat"),
    "order.exhausted": _("Alla är tillfrågade"),
    "order.asking_waits": _("Frågorna väntar"),
    "order.lapsed": _("Passet börjar utan vikarie"),
}


def name_of(kind: str) -> str:
    """The name of it; of one that nobody has named, that it is a message."""
    return str(WORDS.get(kind) or TO_ORDERERS.get(kind) or _("Meddelande"))
