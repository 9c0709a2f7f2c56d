"""What a substitute's time is: what she has said of it, and what fills it."""

from datetime import date, timedelta

import pytest

from booking import eligibility
from booking.models import RESOURCES, Kind, Order
from booking.rules import Channel
from people.models import Substitute
from tests.cast import at, with_role
from tests.factories.booking import AvailabilityFactory, BookingFactory, OrderReasonFactory
from tests.factories.people import AgreementFactory, SubstituteFactory
from tests.factories.standing import RuleProfileFactory

HOUR = timedelta(hours=1)


def says(substitute, shift, **word):
    return AvailabilityFactory(substitute=substitute, starts=shift.starts, ends=shift.ends, **word)


def books(town, substitute, starts, ends, **fields):
    return BookingFactory(order=town.order(starts, ends, **fields), substitute=substitute)


@pytest.mark.parametrize("kind", Kind)
def test_a_shift_is_booked_directly_on_available_time_alone(town, case, kind):
    order, substitute = town.order(), town.substitute()
    says(substitute, order, kind=kind)

    found = {channel: bool(case(order, substitute, channel).availability) for channel in Channel}

    talked_about = kind is not Kind.NOT_AVAILABLE
    direct = kind is Kind.AVAILABLE
    assert found == {
        Channel.DIRECT: direct,
        Channel.ASSISTANT: direct or kind in RESOURCES,
        Channel.ASKED: talked_about,
        Channel.PLANNER: talked_about,
    }
    assert bool(case(order, substitute).unavailable) is not talked_about


def test_time_that_a_planner_laid_is_never_booked_directly(town, case):
    order, substitute = town.order(), town.substitute()
    says(substitute, order, by_herself=False)

    assert case(order, substitute, Channel.DIRECT).availability == ()
    assert case(order, substitute, Channel.ASKED).availability == (order.period,)


@pytest.mark.parametrize("kind", RESOURCES)
def test_time_she_is_paid_for_is_booked_by_the_assistant_whoever_laid_it(town, case, kind):
    order, substitute = town.order(), town.substitute()
    says(substitute, order, by_herself=False, kind=kind)

    assert case(order, substitute, Channel.ASSISTANT).availability == (order.period,)
    assert case(order, substitute, Channel.DIRECT).availability == ()


def test_all_pairs_of_the_assistant_reach_those_who_have_resource_time(town):
    order, substitute = town.order(), town.substitute()
    says(substitute, order, by_herself=False, kind=Kind.RESOURCE)

    found = {
        channel: [pair.substitute for pair in eligibility.of_all(Order.objects.all(), channel=channel)]
        for channel in (Channel.ASSISTANT, Channel.DIRECT)
    }

    assert found == {Channel.ASSISTANT: [substitute.pk], Channel.DIRECT: []}


def test_a_no_that_a_planner_laid_is_a_no(town, case):
    order, substitute = town.order(), town.substitute()
    says(substitute, order, by_herself=False, kind=Kind.NOT_AVAILABLE)

    assert case(order, substitute, Channel.DIRECT).unavailable == (order.period,)


def test_time_for_chosen_workplaces_counts_there_alone(town, elsewhere, case):
    order, substitute = town.order(), town.substitute()
    says(substitute, order, limited=True).workplaces.add(elsewhere.workplace)
    assert case(order, substitute).availability == ()

    says(substitute, order, limited=True).workplaces.add(town.workplace)
    assert case(order, substitute).availability == (order.period,)


def test_time_put_in_for_one_job_leaks_to_no_other(town, case):
    order, other, substitute = town.order(), town.order(), town.substitute()
    says(substitute, order, order=order)

    found = [[bool(case(each, substitute, channel).availability) for channel in Channel] for each in (order, other)]

    assert found == [[True] * len(Channel), [False] * len(Channel)]


def test_work_two_weeks_back_and_ahead_is_known_with_its_breaks(town, case):
    order, substitute = town.order(), town.substitute()
    books(town, substitute, "2026-04-29 05:00", "2026-04-29 07:00")
    books(town, substitute, "2026-04-29 07:00", "2026-04-29 16:00", break_minutes=45)
    books(town, substitute, "2026-05-27 07:00", "2026-05-27 16:00", break_minutes=60)
    books(town, substitute, "2026-05-27 16:00", "2026-05-27 20:00")

    known = case(order, substitute).commitments

    assert [(each.period.starts, each.pause) for each in known] == [
        (at("2026-04-29 07:00"), 45 * timedelta(minutes=1)),
        (at("2026-05-27 07:00"), HOUR),
    ]


def test_the_order_s_own_booking_and_ended_ones_are_no_commitments(town, case):
    substitute = town.substitute()
    ended = books(town, substitute, "2026-05-13 12:00", "2026-05-13 20:00")
    ended.ended_at, ended.end_reason = at("2026-05-12 07:00"), "other"
    ended.save()
    booking = books(town, substitute, "2026-05-13 07:00", "2026-05-13 16:00")

    found = case(booking.order, substitute)

    assert found.commitments == ()
    assert found.worked.month == timedelta()


def test_scenario_19_a_place_outside_the_reader_s_reach_has_no_name(town, elsewhere, case):
    substitute, planner = town.substitute(), with_role("planner", area=town.area)
    books(elsewhere, substitute, "2026-05-12 07:00", "2026-05-12 16:00")
    books(town, substitute, "2026-05-14 07:00", "2026-05-14 16:00")

    names = [each.place for each in case(town.order(), substitute, seen_by=planner).commitments]

    assert names == ["", town.workplace.name]
    assert elsewhere.workplace.name in [each.place for each in case(town.order(), substitute).commitments]


def test_hours_are_counted_in_the_month_the_next_one_and_seventeen_weeks(town, case):
    substitute = town.substitute()
    for day in ("2026-01-18", "2026-01-19", "2026-05-01", "2026-05-17", "2026-05-31", "2026-06-01", "2026-06-30"):
        books(town, substitute, f"{day} 08:00", f"{day} 18:00", break_minutes=60)
    books(town, substitute, "2026-05-17 22:00", "2026-05-18 06:00")

    worked = case(town.order(), substitute).worked

    assert worked.month == (3 * 9 + 8) * HOUR
    assert worked.next_month == 2 * 9 * HOUR
    assert worked.average_weeks == (3 * 9 + 2) * HOUR


def test_a_month_is_stockholm_s(town, case):
    substitute = town.substitute()
    books(town, substitute, "2026-05-31 23:30", "2026-06-01 07:30")
    books(town, substitute, "2026-05-01 00:30", "2026-05-01 06:30")

    assert case(town.order(), substitute).worked.month == 14 * HOUR


def test_overtime_is_counted_by_weeks_for_who_fills_one(town, case):
    substitute = town.substitute()
    for monday in ("2026-01-05", "2026-04-06", "2026-04-20", "2026-04-27"):
        _full_week(town, substitute, at(f"{monday} 07:00"), days=5)
    _full_week(town, substitute, at("2026-05-11 07:00"), days=2)
    _full_week(town, substitute, at("2026-05-14 07:00"), days=2)

    worked = case(town.order(), substitute).worked

    # 45 hours a week are five too many. The week that ends on 3 May is May's.
    assert (worked.overtime_four_weeks, worked.overtime_month, worked.overtime_year) == (10 * HOUR, 5 * HOUR, 20 * HOUR)


def _full_week(town, substitute, first, *, days):
    for day in range(days):
        starts = first + timedelta(days=day)
        order = town.order(starts=f"{starts.date()} 07:00", ends=f"{starts.date()} 16:00")
        BookingFactory(order=order, substitute=substitute)


def test_overtime_is_left_alone_while_the_week_is_not_full(town, case):
    substitute = town.substitute()
    _full_week(town, substitute, at("2026-04-27 07:00"), days=5)

    assert case(town.order(), substitute).worked.overtime_year == timedelta()


def test_a_week_is_as_long_as_her_agreement_says(town, case):
    substitute = SubstituteFactory()
    profile = RuleProfileFactory(weekly_hours=10)
    AgreementFactory(substitute=substitute, area=town.area, rule_profile=profile, starts=at("2019-01-01 00:00"))
    _full_week(town, substitute, at("2026-05-11 07:00"), days=2)

    assert case(town.order(), substitute).worked.overtime_month == 8 * HOUR


def test_days_under_las_are_counted_of_the_order_s_own_kind(town, case):
    substitute, peak = town.substitute(), OrderReasonFactory(name="Toppar", legal_kind="sarskild_visstid")
    for day in ("2021-05-13", "2021-05-14", "2026-05-01", "2026-05-14"):
        books(town, substitute, f"{day} 07:00", f"{day} 16:00")
    books(town, substitute, "2026-05-02 07:00", "2026-05-02 16:00", reason=peak)

    employed = case(town.order(), substitute).employed

    assert (employed.kind, employed.days) == ("vikariat", 3)


def test_days_under_las_are_not_counted_in_bulk(town):
    substitute = Substitute.objects.get(pk=town.substitute().pk)

    verdicts = eligibility.of_many(town.order(), [substitute], channel=Channel.PLANNER)

    assert verdicts[substitute.pk].case.employed.kind == ""


def test_a_verdict_tells_notices_from_what_stops(town):
    order, substitute = town.order(), town.substitute()

    verdict = eligibility.of_one(order, substitute, channel=Channel.PLANNER)

    assert [breach.code for breach in verdict.notices] == ["availability", "break"]
    assert verdict.books_by_itself
    assert not verdict.has_time
    assert verdict.earliest == order.starts


def test_everybody_is_asked_and_those_whom_something_hard_stops_are_left_out(town, elsewhere):
    fits, minor = town.substitute(), town.substitute(born=date(2011, 1, 1))
    elsewhere.substitute()

    found = eligibility.of_everybody(town.order(), channel=Channel.PLANNER)

    assert set(found) == {fits.pk}
    assert minor.pk not in found


def test_nobody_is_found_where_nobody_has_papers(town):
    assert eligibility.of_everybody(town.order(), channel=Channel.ASKED) == {}
