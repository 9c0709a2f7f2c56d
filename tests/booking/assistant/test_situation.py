"""What the assistant reads: who could have what, and what is counted of her."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from booking.assistant.choosing import Selection
from booking.assistant.policy import Stage
from booking.models import Enquiry, Kind, Order
from booking.rules import Channel
from people.models import PayForm
from tests.cast import NOW, at
from tests.factories.booking import AvailabilityFactory, BookingFactory, EnquiryFactory
from tests.factories.people import AgreementFactory, SubstituteFactory
from tests.factories.standing import PolicyFactory, RuleProfileFactory


def pairs(found):
    return {(found.orders[seat], found.people[who]) for seat, who in zip(found.problem.pairs.seat,
            found.problem.pairs.person, strict=True)}  # fmt: skip


def test_whoever_has_put_in_time_may_have_the_shift(town, read, has_time):
    order, free, silent = town.order(), town.substitute(), town.substitute()
    has_time(free, order)

    assert pairs(read()) == {(order, free)}
    assert pairs(read(channel=Channel.ASKED)) == {(order, free), (order, silent)}


def test_whom_a_rule_stops_is_left_out_with_the_rule(town, read, has_time):
    order, tired = town.order(), town.substitute()
    has_time(tired, order)
    BookingFactory(order=town.order("2026-05-12 15:00", "2026-05-12 23:00"), substitute=tired)

    found = read(orders=[order])

    assert pairs(found) == set()
    assert found.left_out == {(order.pk, tired.pk): ["daily_rest"]}


@pytest.mark.parametrize("again", [True, False])
def test_scenario_31_who_said_no_earlier_is_thought_of_only_if_the_policy_says_so(again, town, read, has_time):
    PolicyFactory(area=town.area, ask_again_after_no=again)
    order, unwilling = town.order(round=2), town.substitute()
    has_time(unwilling, order)
    EnquiryFactory(order=order, substitute=unwilling, round=1, status=Enquiry.Status.NO)

    assert bool(pairs(read())) is again


def test_the_policy_stops_what_is_booked_unasked_but_not_time_that_is_paid_for(town, read, has_time):
    order = town.order("2026-05-12 12:00", "2026-05-12 20:00")  # the same day
    hourly, monthly = town.substitute(), town.substitute()
    has_time(hourly, order)
    has_time(monthly, order, kind=Kind.RESOURCE)

    found = read()

    assert pairs(found) == {(order, monthly)}
    assert found.left_out[order.pk, hourly.pk] == ["same_day"]


def test_the_stages_are_resource_time_then_the_month_then_the_hour(town, read, has_time):
    order = town.order()
    people = {stage: SubstituteFactory() for stage in Stage}
    for stage, who in people.items():
        pay_form = PayForm.HOURLY if stage is Stage.HOURLY else PayForm.MONTHLY
        AgreementFactory(substitute=who, area=town.area, occupation=town.occupation, pay_form=pay_form)
        has_time(who, order, kind=Kind.ACUTE_RESOURCE if stage is Stage.RESOURCE else Kind.AVAILABLE)

    found = read()

    assert {who: found.considered[order.pk, who.pk].stage for who in people.values()} == {
        who: stage for stage, who in people.items()
    }
    best = sorted(people.values(), key=lambda who: -found.considered[order.pk, who.pk].worth.total)
    assert best == list(people.values())


def test_a_selection_takes_who_is_paid_so_has_the_profile_and_the_kind_of_time(town, read, has_time):
    order, profile = town.order(), RuleProfileFactory()
    chosen, other = SubstituteFactory(), town.substitute()
    AgreementFactory(
        substitute=chosen, area=town.area, occupation=town.occupation, pay_form=PayForm.MONTHLY, rule_profile=profile
    )
    has_time(chosen, order, kind=Kind.RESOURCE)
    has_time(other, order)

    for selection in (
        Selection(pay_form=PayForm.MONTHLY),
        Selection(rule_profiles=[profile.pk]),
        Selection(kinds=[Kind.RESOURCE, Kind.ACUTE_RESOURCE]),
    ):
        found = read(selection)
        assert pairs(found) == {(order, chosen)}
        assert found.left_out == {(order.pk, other.pk): ["selection"]}


def test_hours_are_counted_by_the_week_over_the_clock_change(town, read):
    now = at("2027-03-26 12:00")
    night = town.order("2027-03-28 00:00", "2027-03-28 08:00")  # seven hours, a Sunday
    over = town.order("2027-03-28 22:00", "2027-03-29 06:00", break_minutes=60)
    who = town.substitute()
    AvailabilityFactory(substitute=who, starts=night.starts, ends=over.ends)

    seats = read(now=now).problem.seats

    sunday = date(2027, 3, 28)
    monday, after = (sunday - timedelta(days=6)).toordinal(), (sunday + timedelta(days=1)).toordinal()
    assert [(seat.shift.work, seat.shift.weeks) for seat in seats] == [
        (420, ((monday, 420),)),
        (420, ((monday, 105), (after, 315))),
    ]


def test_what_she_is_booked_for_is_counted_and_listed(town, read, has_time):
    order, who = town.order(), town.substitute()
    has_time(who, order)
    BookingFactory(order=town.order("2026-05-14 07:00", "2026-05-14 16:00"), substitute=who)
    BookingFactory(order=town.order("2026-02-02 07:00", "2026-02-02 15:00"), substitute=who)  # in the average

    (person,) = read(orders=[order]).problem.people

    assert [shift.day for shift in person.booked] == [date(2026, 5, 14).toordinal()]
    assert person.weeks == {date(2026, 5, 11).toordinal(): 540, date(2026, 2, 2).toordinal(): 480}
    assert person.months == {2026 * 12 + 4: 540, 2026 * 12 + 1: 480}


def test_who_is_under_eighteen_has_one_shift_a_day_and_twelve_hours_of_night(town, read, has_time):
    order = town.order("2026-05-13 08:00", "2026-05-13 14:00", break_minutes=30)
    young = town.substitute(born=date(2009, 1, 1))
    has_time(young, order)

    (person,) = read().problem.people

    assert (person.limits.one_a_day, person.limits.daily_rest, person.limits.weekly_hours) == (True, 720, 2400)


def test_nothing_to_fill_is_an_empty_problem(town, read):
    found = read()

    assert (found.orders, found.people, len(found.problem.pairs)) == ((), (), 0)


def test_as_many_queries_for_many_as_for_few(town, read, has_time):
    def queries():
        with CaptureQueriesContext(connection) as asked:
            read()
        return len(asked)

    def more(number):
        for day in range(number):
            order = town.order(f"2026-05-{14 + day} 07:00", f"2026-05-{14 + day} 16:00")
            has_time(town.substitute(), order)

    more(1)
    queries()  # the year's red days are read once
    few = queries()
    more(3)

    assert queries() == few
    assert Order.objects.open(now=NOW).count() == 4
