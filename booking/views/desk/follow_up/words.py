"""What the figures are called."""

from collections.abc import Sequence

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from booking.statistics.causes import Cause
from booking.statistics.channels import Channel
from booking.statistics.starts import Slot, Turn, by_turn
from booking.statistics.stretch import Stretch

WEEKDAYS = (
    gettext_lazy("måndag"), gettext_lazy("tisdag"), gettext_lazy("onsdag"), gettext_lazy("torsdag"),
    gettext_lazy("fredag"), gettext_lazy("lördag"), gettext_lazy("söndag"),
)  # fmt: skip
SHORT_WEEKDAYS = (
    gettext_lazy("må"), gettext_lazy("ti"), gettext_lazy("on"), gettext_lazy("to"), gettext_lazy("fr"),
    gettext_lazy("lö"), gettext_lazy("sö"),
)  # fmt: skip
TURNS = {Turn.DAY: gettext_lazy("dag"), Turn.EVENING: gettext_lazy("kväll"), Turn.NIGHT: gettext_lazy("natt")}
LEADS = (
    gettext_lazy("under 3 timmar"), gettext_lazy("3–12 timmar"), gettext_lazy("12–24 timmar"),
    gettext_lazy("1–3 dygn"), gettext_lazy("mer än 3 dygn"),
)  # fmt: skip
CHANNELS = {
    Channel.DIRECT: gettext_lazy("Direktbokning"),
    Channel.ENQUIRY: gettext_lazy("Förfrågan"),
    Channel.INTEREST: gettext_lazy("Lediga jobb"),
    Channel.PLANNER: gettext_lazy("Bemanningen"),
    Channel.PHONE: gettext_lazy("Telefon"),
    Channel.ASSISTANT: gettext_lazy("Bokningsassistenten"),
    Channel.NOBODY: gettext_lazy("Ingen"),
}
CAUSES: dict[Cause, Promise] = {
    Cause.HALTED: gettext_lazy("Stoppat eller returnerat"),
    Cause.ALL_SAID_NO: gettext_lazy("Alla tillfrågade sade nej"),
    Cause.ALL_SILENT: gettext_lazy("Ingen tillfrågad svarade"),
    Cause.NONE_COULD: gettext_lazy("Några sade nej, andra svarade inte eller kunde inte"),
    Cause.NOBODY_FITTED: gettext_lazy("Ingen att fråga"),
    Cause.TOO_SHORT: gettext_lazy("Beställt mindre än 1 tim 30 min före"),
    Cause.LOST_AGAIN: gettext_lazy("Den bokade kunde inte, ingen tillfrågad efter det"),
    Cause.NOT_ASKED: gettext_lazy("Ingen tillfrågad"),
}
STEPS = (
    gettext_lazy("ingen gång"), gettext_lazy("1–2 gånger"), gettext_lazy("3–5 gånger"), gettext_lazy("6–10 gånger"),
    gettext_lazy("fler än 10 gånger"),
)  # fmt: skip


def days(stretch: Stretch) -> str:
    """16 februari–10 maj 2026"""
    first, last = stretch.first, stretch.last
    same_year = first.year == last.year
    return f"{date_format(first, 'j F' if same_year else 'j F Y')}–{date_format(last, 'j F Y')}"


def where_most(slots: Sequence[Slot]) -> str:
    """Flest på fredag, lördag och söndag kväll."""
    if not slots:
        return ""
    parts = [f"{_listed([str(WEEKDAYS[day]) for day in days])} {TURNS[turn]}" for turn, days in by_turn(slots).items()]
    return _("Flest saknas på %(when)s.") % {"when": _listed(parts)}


def _listed(words: Sequence[str]) -> str:
    if len(words) == 1:
        return words[0]
    return _("%(some)s och %(last)s") % {"some": ", ".join(words[:-1]), "last": words[-1]}
