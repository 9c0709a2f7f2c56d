"""How far an order has come, as plain facts: others as soon as something of it has moved. Asked often, so short."""

from booking.models import Advert, Asking, Booking, Call, Enquiry, Interest, Order


def of(order: Order) -> tuple[object, ...]:
    """The order's own row, and what hangs on it; six queries."""
    return (
        *(getattr(order, field.attname) for field in Order._meta.concrete_fields),
        *Booking.objects.filter(order=order)
        .order_by("pk")
        .values_list("pk", "starts", "ends", "ended_at", "no_show", "attested_at", "expected_at"),
        *Enquiry.objects.filter(order=order, round=order.round).order_by("pk").values_list("pk", "status"),
        *Interest.objects.filter(order=order, round=order.round).order_by("pk").values_list("pk", "status"),
        *Asking.objects.filter(order=order).order_by("pk").values_list("pk", "waves", "next_wave_at", "ended_at"),
        *Call.objects.filter(order=order).order_by("pk").values_list("pk"),
        *Advert.objects.filter(order=order, closed_at=None).values_list("pk"),
    )
