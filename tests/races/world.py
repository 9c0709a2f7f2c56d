"""What the contests of the engine are about."""

from booking import outcomes
from booking.models import Enquiry, Kind, Order
from booking.operations import enquiries
from people.models import Substitute
from tests.cast import NOW, Town, at
from tests.factories.booking import AvailabilityFactory

BY_THEN = at("2026-05-12 06:15")


def asked(town: Town, order: Order, people: list[Substitute]) -> list[Enquiry]:
    """Each of them is asked, and has not answered."""
    return enquiries.ask(order, people, by=town.planner, at=NOW, answer_by=BY_THEN)


def with_time(town: Town, order: Order) -> Substitute:
    """Somebody who has put in all of the order's time."""
    substitute = town.substitute()
    AvailabilityFactory(substitute=substitute, kind=Kind.AVAILABLE, starts=order.starts, ends=order.ends)
    return substitute


def says(result: object) -> str:
    """What the one who got it reads: why not, or what became of her yes."""
    return outcomes.told(result, yes=True, at=NOW) if isinstance(result, Enquiry) else str(result)
