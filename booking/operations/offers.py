"""What closes with an order: its advert, its waves, what people have said of it. For operations that hold the locks."""

from collections.abc import Callable
from datetime import datetime

from booking import notifications
from booking.models import Advert, Asking, Booking, Enquiry, Interest, Order


def filled(booking: Booking, *, at: datetime) -> None:
    """No advert, interest or enquiry outlives the order's being filled; nor does a clash of hers elsewhere."""
    order, substitute = booking.order, booking.substitute
    _end_the_search(order, at=at)
    hers = Interest.objects.live().filter(order=order, substitute=substitute)
    hers.update(status=Interest.Status.SELECTED, changed_at=at)
    _close_interests(order, Interest.Status.NOT_SELECTED, at=at)
    this_round = Enquiry.objects.filter(order=order, round=order.round)
    she_said = [*Enquiry.WAITING, Enquiry.Status.NO]
    this_round.filter(substitute=substitute, status__in=she_said).update(status=Enquiry.Status.WON, answered_at=at)
    _tell_those_who_said_yes(order, notifications.lost, at=at)
    this_round.filter(status=Enquiry.Status.QUEUED).update(status=Enquiry.Status.WITHDRAWN)
    this_round.waiting().update(status=Enquiry.Status.LOST)
    _supersede_what_clashes(booking, at=at)


def withdrawn(order: Order, *, at: datetime, keep_interests: bool = False) -> None:
    """Nothing more is offered of the order, and no later yes counts."""
    _end_the_search(order, at=at)
    if not keep_interests:
        _close_interests(order, Interest.Status.LAPSED, at=at)
    _tell_those_who_said_yes(order, notifications.no_longer_asked, at=at)
    Enquiry.objects.filter(order=order).waiting().update(status=Enquiry.Status.WITHDRAWN)


def _end_the_search(order: Order, *, at: datetime) -> None:
    Advert.objects.filter(order=order, closed_at=None).update(closed_at=at)
    Asking.objects.running().filter(order=order).update(ended_at=at, next_wave_at=None, decide_at=None)


def _close_interests(order: Order, status: Interest.Status, *, at: datetime) -> None:
    told = notifications.not_selected if status is Interest.Status.NOT_SELECTED else notifications.interest_lapsed
    interests = Interest.objects.live().filter(order=order)
    for interest in interests.select_related("substitute__user"):
        told(interest, at=at)
    interests.update(status=status, changed_at=at)


def _tell_those_who_said_yes(order: Order, became: Callable[..., None], *, at: datetime) -> None:
    """Those who were only asked hear nothing more of it; whoever said yes and waits is owed an answer."""
    for enquiry in Enquiry.objects.filter(order=order, status=Enquiry.Status.WAITING_YES).with_places():
        became(enquiry, at=at)


def _supersede_what_clashes(booking: Booking, *, at: datetime) -> None:
    """She cannot answer for the same time twice; whoever asks there goes on to the next at once."""
    elsewhere = Enquiry.objects.filter(substitute=booking.substitute).exclude(order=booking.order).waiting()
    clashing = elsewhere.filter(order__starts__lt=booking.ends, order__ends__gt=booking.starts)
    askings = list(clashing.exclude(asking=None).values_list("asking", flat=True))
    clashing.update(status=Enquiry.Status.SUPERSEDED)
    Asking.objects.running().filter(pk__in=askings, next_wave_at__gt=at).update(next_wave_at=at)
