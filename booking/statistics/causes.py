"""Why a shift had nobody when it began: one cause each, the first that holds in the order below. Pure."""

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

TOO_SHORT = timedelta(minutes=90)
"""Ordered nearer to its start than this there is only time to call: as `phone_limit` of the policies has it."""


class Cause(Enum):
    """In the order in which they are asked for."""

    HALTED = "halted"  # stopped, or sent back to the orderer: nobody was to be found any more
    ALL_SAID_NO = "all_said_no"
    ALL_SILENT = "all_silent"
    NONE_COULD = "none_could"  # some said no, some nothing, or a yes that could not be taken
    NOBODY_FITTED = "nobody_fitted"  # searched for, and there was nobody to ask
    TOO_SHORT = "too_short"
    LOST_AGAIN = "lost_again"  # somebody had it and could not come; nobody was asked after her
    NOT_ASKED = "not_asked"


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of an unfilled shift, of its last round."""

    halted: bool
    said_no: bool  # somebody, by enquiry or on the telephone
    silent: bool  # somebody was asked, or called, and never answered
    answered_otherwise: bool
    searched: bool  # a search for people to ask ended without any
    short: bool  # ordered nearer to its start than `TOO_SHORT`
    was_booked: bool


def cause_of(facts: Facts) -> Cause:
    """The first cause that holds."""
    asked = facts.said_no, facts.silent, facts.answered_otherwise
    ladder = (
        (facts.halted, Cause.HALTED),
        (asked == (True, False, False), Cause.ALL_SAID_NO),
        (asked == (False, True, False), Cause.ALL_SILENT),
        (any(asked), Cause.NONE_COULD),
        (facts.searched, Cause.NOBODY_FITTED),
        (facts.short, Cause.TOO_SHORT),
        (facts.was_booked, Cause.LOST_AGAIN),
    )
    return next((cause for holds, cause in ladder if holds), Cause.NOT_ASKED)
