"""Why shifts had nobody, by what is in the database."""

import pytest

from booking.models import Asking, Call, EndReason, Enquiry
from booking.statistics import overview
from booking.statistics.causes import Cause
from tests.cast import NOW, at
from tests.factories.booking import BookingFactory, EnquiryFactory

Status = Enquiry.Status


def unfilled(lapsed, town, cause):
    """A shift that has nobody for that cause, of five people where it is people's."""
    if cause is Cause.HALTED:
        return lapsed(stopped_at=NOW)
    if cause is Cause.TOO_SHORT:
        return lapsed(placed_at=at("2026-05-08 12:31"))
    order = lapsed()
    statuses = {
        Cause.ALL_SAID_NO: [Status.NO] * 5,
        Cause.ALL_SILENT: [Status.EXPIRED] * 5,
        Cause.NONE_COULD: [Status.NO] * 3 + [Status.EXPIRED] * 2,
    }.get(cause, [])
    for status in statuses:
        answered_at = NOW if status == Status.NO else None
        EnquiryFactory(order=order, substitute=town.substitute(), status=status, answered_at=answered_at)
    if cause is Cause.NOBODY_FITTED:
        Asking.objects.create(order=order, round=1, wave_size=3, started_at=NOW, ended_at=NOW, exhausted_at=NOW)
    if cause is Cause.LOST_AGAIN:
        ended = {"ended_at": NOW, "end_reason": EndReason.CALLED_OFF}
        BookingFactory(order=order, substitute=town.substitute(), **ended)
    return order


@pytest.mark.parametrize("cause", Cause)
def test_why_a_shift_had_nobody(cause, town, chosen, lapsed):
    unfilled(lapsed, town, cause)

    assert {each: n for each, n in overview.causes(chosen).numbers.items() if n} == {cause: 1}


def test_only_the_last_round_tells_why(town, chosen, lapsed):
    order = lapsed(round=2)
    EnquiryFactory(order=order, round=1, status=Status.NO, answered_at=NOW)

    assert overview.causes(chosen).numbers[Cause.NOT_ASKED] == 1


@pytest.mark.parametrize(
    ("outcome", "cause"),
    [
        (Call.Outcome.NO, Cause.ALL_SAID_NO),
        (Call.Outcome.NO_ANSWER, Cause.ALL_SILENT),
        (Call.Outcome.YES, Cause.NONE_COULD),
    ],
)
def test_a_call_is_a_question(outcome, cause, town, chosen, lapsed):
    order = lapsed()
    made = {"round": 1, "outcome": outcome, "made_by": town.planner, "made_at": NOW}
    for _n in range(5):
        Call.objects.create(order=order, substitute=town.substitute(), **made)

    assert overview.causes(chosen).numbers[cause] == 1


def test_how_few_people_answered_is_hidden_with_another_figure_so_that_it_cannot_be_reckoned(town, chosen, lapsed):
    unfilled(lapsed, town, Cause.NOT_ASKED)
    EnquiryFactory(order=lapsed(), substitute=town.substitute(), status=Status.NO, answered_at=NOW)
    EnquiryFactory(order=lapsed(), substitute=town.substitute(), status=Status.NO, answered_at=NOW)

    told = overview.causes(chosen)

    assert (told.numbers[Cause.ALL_SAID_NO], told.numbers[Cause.NOT_ASKED], told.total) == (None, None, 3)
