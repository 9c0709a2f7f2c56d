"""What is told of an order: to whoever placed it, and to whoever started the asking."""

from collections.abc import Callable
from datetime import datetime

from booking.models import Order
from booking.notifications import shortening, words
from booking.notifications.shortening import Facts
from booking.notifications.telling import tell
from people import stand_ins
from people.models import User


def returned(order: Order, *, reason: str, at: datetime, due_at: datetime | None = None) -> None:
    """Back to whoever placed it, with the reason and what can be done."""
    _tell(
        "order.returned",
        order,
        to=order.placed_by,
        at=at,
        due_at=due_at,
        version=f"{at.timestamp():.0f}",
        more=lambda: {"reason": shortening.reason(reason)},
    )


def exhausted(order: Order, *, to: User, at: datetime, due_at: datetime | None = None) -> None:
    """All have been asked and nobody could: said once in a round, to whoever started asking."""
    _tell("order.exhausted", order, to=to, at=at, due_at=due_at, version=f"r{order.round}")


def asking_waits(order: Order, *, to: User, starts_at: datetime, at: datetime, due_at: datetime | None = None) -> None:
    """Nobody is asked while it is quiet: said at once, so that nothing waits in silence."""
    _tell(
        "order.asking_waits",
        order,
        to=to,
        at=at,
        due_at=due_at,
        version=f"r{order.round}",
        more=lambda: {"begins": words.moment(starts_at, at=due_at or at)},
    )


def lapsed(order: Order, *, at: datetime, due_at: datetime | None = None) -> None:
    """The shift began, and nobody had been found."""
    _tell("order.lapsed", order, to=order.placed_by, at=at, due_at=due_at)


def _tell(
    code: str,
    order: Order,
    *,
    to: User,
    at: datetime,
    due_at: datetime | None,
    version: str = "",
    more: Callable[[], Facts] = dict,
) -> None:
    for reader in stand_ins.told_for(to, order.workplace, at=due_at or at):
        tell(
            code,
            order,
            to=reader,
            at=at,
            due_at=due_at,
            path=words.page_of(order, reader),
            version=version,
            remembers={"round": order.round},
            facts=lambda: {**words.shift(order), **more()},
        )
