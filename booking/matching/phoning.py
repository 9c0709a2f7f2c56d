"""The phone list of an order: whom to call, in what order, and what came of the calls so far. Reads alone."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from booking.matching.candidates import Candidate
from booking.models import Call, Enquiry, Order


@dataclass(frozen=True, slots=True)
class ToCall:
    """Somebody who could take it, where she stands among the candidates, and the last call to her in this round."""

    rank: int
    candidate: Candidate
    call: Call | None

    @property
    def said_no(self) -> bool:
        """On the phone, or to the enquiry; what she said last counts."""
        enquiry = self.candidate.enquiry
        if self.call and self.call.outcome != Call.Outcome.NO_ANSWER:
            return self.call.outcome == Call.Outcome.NO
        return enquiry is not None and enquiry.status == Enquiry.Status.NO


def of(order: Order, candidates: Sequence[Candidate]) -> list[ToCall]:
    """Those of the candidates whom nothing hard stops, as they stand; those who have said no last. One query."""
    last = _last_calls(order)
    listed = [
        ToCall(rank, candidate, last.get(candidate.substitute.pk))
        for rank, candidate in enumerate(candidates, 1)
        if candidate.verdict.possible
    ]
    return sorted(listed, key=lambda row: row.said_no)


def _last_calls(order: Order) -> Mapping[uuid.UUID, Call]:
    calls = Call.objects.filter(order=order, round=order.round).select_related("made_by")
    return {call.substitute_id: call for call in calls.order_by("made_at", "pk")}
