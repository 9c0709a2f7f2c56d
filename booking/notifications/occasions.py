"""To whom each kind of message goes, and when: the catalogue as the system owner reads it."""

from collections.abc import Mapping
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Occasion(NamedTuple):
    """Who is told, and of what."""

    to: Promise
    when: Promise


HER, ORDERER = _("vikarien"), _("den som beställt")
INTERESTED, SAID_YES = _("den som anmält intresse"), _("den som svarat ja och väntar")

OCCASIONS: Mapping[str, Occasion] = {
    "booking.booked": Occasion(HER, _("När ett pass blir vikariens.")),
    "booking.filled": Occasion(ORDERER, _("När någon annan har bokat en vikarie på passet.")),
    "booking.changed": Occasion(HER, _("När ett bokat pass får ny tid eller plats.")),
    "booking.shortened": Occasion(HER, _("När ett bokat pass slutar tidigare.")),
    "booking.left_early": Occasion(ORDERER, _("När vikarien går hem tidigare.")),
    "booking.late": Occasion(ORDERER, _("När vikarien säger att hon kommer senare.")),
    "booking.in_time": Occasion(ORDERER, _("När en vikarie som skulle bli sen kommer i tid.")),
    "booking.ended": Occasion(HER, _("När bokningen avslutas eller beställningen tas bort.")),
    "booking.emptied": Occasion(ORDERER, _("När en bokning avslutas och någon fortfarande behövs.")),
    "interest.not_selected": Occasion(INTERESTED, _("När någon annan får passet.")),
    "interest.lapsed": Occasion(INTERESTED, _("När beställningen tas bort, ändras eller lämnas tillbaka.")),
    "enquiry.asked": Occasion(HER, _("När vi frågar om ett pass.")),
    "enquiry.asked_many": Occasion(HER, _("När vi frågar om flera pass samtidigt.")),
    "enquiry.lost": Occasion(SAID_YES, _("När någon annan blir vald.")),
    "enquiry.closed": Occasion(SAID_YES, _("När frågan stoppas eller beställningen tas bort.")),
    "order.returned": Occasion(ORDERER, _("När en planerare lämnar tillbaka beställningen.")),
    "order.exhausted": Occasion(_("den som började fråga"), _("När alla är tillfrågade och ingen kan.")),
    "order.asking_waits": Occasion(_("planeraren eller beställaren"), _("När frågorna väntar på att natten är slut.")),
    "order.lapsed": Occasion(ORDERER, _("När passet börjar utan vikarie.")),
    "reminder.shift": Occasion(HER, _("Dagen före ett bokat pass.")),
    "reminder.availability": Occasion(HER, _("När en vecka saknar tid, en gång i veckan.")),
    "time.answered": Occasion(HER, _("När någon skriver en annan tid på ett pass som är slut.")),
    "reminder.time": Occasion(HER, _("Dagen efter ett pass, om tiden inte är bekräftad.")),
    "reminder.attest": Occasion(
        _("beställaren"), _("När pass har väntat mer än två dagar, en gång i veckan och när månaden tar slut.")
    ),
    "jobs.released": Occasion(HER, _("När flera pass som passar läggs ut i Lediga jobb.")),
    "workplace.active": Occasion(HER, _("När vikarien kan jobba på en ny arbetsplats.")),
    "workplace.declined": Occasion(HER, _("När en planerare säger nej till en arbetsplats.")),
    "workplace.introduced": Occasion(_("planeraren"), _("När en introduktion är klar.")),
    "timebank.changed": Occasion(HER, _("När en planerare tar ut, betalar ut eller rättar tid i tidbanken.")),
    "assistant.worked": Occasion(_("planeraren"), _("När en bokningsassistent har gjort något, eller lämnat pass.")),
    "desk.written": Occasion(_("den som planeraren skriver till"), _("När en planerare skriver för hand.")),
}
