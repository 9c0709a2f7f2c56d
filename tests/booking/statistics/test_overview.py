"""Each figure of the overview, reckoned by hand over a small town."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from booking.models import EndReason, Enquiry, Order, Origin
from booking.statistics import overview, people
from booking.statistics.channels import Channel
from booking.statistics.dropped import dropped
from booking.statistics.figures import Quartiles, Share
from booking.statistics.starts import Slot, Turn
from booking.statistics.stretch import Stretch
from tests.booking.statistics.conftest import of
from tests.cast import NOW, at
from tests.factories.booking import BookingFactory, EnquiryFactory, OrderReasonFactory
from tests.factories.people import OccupationFactory, WorkplaceFactory

Status = Enquiry.Status


def test_shifts_are_counted_on_the_day_they_begin_by_swedens_clock(town, chosen, filled, lapsed):
    filled("2026-05-04 00:00")
    lapsed("2026-05-10 23:00")
    lapsed("2026-05-03 23:59")
    lapsed("2026-05-11 00:00")

    figures = overview.by_start(chosen)

    assert figures.whole == Share(1, 2)
    assert figures.weekdays[0] == Share(1, 1)
    assert figures.weekdays[6] == Share(0, 1)
    assert {slot for slot, number in figures.missing.items() if number} == {Slot(6, Turn.NIGHT)}


@pytest.mark.parametrize("status", [Order.Status.DRAFT, Order.Status.CANCELLED])
def test_what_nobody_needed_is_not_counted(status, chosen, lapsed):
    lapsed(status=status)

    assert overview.by_start(chosen).whole == Share(0, 0)


def test_a_shift_that_has_not_begun_is_neither_filled_nor_missing(town, lapsed):
    town.order("2026-05-12 05:44", "2026-05-12 12:00")
    town.order("2026-05-12 05:45", "2026-05-12 12:00")  # now

    assert overview.by_start(of(town, Stretch(date(2026, 5, 11), date(2026, 5, 17)))).whole == Share(0, 1)


def test_each_week_is_there_also_one_of_nothing(town, filled):
    filled("2026-05-05 07:00")

    figures = overview.by_start(of(town, Stretch(date(2026, 4, 27), date(2026, 5, 10))))

    assert [(week.number, share) for week, share in figures.weeks.items()] == [(18, Share(0, 0)), (19, Share(1, 1))]


def test_by_workplace_and_reason_with_the_usual_one(town, chosen, filled, lapsed):
    other = WorkplaceFactory(area=town.area)
    ill, away = OrderReasonFactory(name="Sjuk"), OrderReasonFactory(name="Semester")
    filled(reason=ill)
    filled("2026-05-06 07:00", reason=ill)
    lapsed(reason=away)
    lapsed(workplace=other, reason=away)

    figures = overview.by_place(chosen)

    assert figures.workplaces == {town.workplace.pk: Share(2, 3), other.pk: Share(0, 1)}
    assert figures.reasons == {ill.pk: Share(2, 2), away.pk: Share(0, 2)}
    assert figures.usual_reason == {town.workplace.pk: ill.pk, other.pk: away.pk}


def test_another_area_is_not_seen(elsewhere, chosen):
    elsewhere.order("2026-05-05 07:00", "2026-05-05 16:00", status=Order.Status.LAPSED)

    assert overview.by_start(chosen).whole == Share(0, 0)


def test_it_is_narrowed_to_a_workplace_an_occupation_or_a_reason(town, lapsed):
    place, nurse, why = WorkplaceFactory(area=town.area), OccupationFactory(name="x"), OrderReasonFactory(name="y")
    lapsed()
    for fields in ({"workplace": place}, {"occupation": nurse}, {"reason": why}):
        lapsed(**fields)
        (name, row), *_none = fields.items()
        assert overview.by_start(of(town, **{name: row.pk})).whole == Share(0, 1)


@pytest.mark.parametrize(
    ("before", "lead"),
    [
        (timedelta(minutes=179), 0),
        (timedelta(hours=3), 1),
        (timedelta(hours=12), 2),
        (timedelta(hours=24), 3),
        (timedelta(hours=72), 4),
    ],
)
def test_lead_time_is_in_real_hours_from_order_to_start(before, lead, chosen, lapsed):
    lapsed(placed_at=at("2026-05-08 14:00") - before)

    assert [number for number, share in overview.by_way(chosen).leads.items() if share.whole] == [lead]


def test_by_what_way_it_was_filled_the_booking_that_stands_decides(town, chosen, filled, lapsed):
    filled(booking={"origin": Origin.REBOOKED})
    booking = filled("2026-05-06 07:00", booking={"origin": Origin.PHONE})
    BookingFactory(
        order=booking.order,
        substitute=town.substitute(),
        origin=Origin.DIRECT,
        ended_at=NOW,
        end_reason=EndReason.OTHER,
    )
    lapsed()

    channels = overview.by_way(chosen).channels

    assert {way: number for way, number in channels.items() if number} == {
        Channel.PLANNER: 1,
        Channel.PHONE: 1,
        Channel.NOBODY: 1,
    }
    assert overview.by_way(chosen).leads[3] == Share(2, 3)


def test_time_to_fill_in_quartiles_of_those_that_never_opened_anew(chosen, filled):
    for day, minutes in enumerate((4, 8, 30, 181), start=4):
        filled(f"2026-05-0{day} 07:00", minutes=minutes)
    filled("2026-05-09 07:00", minutes=1, round=2)

    assert overview.by_way(chosen).minutes == Quartiles(4, 8, 30)


@pytest.mark.parametrize(("waited", "told"), [(179, 179), (184, 180), (719, 715), (779, 720)])
def test_a_long_time_to_fill_is_told_more_roughly(waited, told, town, chosen, filled):
    filled(minutes=waited, placed_at=at("2026-05-01 07:00"))

    assert overview.by_way(chosen).minutes.median == told
    assert overview.median_by_workplace(chosen, [town.workplace.pk]) == {town.workplace.pk: told}


def asked(town, *, answered=0, silent=0, called_back=0, at_start="2026-05-05 07:00"):
    """One order, and so many who answered, let it pass, or were called back in time."""
    order = town.order(at_start, f"{at_start[:10]} 23:30", status=Order.Status.COMPLETED)
    for status, number in ((Status.NO, answered), (Status.EXPIRED, silent), (Status.LOST, called_back)):
        answered_at = NOW if status == Status.NO else None
        people = [town.substitute() for _n in range(number)]
        [EnquiryFactory(order=order, substitute=each, status=status, answered_at=answered_at) for each in people]
    return order


def test_answers_of_enquiries_that_had_their_time(town, chosen):
    asked(town, answered=5, silent=3, called_back=4)

    assert overview.answers(chosen) == overview.Answers(62, hidden=False)  # 5 of 8


def test_answers_of_few_people_are_not_told_however_often_they_were_asked(town, chosen):
    order = asked(town, answered=3, silent=1)
    for enquiry in order.enquiries.all():
        EnquiryFactory(order=asked(town), substitute=enquiry.substitute, status=Status.NO, answered_at=NOW)

    assert overview.answers(chosen) == overview.Answers(None, hidden=True)


def test_an_enquiry_whose_turn_never_came_is_none(town, chosen):
    EnquiryFactory(order=asked(town, answered=4), wave=0, status=Status.EXPIRED)

    assert overview.answers(chosen).hidden


def test_what_it_is_compared_with_are_as_many_days_before(chosen, filled):
    filled("2026-04-28 07:00", minutes=20)

    before = overview.before(chosen)

    assert (before.whole, before.minutes, before.answers.percent) == (Share(1, 1), Quartiles(20, 20, 20), None)


EACH = (
    overview.by_start,
    overview.by_way,
    overview.by_place,
    overview.answers,
    overview.causes,
    people.spread,
    dropped,
)


@pytest.mark.parametrize("count", EACH)
def test_days_that_are_over_are_counted_once_an_hour(count, chosen, lapsed, django_assert_num_queries):
    lapsed()
    first = count(chosen)

    with django_assert_num_queries(0):
        assert count(chosen) == first
    with time_machine.travel(datetime.now(UTC) + timedelta(minutes=61)), CaptureQueriesContext(connection) as asked:
        count(chosen)
    assert asked.captured_queries


@pytest.mark.parametrize("count", EACH)
def test_days_that_go_on_are_counted_each_time(count, town):
    ahead = of(town, Stretch(date(2026, 5, 4), date(2026, 5, 12)))
    count(ahead)

    with CaptureQueriesContext(connection) as asked:
        count(ahead)
    assert asked.captured_queries


def test_another_choice_is_not_taken_for_the_same(town, chosen, lapsed):
    lapsed()
    place = WorkplaceFactory(area=town.area)

    assert overview.by_start(chosen).whole == Share(0, 1)
    assert overview.by_start(of(town, workplace=place.pk)).whole == Share(0, 0)
    assert overview.by_start(of(town, Stretch(date(2026, 5, 4), date(2026, 5, 7)))).whole == Share(0, 0)
