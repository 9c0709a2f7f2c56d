"""The one right thing to do about an order that must be filled, and how far it has come. Pure: all is handed in.

One question after the other, and the first that is answered yes decides: see `QUESTIONS`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class State(Enum):
    """How far it has come."""

    STOPPED = "stopped"  # nothing goes out
    WANTED = "wanted"  # somebody would like it
    WAITING = "waiting"  # somebody is asked, or is about to be
    RESERVED = "reserved"  # kept for the one it is meant for
    PHONE = "phone"  # so near that people are called
    NOBODY = "nobody"


class Act(Enum):
    """What the button does."""

    BOOK = "book"  # give it to the one who is named
    CHOOSE = "choose"  # among those who want it
    ANSWERS = "answers"  # see what has been answered
    ASK_ALL = "ask_all"  # at once
    ASK_IN_WAVES = "ask_in_waves"
    CALL = "call"  # down the phone list
    OPEN = "open"  # its page: there is something to think of


class Why(Enum):
    """What the proposal rests on, besides the one who is named."""

    STOPPED = "stopped"
    RESERVED = "reserved"
    TO_CHOOSE = "to_choose"  # several want it
    WANTS_IT = "wants_it"  # one does, and may have it
    CANNOT_BE_GIVEN = "cannot_be_given"  # those who want it would need a reason, or cannot
    SAID_YES = "said_yes"  # answers are gathered, and some are yes
    LAST_ANSWER = "last_answer"
    ASKED_LATER = "asked_later"  # nobody is asked before a certain time
    NEAR = "near"  # call
    SHORT_NOTICE = "short_notice"  # ask or call
    HAS_TIME = "has_time"  # and may be booked without being asked
    CAN_BE_ASKED = "can_be_asked"
    ALL_ASKED = "all_asked"
    WITH_A_REASON = "with_a_reason"
    NOBODY_FITS = "nobody_fits"


@dataclass(frozen=True, slots=True)
class Standing:
    """All that the decision rests on."""

    stopped: bool = False
    reserved: bool = False  # for the one wished for, as yet
    introduces: bool = False  # meant for one person, and never asked about
    wanted: int = 0  # how many have asked for it themselves
    may_have_it: int = 0  # of them, those for whom that is enough
    said_yes: int = 0  # and wait for the answers to be decided on
    waiting: int = 0  # asked, and have not answered
    asked: int = 0  # in all, in this round
    asked_from: datetime | None = None  # an asking runs, and has asked nobody as yet
    near: bool = False  # by the policy people are called
    short_notice: bool = False  # there is no time to ask some at a time
    direct: bool = False  # the policy lets the one who stands first be booked without being asked
    has_time: bool = False  # and she has said that she can
    fitting: int = 0
    to_ask: int = 0  # of those who fit, those not asked
    with_a_reason: int = 0


@dataclass(frozen=True, slots=True)
class NextStep:
    """How it stands, what to do, and why."""

    state: State
    act: Act
    why: Why


def next_step(order: Standing) -> NextStep:
    """What is right for an order that stands so."""
    return next(answer(order) for holds, answer in QUESTIONS if holds(order))


def _always(state: State, act: Act, why: Why) -> Callable[[Standing], NextStep]:
    return lambda _order: NextStep(state, act, why)


def _wanted(order: Standing) -> NextStep:
    if order.may_have_it == 1:
        return NextStep(State.WANTED, Act.BOOK, Why.WANTS_IT)
    why = Why.TO_CHOOSE if order.may_have_it else Why.CANNOT_BE_GIVEN
    return NextStep(State.WANTED, Act.CHOOSE, why)


def _near(order: Standing) -> NextStep:
    if order.fitting:
        return NextStep(State.PHONE, Act.CALL, Why.NEAR)
    return NextStep(State.PHONE, Act.OPEN, _with_whom(order))


def _nobody(order: Standing) -> NextStep:
    if order.direct and order.has_time:
        return NextStep(State.NOBODY, Act.BOOK, Why.HAS_TIME)
    if order.to_ask and order.short_notice:
        return NextStep(State.NOBODY, Act.ASK_ALL, Why.SHORT_NOTICE)
    if order.to_ask:
        return NextStep(State.NOBODY, Act.ASK_IN_WAVES, Why.CAN_BE_ASKED)
    if order.fitting:
        return NextStep(State.NOBODY, Act.CALL, Why.ALL_ASKED)
    return NextStep(State.NOBODY, Act.OPEN, _with_whom(order))


def _with_whom(order: Standing) -> Why:
    return Why.WITH_A_REASON if order.with_a_reason else Why.NOBODY_FITS


QUESTIONS: tuple[tuple[Callable[[Standing], object], Callable[[Standing], NextStep]], ...] = (
    (lambda order: order.stopped, _always(State.STOPPED, Act.OPEN, Why.STOPPED)),
    (lambda order: order.wanted, _wanted),
    (lambda order: order.said_yes, _always(State.WAITING, Act.ANSWERS, Why.SAID_YES)),
    (lambda order: order.waiting, _always(State.WAITING, Act.ANSWERS, Why.LAST_ANSWER)),
    (lambda order: order.introduces, _always(State.RESERVED, Act.OPEN, Why.RESERVED)),
    (lambda order: order.near, _near),
    (lambda order: order.reserved, _always(State.RESERVED, Act.OPEN, Why.RESERVED)),
    (lambda order: order.asked_from, _always(State.WAITING, Act.ANSWERS, Why.ASKED_LATER)),
    (lambda _order: True, _nobody),
)
"""In this order; the first that holds decides."""
