"""A shift that introduces somebody at a workplace: hers alone, and offered to nobody."""

from collections.abc import Collection

from django.utils.translation import gettext as _

from booking.models import Order
from booking.operations.refusals import AlreadyTaken, Refused
from people.models import Substitute


def not_offered(order: Order) -> None:
    """It is neither advertised nor asked about."""
    if order.reason.introduces:
        raise Refused(_("Passet är en introduktion. Det är till för en person och läggs inte ut."))


def for_one(order: Order) -> None:
    """Whoever places one says for whom, and leaves nothing of it to the portal."""
    if order.reason.introduces and (order.wished_id is None or order.wished_until or order.allow_direct):
        raise Refused(_("En introduktion planeras för en person, från hennes önskemål om arbetsplats."))


def hers_alone(order: Order, substitute: Substitute, *, by_hand: bool) -> None:
    """Nobody but she is booked on it, and she by a planner's hand."""
    if order.reason.introduces and (order.wished_id != substitute.pk or not by_hand):
        raise AlreadyTaken(_("Passet är en introduktion för någon annan."))


def stays_so(order: Order, changed: Collection[str], *, introduced: bool) -> None:
    """A shift is never made an introduction, nor another shift of one; and it is where she is to be introduced."""
    if order.reason.introduces != introduced:
        raise Refused(_("En introduktion kan inte bli ett vanligt pass, eller tvärtom."))
    if introduced and "workplace" in changed:
        raise Refused(_("Introduktionen gäller en arbetsplats. Avboka den och planera en ny."))
    if introduced and order.allow_direct:
        not_offered(order)
