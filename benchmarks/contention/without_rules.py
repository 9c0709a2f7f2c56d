"""The same operations, locks and rows, with every substitute let through: what the rules cost."""

import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import cast
from unittest.mock import patch

from booking import eligibility
from booking.eligibility import Verdict
from booking.models import Order
from booking.rules import Case
from people.models import Agreement, Substitute, SubstituteCompetence

LET_THROUGH = Verdict((), cast("Case", None))


@contextmanager
def without_rules() -> Iterator[None]:
    """Nobody is asked about, here and in processes that are begun within."""
    with patch.multiple(eligibility, of_one=_of_one, of_many=_of_many, evidence=_evidence):
        yield


def _of_one(_order: Order, _substitute: Substitute, **_said: object) -> Verdict:
    return LET_THROUGH


def _of_many(_order: Order, substitutes: Sequence[Substitute], **_said: object) -> dict[uuid.UUID, Verdict]:
    return {substitute.pk: LET_THROUGH for substitute in substitutes}


def _evidence(_order: Order, substitute: Substitute) -> tuple[Agreement, list[SubstituteCompetence]]:
    return Agreement.objects.get(substitute=substitute), []
