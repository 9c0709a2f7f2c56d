"""What each kind of message to a substitute is called where her planner sees that it was sent."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WRITTEN = "desk.written"

WORDS: Mapping[str, Promise] = {
    "booking.booked": _("Besked: passet är ditt"),
    "booking.changed": _("Passet är ändrat"),
    "booking.shortened": _("Passet är kortat"),
    "booking.ended": _("Avbokning"),
    "interest.not_selected": _("Någon annan fick passet"),
    "interest.lapsed": _("Intresset gäller inte längre"),
    "enquiry.asked": _("Förfrågan"),
    "enquiry.asked_many": _("Flera förfrågningar"),
    "enquiry.lost": _("Någon annan fick passet"),
    "enquiry.closed": _("Förfrågan gäller inte längre"),
    "reminder.shift": _("Påminnelse om passet"),
    "reminder.availability": _("Påminnelse om tom vecka"),
    "time.answered": _("En annan tid är skriven"),
    "reminder.time": _("Påminnelse om arbetad tid"),
    "jobs.released": _("Nya lediga jobb"),
    "workplace.active": _("Kan bokas på arbetsplatsen"),
    "workplace.declined": _("Nej till arbetsplatsen"),
    "timebank.changed": _("Tidbanken är ändrad"),
    WRITTEN: _("Skrivet av en planerare"),
}

OF_NO_SHIFT = {"reminder.availability", "timebank.changed"}
"""About her alone, and of no area."""
