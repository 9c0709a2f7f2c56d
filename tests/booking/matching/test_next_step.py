"""The one right thing to do, case by case."""

from dataclasses import replace

import pytest

from booking.matching.next_step import Act, Standing, State, Why, next_step
from tests.cast import NOW

FITS = Standing(fitting=6, to_ask=6)
DIRECT = replace(FITS, direct=True, has_time=True)


@pytest.mark.parametrize(
    ("stands", "state", "act", "why"),
    [
        (Standing(stopped=True, wanted=2, waiting=1), State.STOPPED, Act.OPEN, Why.STOPPED),
        (replace(FITS, wanted=1, may_have_it=1), State.WANTED, Act.BOOK, Why.WANTS_IT),
        (replace(FITS, wanted=3, may_have_it=1), State.WANTED, Act.BOOK, Why.WANTS_IT),
        (replace(FITS, wanted=3, may_have_it=2), State.WANTED, Act.CHOOSE, Why.TO_CHOOSE),
        (replace(FITS, wanted=3), State.WANTED, Act.CHOOSE, Why.CANNOT_BE_GIVEN),
        (replace(FITS, wanted=1, may_have_it=1, waiting=3), State.WANTED, Act.BOOK, Why.WANTS_IT),
        (Standing(said_yes=2, waiting=1), State.WAITING, Act.ANSWERS, Why.SAID_YES),
        (replace(DIRECT, waiting=3), State.WAITING, Act.ANSWERS, Why.LAST_ANSWER),
        (Standing(waiting=3, near=True), State.WAITING, Act.ANSWERS, Why.LAST_ANSWER),
        (Standing(waiting=1, reserved=True), State.WAITING, Act.ANSWERS, Why.LAST_ANSWER),
        (replace(FITS, introduces=True, near=True), State.RESERVED, Act.OPEN, Why.RESERVED),
        (replace(FITS, near=True), State.PHONE, Act.CALL, Why.NEAR),
        (replace(FITS, near=True, reserved=True), State.PHONE, Act.CALL, Why.NEAR),
        (Standing(near=True), State.PHONE, Act.OPEN, Why.NOBODY_FITS),
        (Standing(near=True, with_a_reason=2), State.PHONE, Act.OPEN, Why.WITH_A_REASON),
        (replace(DIRECT, reserved=True), State.RESERVED, Act.OPEN, Why.RESERVED),
        (replace(FITS, asked_from=NOW), State.WAITING, Act.ANSWERS, Why.ASKED_LATER),
        (DIRECT, State.NOBODY, Act.BOOK, Why.HAS_TIME),
        (replace(DIRECT, direct=False), State.NOBODY, Act.ASK_IN_WAVES, Why.CAN_BE_ASKED),
        (replace(DIRECT, has_time=False), State.NOBODY, Act.ASK_IN_WAVES, Why.CAN_BE_ASKED),
        (replace(FITS, short_notice=True), State.NOBODY, Act.ASK_ALL, Why.SHORT_NOTICE),
        (replace(FITS, to_ask=0), State.NOBODY, Act.CALL, Why.ALL_ASKED),
        (Standing(with_a_reason=2), State.NOBODY, Act.OPEN, Why.WITH_A_REASON),
        (Standing(), State.NOBODY, Act.OPEN, Why.NOBODY_FITS),
    ],
)
def test_what_is_right(stands, state, act, why):
    step = next_step(stands)

    assert (step.state, step.act, step.why) == (state, act, why)
