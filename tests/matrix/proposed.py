"""A proposal of each side, with a line that somebody could accept."""

from datetime import date
from uuid import uuid4

from booking.models import Proposal
from booking.operations import proposals
from booking.operations.proposals import Days
from people.models import Substitute
from tests.cast import NOW, Town


def keys_of(town: Town, her: Substitute) -> dict[str, object]:
    """Of the week after next."""
    days, told = Days(date(2026, 5, 25), date(2026, 5, 31)), {"by": town.planner, "at": NOW}
    made = proposals.make([town.area], days, among=Proposal.Among.TIME, command=uuid4(), **told)
    order = town.order("2026-05-27 07:00", "2026-05-27 16:00")
    line = made.lines.create(order=order, substitute=her, terms_version=order.terms_version)
    return {"proposal": made.pk, "proposal_line": line.pk, "proposed": f"{line.pk}.{her.pk}.{order.terms_version}"}
