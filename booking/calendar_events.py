"""Her bookings as the events of a calendar file, in the language that is active.

Nothing of who is replaced, nor of codes and keys: the file goes to a calendar that somebody else keeps.
"""

import uuid
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Max, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from booking.calendar_files import Event
from booking.models import Booking
from people.models import HistoryEntry, Workplace
from portal.templatetags.phones import national


def of(bookings: Iterable[Booking]) -> list[Event]:
    """An event each, in the order given; the bookings are read with their places. One query."""
    rows = list(bookings)
    changed = _changed(rows)
    return [_event(booking, changed) for booking in rows]


def _changed(bookings: Iterable[Booking]) -> Mapping[str, datetime]:
    """When each booking, its order or its workplace last became another, by key; what never did is missing."""
    keys: dict[str, set[uuid.UUID]] = {"booking": set(), "order": set(), "workplace": set()}
    for booking in bookings:
        keys["booking"].add(booking.pk)
        keys["order"].add(booking.order_id)
        keys["workplace"].add(booking.order.workplace_id)
    named = {name: Q(object_id__in=[str(key) for key in found]) for name, found in keys.items()}
    deeds = Q(action="order.change") & named["order"] | Q(action="workplace.change") & named["workplace"]
    entries = HistoryEntry.objects.filter(named["booking"] | deeds)
    return dict(entries.values_list("object_id").annotate(Max("timestamp")).order_by())


def _event(booking: Booking, changed: Mapping[str, datetime]) -> Event:
    order, place = booking.order, booking.order.workplace
    is_off = booking.ended_at is not None
    moments = [changed.get(str(key)) for key in (booking.pk, order.pk, place.pk)]
    host = urlsplit(settings.PORTAL_URL).hostname
    return Event(
        uid=f"{booking.pk}@{host}",
        period=booking.period,
        is_off=is_off,
        sequence=order.terms_version + is_off,
        changed_at=max(filter(None, [booking.booked_at, booking.ended_at, *moments])),
        summary=(_("Avbokat pass på %(place)s") if is_off else _("Pass på %(place)s")) % {"place": place},
        location=f"{place.name}, {place.address}",
        description="\n".join(_told(booking)),
        url=_page(booking),
        position=_position(place),
    )


def _position(place: Workplace) -> tuple[Decimal, Decimal] | None:
    if place.latitude is None or place.longitude is None:
        return None
    return place.latitude, place.longitude


def _told(booking: Booking) -> Iterator[str]:
    """What she needs to get there and be let in; the rest is behind the link."""
    if booking.ended_at:
        yield _("Du ska inte jobba det passet.")
    else:
        order, phone = booking.order, booking.order.workplace.phone
        yield _("Du jobbar som %(occupation)s.") % {"occupation": order.occupation}
        if order.contact:
            yield _("Fråga efter %(who)s.") % {"who": order.contact}
        if phone:
            yield _("Telefon till arbetsplatsen: %(phone)s") % {"phone": national(phone)}
    yield _page(booking)


def _page(booking: Booking) -> str:
    return f"{settings.PORTAL_URL}{reverse('booking:booking', args=[booking.pk])}"
