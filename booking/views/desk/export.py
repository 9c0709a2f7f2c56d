"""The lists of orders and bookings as files: exactly what the filters show, of what she may take with her."""

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from itertools import islice
from typing import Any

from django.db.models import Count, QuerySet
from django.http import Http404, HttpResponseBase
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from booking.forms.order_narrowing import BookingNarrowing, OrderNarrowing, ShiftsNarrowing
from booking.models import Booking, Order
from booking.templatetags.staffing import booking_state, order_state
from booking.views.desk import order_rows
from booking.views.desk.order_rows import Row
from booking.weeks import local_day
from people import access
from people.exports import Column, Kind, table_response
from people.operations import exporting
from people.requests import SignedIn

AT_A_TIME = 1000
"""So many rows are in memory."""

Rows = QuerySet[Any]
AN_HOUR = timedelta(hours=1)


@require_POST
def orders(request: SignedIn, kind: str) -> HttpResponseBase:
    """The orders that the list shows, all of its pages."""
    form = OrderNarrowing(request.GET, user=request.user, now=timezone.now())
    rows = form.ordered(form.narrowed(_taken(request, Order.objects.all())))
    _note(request, form, rows, "order.export", area="workplace__area", kind=Kind.named(kind))
    columns = _columns(_of_an_order(), Kind.named(kind))
    return table_response(columns, _in_parts(rows, form), name=_name("bestallningar", form), kind=Kind.named(kind))


@require_POST
def bookings(request: SignedIn, kind: str) -> HttpResponseBase:
    """The bookings that the list shows."""
    form = BookingNarrowing(request.GET, user=request.user, now=timezone.now())
    hers = access.scope(request.user, Booking.objects.filter(order__in=_taken(request, Order.objects.all())))
    rows = form.ordered(form.narrowed(hers))
    _note(request, form, rows, "booking.export", area="order__workplace__area", kind=Kind.named(kind))
    columns = _columns(_of_a_booking(), Kind.named(kind))
    read = rows.select_related("order__workplace__area", "order__occupation", "order__reason", "substitute__user")
    return table_response(columns, read.iterator(AT_A_TIME), name=_name("bokningar", form), kind=Kind.named(kind))


def _taken(request: SignedIn, rows: Rows) -> Rows:
    """Those that she may take with her; 404 to whoever may not."""
    if not access.may(request.user, "order.export"):
        raise Http404
    return access.scope(request.user, rows, "export")


def _name(what: str, form: ShiftsNarrowing) -> str:
    return f"{what}-{local_day(form.now).isoformat()}"


def _note(request: SignedIn, form: ShiftsNarrowing, rows: Rows, action: str, *, area: str, kind: Kind) -> None:
    """In the history, before the first row leaves."""
    counts = dict(rows.order_by().values_list(area).annotate(Count("pk")))
    exporting.noted(action, counts, kind=kind.value, narrowed=form.noted(), by=request.user, at=form.now)


def _in_parts(rows: Rows, form: ShiftsNarrowing) -> Iterator[Row]:
    keys = rows.values_list("pk", flat=True).iterator(AT_A_TIME)
    while part := list(islice(keys, AT_A_TIME)):
        yield from order_rows.of(part, now=form.now)


def _columns(columns: Iterable[tuple[bool, Column[Any]]], kind: Kind) -> list[Column[Any]]:
    """Keys and codes are for machines."""
    return [column for for_people, column in columns if for_people or kind is Kind.CSV]


def _of_an_order() -> Iterator[tuple[bool, Column[Row]]]:
    yield False, Column("order", _("Beställning"), lambda row: str(row.order.pk))
    yield from _of_a_shift(lambda row: row.order, lambda row: row.order)
    yield True, Column("reason", _("Orsak"), lambda row: row.order.reason.name, width=20)
    yield False, Column("status", _("Läge"), lambda row: row.order.status)
    yield True, Column("state", _("Läge"), lambda row: str(order_state(row.order)["text"]), width=26)
    yield True, Column("also", _("Också"), lambda row: ", ".join(row.notes), width=24)
    yield True, Column("asked", _("Frågade"), lambda row: row.order.asked, width=9)
    yield True, Column("waiting", _("Väntar på svar"), lambda row: row.order.waiting, width=14)
    yield True, Column("interested", _("Intresse"), lambda row: row.order.interested, width=9)
    yield True, Column("substitute", _("Vikarie"), lambda row: str(row.booking.substitute) if row.booking else "", 26)
    yield True, Column("employee_number", _("Anställningsnummer"), _number_of_whoever_has_it, width=20)
    yield True, Column("placed_at", _("Beställd"), lambda row: row.order.placed_at, moment=True)


def _of_a_booking() -> Iterator[tuple[bool, Column[Booking]]]:
    yield False, Column("booking", _("Bokning"), lambda row: str(row.pk))
    yield False, Column("order", _("Beställning"), lambda row: str(row.order_id))
    yield from _of_a_shift(lambda row: row, lambda row: row.order)
    yield True, Column("reason", _("Orsak"), lambda row: row.order.reason.name, width=20)
    yield True, Column("substitute", _("Vikarie"), lambda row: str(row.substitute), width=26)
    yield True, Column("employee_number", _("Anställningsnummer"), lambda row: row.substitute.employee_number, width=20)
    yield False, Column("origin", _("Bokad genom"), lambda row: row.origin)
    yield True, Column("origin_name", _("Bokad genom"), lambda row: capfirst(row.get_origin_display()), width=18)
    yield True, Column("state", _("Läge"), booking_state, width=26)
    yield True, Column("booked_at", _("Bokad"), lambda row: row.booked_at, moment=True)


def _of_a_shift(
    shift: Callable[[Any], Order | Booking], order: Callable[[Any], Order]
) -> Iterator[tuple[bool, Column[Any]]]:
    """When and where; the hours are real ones, without the break."""
    yield True, Column("starts", _("Börjar"), lambda row: shift(row).starts, moment=True)
    yield True, Column("ends", _("Slutar"), lambda row: shift(row).ends, moment=True)
    yield True, Column("break_minutes", _("Rast, minuter"), lambda row: shift(row).break_minutes, width=13)
    yield True, Column("hours", _("Timmar"), lambda row: _hours(shift(row)), width=9)
    yield True, Column("area", _("Område"), lambda row: order(row).workplace.area.name, width=22)
    yield True, Column("workplace", _("Arbetsplats"), lambda row: order(row).workplace.name, width=28)
    yield True, Column("occupation", _("Yrke"), lambda row: capfirst(order(row).occupation.name), width=20)


def _hours(shift: Order | Booking) -> float:
    return round((shift.period.length - timedelta(minutes=shift.break_minutes)) / AN_HOUR, 2)


def _number_of_whoever_has_it(row: Row) -> str:
    return row.booking.substitute.employee_number if row.booking else ""
