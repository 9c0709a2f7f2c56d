"""The forecast as it was counted last night: from the shifts of the past, as the queue counts it."""

from booking.operations import forecasting
from home.demo.world import World


def build(world: World) -> None:
    """Of each area, when all that the demo has ordered and booked is there."""
    for area in world.areas.values():
        forecasting.count(area, at=world.now)
