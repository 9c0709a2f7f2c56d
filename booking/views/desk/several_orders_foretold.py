"""What would become of each order if the same were done to all of them: read, not done."""

import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from booking import offering
from booking.models import Asking, Enquiry, Policy
from booking.operations import enquiries, orders, returning
from booking.operations.refusals import Refused
from booking.operations.several_orders import Deed
from booking.templatetags.shifts import by
from booking.views.desk import order_rows
from booking.views.desk.order_rows import Row
from booking.weeks import local_day


@dataclass(frozen=True, slots=True)
class Foretold:
    """An order, what would be done to it, or why nothing would."""

    row: Row
    will: str
    why_not: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Around:
    """What is known of all the orders: by what policy, which are being asked about, and how many enquiries are out."""

    terms: dict[uuid.UUID, offering.OfferTerms]
    asking: set[uuid.UUID]
    out: dict[uuid.UUID, int]
    now: datetime

    @classmethod
    def of(cls, rows: Sequence[Row], *, now: datetime) -> "Around":
        """Three queries, however many they are."""
        keys = [row.order.pk for row in rows]
        running = Asking.objects.running().filter(order__in=keys).values_list("order", flat=True)
        out = Enquiry.objects.waiting().filter(order__in=keys).values("order").annotate(n=Count("pk"))
        terms = Policy.objects.in_force_at([row.order.workplace for row in rows])
        return cls(terms, set(running), {each["order"]: each["n"] for each in out}, now)


def of(deed: Deed, keys: Sequence[uuid.UUID], allowed: set[uuid.UUID], *, now: datetime) -> list[Foretold]:
    """Of each order; those that are not `allowed` are hers to see and no more."""
    rows = order_rows.of(keys, now=now)
    around = Around.of(rows, now=now)
    return [_foretold(deed, row, around, may=row.order.pk in allowed) for row in rows]


def _foretold(deed: Deed, row: Row, around: Around, *, may: bool) -> Foretold:
    if not may:
        return Foretold(row, "", [_("Du får se passet, men inte göra det här med det.")])
    try:
        return Foretold(row, " ".join(WORDS[deed](row, around)))
    except Refused as refusal:
        return Foretold(row, "", refusal.reasons)


def _advertised(row: Row, around: Around) -> Iterable[str]:
    orders.still_to_advertise(row.order, at=around.now)
    return [_("Ligger redan i Lediga jobb.") if row.advertised else _("Läggs ut i Lediga jobb.")]


def _asked(row: Row, around: Around) -> Iterator[str]:
    order, now = row.order, around.now
    enquiries.still_to_ask_of(order, at=now)
    terms = around.terms[order.workplace_id]
    opens = offering.asking_opens(now, order.starts, terms)
    if order.pk in around.asking:
        yield _("Frågas redan.")
    elif offering.to_be_phoned(now, order.starts, terms):
        yield _("Börjar så snart att vikarierna rings. Inget sms går ut.")
    else:
        size = terms.wave_size
        yield ngettext("Frågas i omgångar, %(n)d åt gången.", "Frågas i omgångar, %(n)d åt gången.", size) % {"n": size}
        yield MODES[Policy.Mode(order.enquiry_mode or terms.enquiry_mode)]()
        if opens > now:
            yield _("Sms går ut %(when)s.") % {"when": by(opens, local_day(now))}


MODES = {
    Policy.Mode.FIRST_YES: lambda: _("Första ja får passet."),
    Policy.Mode.BEST: lambda: _("Svaren samlas, och den som står högst av dem som svarar ja får passet."),
}


def _stopped(row: Row, around: Around) -> Iterator[str]:
    returning.still_searched_for(row.order)
    if row.order.stopped_at:
        yield _("Är redan stoppat.")
        return
    yield _("Stoppas. Inget mer går ut, och inget ja bokar.")
    if number := around.out.get(row.order.pk):
        words = ngettext("%(n)d förfrågan tas tillbaka.", "%(n)d förfrågningar tas tillbaka.", number)
        yield words % {"n": number}


def _cancelled(row: Row, around: Around) -> Iterator[str]:
    orders.still_to_cancel(row.order)
    yield _("Tas bort.")
    if row.booking:
        yield _("%(who)s avbokas och får besked.") % {"who": row.booking.substitute}


WORDS = {Deed.ADVERTISE: _advertised, Deed.ASK: _asked, Deed.STOP: _stopped, Deed.CANCEL: _cancelled}
