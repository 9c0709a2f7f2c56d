"""Orders in the admin: found in the list, and filled, halted and changed on their page."""

from collections.abc import Callable
from typing import ClassVar

from django.http import HttpResponse
from django.urls import URLPattern, path

from booking.models import Order
from booking.views.desk import asking, booked, changing, halting, offering, order, phoning, placing
from booking.views.desk.filters import OrderFilters
from booking.views.desk.lists import Orders
from people.viewsets.scoped import ScopedModelViewSet

View = Callable[..., HttpResponse]

DONE_TO_IT: dict[str, View] = {
    "boka": order.book,
    "boka-igen": order.rebook,
    "avboka": order.end,
    "ta-bort": order.cancel,
    "fraga": asking.ask,
    "fraga-i-omgangar": asking.ask_in_waves,
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
    index_view_class = Orders
    filterset_class = OrderFilters
    search_fields: ClassVar = ["workplace__name", "occupation__name", "reference", "contact", "text", "note"]
    add_view: View = staticmethod(placing.place)
    inspect_view: View = staticmethod(order.show)

    def get_urlpatterns(self) -> list[URLPattern]:
        deeds = [path(f"<uuid:pk>/{name}/", view, name=view.__name__) for name, view in DONE_TO_IT.items()]
        return [*super().get_urlpatterns(), *deeds]
