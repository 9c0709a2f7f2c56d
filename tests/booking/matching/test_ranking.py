"""Who comes first, and why: values alone."""

from datetime import UTC, datetime, timedelta

import pytest

from booking.matching.ranking import Merits, Paid, Tier, ranked
from booking.reasons import sentence
from booking.resource_time import Fit

HOUR = timedelta(hours=1)
MAY = datetime(2026, 5, 1, 8, tzinfo=UTC)
PLAIN = {
    "tier": Tier.AREA,
    "paid": Paid.SAME,
    "interested": False,
    "has_time": False,
    "shifts_here": 0,
    "hours_this_month": 9 * HOUR,
    "wished": None,
    "last_asked": None,
    "hours_this_week": 9 * HOUR,
    "name": "Elin Ek",
}


def merits(**told):
    return Merits(**(PLAIN | told))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"tier": Tier.WISHED}, {"tier": Tier.FAVOURITE}),
        ({"tier": Tier.FAVOURITE}, {"tier": Tier.INTRODUCED}),
        ({"tier": Tier.INTRODUCED}, {"tier": Tier.AREA}),
        ({"tier": Tier.AREA}, {"tier": Tier.OTHER}),
        ({"tier": Tier.FAVOURITE, "paid": Paid.AFTER}, {"paid": Paid.FIRST}),
        ({"paid": Paid.FIRST}, {"paid": Paid.AFTER, "interested": True}),
        ({"interested": True}, {"has_time": True}),
        ({"has_time": True}, {"shifts_here": 9}),
        ({"shifts_here": 5, "hours_this_month": 90 * HOUR}, {"shifts_here": 4}),
        ({"shifts_here": 1, "hours_this_month": 90 * HOUR}, {}),
        ({"hours_this_month": 8 * HOUR, "last_asked": MAY}, {}),
        ({"hours_this_month": 40 * HOUR, "wished": 160 * HOUR}, {"hours_this_month": 20 * HOUR, "wished": 40 * HOUR}),
        ({"hours_this_month": 40 * HOUR}, {"hours_this_month": 40 * HOUR, "wished": 164 * HOUR}),
        ({"name": "Zoë Ek"}, {"last_asked": MAY, "name": "Amira Ek"}),
        ({"last_asked": MAY}, {"last_asked": MAY + HOUR}),
        ({"name": "Amira Ek"}, {"name": "Elin Ek"}),
    ],
)
def test_one_comes_before_the_other(before, after):
    pairs = [("after", merits(**after)), ("before", merits(**before))]

    assert ranked(pairs) == ["before", "after"]
    assert ranked(reversed(pairs)) == ["before", "after"]


@pytest.mark.parametrize("shifts", [(5, 50), (1, 4)])
def test_one_who_has_been_there_a_while_is_not_passed_by_more_of_the_same(shifts):
    few, many = (merits(shifts_here=number, name="same") for number in shifts)

    assert few.order() == many.order()


def test_the_reasons_are_told_in_words_in_the_order_in_which_they_count():
    everything = merits(
        tier=Tier.FAVOURITE,
        paid=Paid.FIRST,
        interested=True,
        has_time=True,
        shifts_here=3,
        hours_this_month=40 * HOUR,
        wished=80 * HOUR,
        last_asked=MAY,
    )

    assert [sentence(reason) for reason in everything.reasons()] == [
        "Favorit på arbetsplatsen",
        "Har den löneform som går först",
        "Har anmält intresse",
        "Har lagt in tid",
        "Pass här tidigare: 3",
        "Får 40 tim den månaden, önskar 80 tim",
        "Frågades senast fredag 1 maj 10.00",
    ]


def test_what_does_not_hold_is_not_told():
    assert [sentence(reason) for reason in merits().reasons()] == ["Har avtal här", "Får 9 tim den månaden"]


def test_the_record_is_plain_values():
    told = merits(tier=Tier.WISHED, wished=80 * HOUR, last_asked=MAY, hours_this_month=19.5 * HOUR)

    assert told.as_record() == {
        "tier": "wished",
        "paid": "same",
        "interested": False,
        "has_time": False,
        "resource": None,
        "shifts_here": 0,
        "hours_this_month": 19.5,
        "wished": 80.0,
        "last_asked": "2026-05-01T08:00:00+00:00",
    }
    assert merits().as_record()["wished"] is None


@pytest.mark.parametrize(
    ("fit", "words"),
    [
        (Fit.EXACT, "Har resurspass då"),
        (Fit.INSIDE, "Har resurspass då"),
        (Fit.MOVABLE, "Akut resurstid, flyttas"),
    ],
)
def test_resource_time_is_a_reason_of_its_own_instead_of_that_she_has_put_in_time(fit, words):
    told = merits(has_time=True, resource=fit)

    assert [reason.words for reason in told.reasons() if reason.code in {"has_time", "resource"}] == [words]
    assert told.as_record()["resource"] == fit.value


def test_who_is_paid_for_the_time_stands_before_her_equals_who_have_put_in_time():
    assert merits(has_time=True, resource=Fit.MOVABLE).order() < merits(has_time=True, shifts_here=9).order()
