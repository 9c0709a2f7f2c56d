"""Shifts that are left for somebody to decide on, in words that name no place of another area."""

from collections.abc import Sequence

from django.contrib import messages
from django.utils.translation import gettext as _

from booking.models import Booking
from booking.templatetags.shifts import exact
from people import access
from people.requests import SignedIn
from portal.templatetags.times import day


def tell_what_is_left(request: SignedIn, booked: Sequence[Booking]) -> None:
    """The shifts stand; each is a task, and is named to the one who caused it."""
    if not booked:
        return
    hers = Booking.objects.filter(pk__in=[booking.pk for booking in booked])
    seen = set(access.scope(request.user, hers).values_list("pk", flat=True))
    elsewhere = _("annat område")
    named = "; ".join(
        f"{day(each.starts)} {exact(each.period)}, {each.order.workplace if each.pk in seen else elsewhere}"
        for each in booked
    )
    messages.warning(request, _("Bokade pass ligger kvar och väntar på beslut: %(shifts)s.") % {"shifts": named})
