"""What is done to many, one after the other: each whole or not at all, whatever becomes of the others."""

import logging
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Self

from django.utils.translation import gettext as _

from booking.operations.refusals import Refused
from people.operations import refusals as of_people

logger = logging.getLogger(__name__)

AT_MOST = 200
"""So many at a time: what somebody can read through before she says yes."""


class How(Enum):
    """What became of one of them."""

    DONE = "done"
    ALREADY = "already"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one, by its key: why not, or how many shifts it left for somebody to decide on."""

    key: uuid.UUID
    how: How
    reasons: Sequence[str] = ()
    left: int = 0

    @classmethod
    def of(cls, key: uuid.UUID, *, done: bool, reasons: Sequence[str] = (), left: int = 0) -> Self:
        """What was neither done nor refused was so already."""
        if done:
            return cls(key, How.DONE, left=left)
        return cls(key, How.REFUSED if reasons else How.ALREADY, reasons)


def why_not(act: Callable[[], object], *, named: str) -> Sequence[str]:
    """Does it; nothing if it was done. One that cannot be, or that breaks, must not keep the others from it."""
    try:
        act()
    except Refused as refusal:
        return refusal.reasons
    except of_people.Refused as refusal:
        return list(refusal.reasons.values())
    except Exception:
        logger.exception("Could not %s", named)
        return [_("Det gick inte just nu. Försök igen.")]
    return ()
