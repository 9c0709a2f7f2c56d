"""How an order may be offered: the numbers of a policy, and what follows from them. Pure."""

from booking.offering.asking import (
    LONGEST_WAIT,
    SHARE,
    SHORTEST_WAIT,
    answer_by,
    asking_opens,
    earliest_start,
    is_urgent,
    there_is_time_for_waves,
    to_be_phoned,
    wave_wait,
)
from booking.offering.direct import Hindrance, is_red, why_not_direct
from booking.offering.quiet import after_waking, is_quiet, wakes, waking_between
from booking.offering.terms import Days, LateYes, Mode, OfferTerms, PayFirst
from booking.offering.turns import turn, works

__all__ = [
    "LONGEST_WAIT",
    "SHARE",
    "SHORTEST_WAIT",
    "Days",
    "Hindrance",
    "LateYes",
    "Mode",
    "OfferTerms",
    "PayFirst",
    "after_waking",
    "answer_by",
    "asking_opens",
    "earliest_start",
    "is_quiet",
    "is_red",
    "is_urgent",
    "there_is_time_for_waves",
    "to_be_phoned",
    "turn",
    "wakes",
    "waking_between",
    "wave_wait",
    "why_not_direct",
    "works",
]
