"""Why a shift is not in a run, in words."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from booking.models import Booking
from payroll.models import LeftOut, WageCode
from people.models.agreement import PayForm

Reason = LeftOut.Reason
WORDS = {
    Reason.NOT_ATTESTED: gettext_lazy("Arbetsplatsen har inte bekräftat tiden."),
    Reason.NO_SHOW: gettext_lazy("Vikarien kom inte."),
    Reason.NOTHING_WORKED: gettext_lazy("Inget arbetades."),
    Reason.BANKED: gettext_lazy("Tiden finns i tidbanken, och betalas inte."),
    Reason.NO_NUMBER: gettext_lazy("Vikarien har inget anställningsnummer."),
    Reason.NO_CODE: gettext_lazy("Det finns ingen löneart för %(what)s, %(pay_form)s."),
    Reason.TOO_WIDE: gettext_lazy("%(text)s får inte plats i kolumnen %(column)s, som är %(width)s tecken."),
    Reason.LINE_BREAK: gettext_lazy("Ett värde har en radbrytning."),
    Reason.UNWRITABLE: gettext_lazy("Tecknet %(sign)s finns inte i %(encoding)s."),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One shift: whose, when, where, why, and the way to it."""

    who: str
    starts: datetime
    where: str
    why: str
    address: str


def lines(rows: Sequence[LeftOut]) -> list[Line]:
    """In words; one query, however many."""
    keys = [row.booking_id for row in rows]
    bookings: Mapping[uuid.UUID, Booking] = {row.pk: row for row in Booking.objects.with_places().filter(pk__in=keys)}
    return [_line(row, bookings[row.booking_id]) for row in rows]


def _line(row: LeftOut, booking: Booking) -> Line:
    return Line(
        who=str(booking.substitute),
        starts=booking.starts,
        where=booking.order.workplace.name,
        why=str(WORDS[Reason(row.reason)]) % _facts(row.facts),
        address=reverse("booking_desk:inspect", args=[booking.pk]),
    )


def _facts(said: Mapping[str, Any]) -> dict[str, str]:
    facts = {"what": "", "pay_form": "", "text": _("Värdet"), "column": "", "width": "", "sign": "", "encoding": ""}
    facts |= {name: str(value) for name, value in said.items()}
    if "pay_form" in said:
        facts |= {"what": str(WageCode.What(said["what"]).label), "pay_form": str(PayForm(said["pay_form"]).label)}
    return facts
