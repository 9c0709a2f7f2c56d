"""The numbers of a policy, as they are in force.

Kept per area, and a workplace may say otherwise (`booking.models.Policy`); what nobody has said is as here.
"""

from dataclasses import dataclass
from datetime import time, timedelta
from enum import StrEnum


class Days(StrEnum):
    """On what days a shift may begin that is booked directly."""

    EVERY = "every"
    WEEKDAYS = "weekdays"  # Monday to Friday, and no red day
    NOT_RED = "not_red"


class Mode(StrEnum):
    """What becomes of a yes."""

    FIRST_YES = "first_yes"  # it books
    BEST = "best"  # answers are collected until a time, and the best of them wins


class LateYes(StrEnum):
    """What becomes of a yes after the time to answer."""

    SHOW = "show"  # a planner sees it, and may book
    LOST = "lost"


class PayFirst(StrEnum):
    """Whom the ranking takes first, by how they are paid."""

    MONTHLY = "monthly"
    HOURLY = "hourly"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class OfferTerms:
    """The policy in force for a workplace. The defaults are DOMAIN section 6's."""

    direct: bool = True
    direct_min_notice: timedelta = timedelta(hours=3)
    direct_min_length: timedelta = timedelta(hours=4)  # the shift must be longer
    direct_days: Days = Days.EVERY
    direct_same_day: bool = False
    direct_second_shift_same_day: bool = False
    enquiry_mode: Mode = Mode.FIRST_YES
    wave_size: int = 3
    wave_wait: timedelta | None = None  # None: scaled by the time to the start
    ask_again_after_no: bool = False  # in a new round, those who said no in an earlier one
    regret_within: timedelta = timedelta(minutes=10)  # after her own yes, and before the shift begins
    quiet_from: time = time(21)
    quiet_to: time = time(6)
    urgent_limit: timedelta = timedelta(hours=12)  # a shift that starts sooner is asked about in quiet hours too
    phone_limit: timedelta = timedelta(minutes=90)  # sooner than this, people are called
    order_min_lead: timedelta = timedelta(minutes=30)
    month_cap: int | None = 165  # hours
    days_in_row: int | None = 11
    late_yes: LateYes = LateYes.SHOW
    pay_first: PayFirst = PayFirst.SAME
    assistant_from: time = time(6)
    assistant_to: time = time(23)
    assistant_interval: timedelta = timedelta(minutes=10)
