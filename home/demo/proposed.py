"""What next week in the home care could become, as its planner left it: solved, and not accepted."""

import uuid

from booking.assistant import proposing
from booking.models import Proposal
from booking.operations import proposals
from booking.operations.proposals import Days
from booking.weeks import Week
from home.demo.cast import HOME_CARE
from home.demo.ordering import DEMO
from home.demo.world import World


def build(world: World) -> None:
    """After all that is ordered."""
    week, karin = Week.of(world.today).after, world.users["Karin Öberg"]
    made = proposals.make(
        [world.areas[HOME_CARE]],
        Days(week.monday, week.sunday),
        among=Proposal.Among.TIME,
        command=uuid.uuid5(DEMO, "proposal"),
        by=karin,
        at=world.now,
    )
    proposing.solve(made, version=made.version, by=karin, now=lambda: world.now)
