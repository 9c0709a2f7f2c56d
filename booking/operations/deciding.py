"""The frame of every decision: lock people, then orders, by id; read again; decide; write; no network inside."""

import functools
import uuid
from collections.abc import Callable, Collection
from typing import ParamSpec, TypeVar

from django.db import OperationalError, transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from booking.models import Booking, Order
from booking.operations import seeing
from booking.operations.refusals import Refused
from people.models import Substitute

P = ParamSpec("P")
R = TypeVar("R")

TRIES = 3
PASSING = {"40P01", "40001", "55P03"}  # deadlock, serialisation failure, lock not available (PostgreSQL)


def decision(operation: Callable[P, R]) -> Callable[P, R]:
    """One transaction, tried again when the database says that another was in the way.

    Within a larger transaction it is part of that one, which alone can be tried again.
    """

    @functools.wraps(operation)
    def whole_or_not_at_all(*args: P.args, **kwargs: P.kwargs) -> R:
        again = 0 if transaction.get_connection().in_atomic_block else TRIES - 1
        for _attempt in range(again):
            try:
                with transaction.atomic():
                    return operation(*args, **kwargs)
            except OperationalError as error:
                if not _passing(error):
                    raise
                seeing.compare_anew()
        with transaction.atomic():
            return operation(*args, **kwargs)

    return whole_or_not_at_all


def _passing(error: OperationalError) -> bool:
    return getattr(error.__cause__, "sqlstate", None) in PASSING


def locked_substitutes(keys: Collection[uuid.UUID]) -> dict[uuid.UUID, Substitute]:
    """The substitutes, locked by id, as they stand now. Always before any order."""
    _lock(Substitute.objects.filter(pk__in=keys))
    return {row.pk: row for row in Substitute.objects.select_related("user").filter(pk__in=keys).order_by("pk")}


def locked_orders(keys: Collection[uuid.UUID]) -> dict[uuid.UUID, Order]:
    """The orders, locked by id, as they stand now; what a page showed of one is compared with that."""
    _lock(Order.objects.filter(pk__in=keys))
    rows = Order.objects.with_places().prefetch_related("competences").filter(pk__in=keys).order_by("pk")
    locked = {row.pk: row for row in rows}
    seeing.compare(locked)
    return locked


def _lock(rows: QuerySet[Order] | QuerySet[Substitute]) -> None:
    """Lock the rows alone, by id.

    What is read in the same statement is as it stood before the wait, in the joined tables at least: so read after.
    """
    list(rows.order_by("pk").select_for_update(no_key=True).values_list("pk"))


def locked_order(order: Order) -> Order:
    """The order, locked, as it stands now."""
    return locked_orders([order.pk])[order.pk]


def lock(substitute: Substitute, order: Order) -> tuple[Substitute, Order]:
    """A person and an order, locked in that order, as they stand now."""
    person = locked_substitutes([substitute.pk])[substitute.pk]
    return person, locked_order(order)


def locked_with_holder(order: Order) -> tuple[Order, Booking | None]:
    """The order and the booking that fills it, if there is one, with its substitute locked before the order.

    Whoever got the shift while the locks were waited for is not decided over unseen.
    """
    held = Booking.objects.occupying().with_places().filter(order=order)
    people = locked_substitutes(list(held.values_list("substitute", flat=True)))
    order, booking = locked_order(order), held.first()
    if booking and booking.substitute_id not in people:
        raise Refused(_("%(who)s har just fått passet. Kontrollera och försök igen.") % {"who": booking.substitute})
    return order, booking
