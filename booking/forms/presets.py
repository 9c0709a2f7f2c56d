"""The common times of a working day, offered as one tap."""

from dataclasses import dataclass
from datetime import time

from django.utils.functional import Promise, lazy
from django.utils.translation import gettext_lazy as _

from booking.models import Kind
from booking.templatetags.shifts import HOW_OFTEN, from_to

OWN = "egen"
ONCE = "0"


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice with a drawing: its value in the form, and the words that a reader chooses by."""

    value: str
    icon: str
    title: str | Promise
    hint: str | Promise


HOURS = {
    "dag": (time(7), time(16)),
    "kvall": (time(15), time(21, 30)),
    "natt": (time(21), time(7)),
    "dygn": (time(), time()),  # from midnight until the clock shows it again
}
in_clocks = lazy(from_to, str)
TIMES = [
    Choice("dag", "sun", _("Dag"), in_clocks(*HOURS["dag"])),
    Choice("kvall", "sunset", _("Kväll"), in_clocks(*HOURS["kvall"])),
    Choice("natt", "moon", _("Natt"), in_clocks(*HOURS["natt"])),
    Choice("dygn", "day24", _("Hela dygnet"), in_clocks(*HOURS["dygn"])),
    Choice(OWN, "sliders", _("Egen tid"), _("Du skriver klockslag")),
]
KINDS = [
    Choice(Kind.AVAILABLE.value, "bolt", _("Jag kan jobba"), _("Du kan bokas direkt. Lägg bara in tid du kan jobba.")),
    Choice(Kind.ASK_ME.value, "help", _("Fråga mig först"), _("Vi frågar innan vi bokar dig.")),
    Choice(Kind.NOT_AVAILABLE.value, "x", _("Jag kan inte"), _("Vi ser att du inte kan jobba då.")),
]
RESOURCES = [
    Choice(Kind.RESOURCE.value, "briefcase", _("Resurspass"), _("Du har månadslön och kan sättas in.")),
    Choice(Kind.ACUTE_RESOURCE.value, "repeat", _("Akut resurstid"), _("Som resurspass, och tiderna får flyttas.")),
]
OFTEN = [
    Choice(ONCE, "calendar", _("Bara den veckan"), _("Tiden kommer inte tillbaka.")),
    Choice("1", "repeat", HOW_OFTEN[1], _("Från och med den veckan.")),
    Choice("2", "repeat", HOW_OFTEN[2], _("Den veckan, och sedan varannan.")),
    Choice("3", "repeat", HOW_OFTEN[3], _("Den veckan, och sedan var tredje.")),
    Choice("4", "repeat", HOW_OFTEN[4], _("Den veckan, och sedan var fjärde.")),
]


def as_chosen(starts: time, ends: time) -> dict[str, object]:
    """The time as the form has it: one of the common ones, or one of her own."""
    common = next((value for value, hours in HOURS.items() if hours == (starts, ends)), None)
    return {"tid": common} if common else {"tid": OWN, "fran": starts, "till": ends}
