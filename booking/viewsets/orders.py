"""Orders in the admin: found in the list, and filled, halted and changed on their page."""

from collections.abc import Callable
from typing import ClassVar

from django.http import HttpResponseBase
from django.urls import URLPattern, path

from booking.models import Order
from booking.views.desk import (
    asking,
    booked,
    changing,
    export,
    halting,
    history,
    lists,
    offering,
    order,
    phoning,
    placing,
    several_orders,
)
from people.viewsets.scoped import ScopedModelViewSet

View = Callable[..., HttpResponseBase]

DONE_TO_IT: dict[str, View] = {
    "boka": order.book,
    "boka-igen": order.rebook,
    "avboka": order.end,
    "ta-bort": order.cancel,
    "fraga": asking.ask,
    "fraga-i-omgangar": asking.ask_in_waves,
    "forsta-chansen": asking.give_first_chance,
    "slapp-in-andra": asking.let_others_in,
    "direktboka": offering.book_directly,
    "annonsera": offering.advertise,
    "ta-ur-lediga-jobb": offering.stop_advertising,
    "ring": phoning.called,
    "stoppa": halting.stop,
    "starta": halting.resume,
    "returnera": halting.send_back,
    "ta-tillbaka": halting.take_up,
    "andra": changing.change,
    "korta": booked.shorten,
    "narvaro": booked.attended,
    "attestera": booked.attest,
}


class OrderViewSet(ScopedModelViewSet):
    """Orders: found in the list, filled on their page."""

    model = Order
    url_prefix = "bestallningar"
    icon = "clipboard-list"
    screens: ClassVar = frozenset({"index", "add", "inspect"})
    index_view: View = staticmethod(lists.orders)
    add_view: View = staticmethod(placing.place)
    inspect_view: View = staticmethod(order.show)

    def get_urlpatterns(self) -> list[URLPattern]:
        several = [
            path("flera/", several_orders.foretell, name="several"),
            path("flera/gor/", several_orders.carry_out, name="carry_out"),
            path("flera/<uuid:command>/", several_orders.outcome, name="outcome"),
            path("fil/<str:kind>/", export.orders, name="export"),
        ]
        story = path("<uuid:pk>/historik/", history.history, name="history")
        deeds = [path(f"<uuid:pk>/{name}/", view, name=view.__name__) for name, view in DONE_TO_IT.items()]
        return [*super().get_urlpatterns(), *several, story, *deeds]
