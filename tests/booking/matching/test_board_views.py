"""A week and a day of the board."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from booking.matching import board_day, board_week
from booking.matching.board import everything
from booking.matching.board_week import Kind
from booking.models import Order
from booking.period import Period
from booking.weeks import Week
from people.models import Workplace
from tests.cast import NOW, at
from tests.factories.booking import BookingFactory, EnquiryFactory, InterestFactory
from tests.factories.people import WorkplaceFactory

WEEK, TUESDAY = Week(date(2026, 5, 11)), date(2026, 5, 12)


def places(town, *, unfilled=False, narrowed=everything):
    only = Workplace.objects.all()
    return list(board_week.workplaces(town.planner, WEEK, now=NOW, narrowed=narrowed, only=only, unfilled=unfilled))


def rows(town):
    return board_week.rows(town.planner, WEEK, places(town), now=NOW, narrowed=everything)


def test_only_what_nobody_has_is_drawn_and_the_filled_are_counted(town, elsewhere):
    nobody = town.order("2026-05-13 07:00", "2026-05-13 16:00")
    asked, wanted = town.order("2026-05-13 08:00", "2026-05-13 16:00"), town.order("2026-05-13 09:00")
    EnquiryFactory(order=asked, substitute=town.substitute())
    for one in (asked, wanted):
        InterestFactory(order=wanted, substitute=town.substitute(), round=1 if one is wanted else 2)
    for status in (Order.Status.BOOKED, Order.Status.COMPLETED, Order.Status.LAPSED, Order.Status.CANCELLED):
        town.order("2026-05-13 10:00", "2026-05-13 16:00", status=status)
    town.order("2026-05-13 21:00", "2026-05-14 07:00", returned_at=NOW, return_reason="Fel dag")
    elsewhere.order()

    (row,) = rows(town)

    wednesday = row.cells[2]
    assert (row.workplace, wednesday.day) == (town.workplace, date(2026, 5, 13))
    assert [(slot.order, slot.kind) for slot in wednesday.slots] == [
        (nobody.pk, Kind.NOBODY),
        (asked.pk, Kind.WAITING),
        (wanted.pk, Kind.WANTED),
    ]
    assert (wednesday.filled, wednesday.lapsed, wednesday.more) == (2, 1, 0)
    assert not any(cell.slots or cell.filled for cell in row.cells if cell is not wednesday)


def test_a_night_belongs_to_the_day_on_which_it_begins(town):
    town.order("2026-05-13 22:00", "2026-05-14 07:00")
    town.order("2026-05-14 00:30", "2026-05-14 07:00", status=Order.Status.BOOKED)

    (row,) = rows(town)

    assert [len(cell.slots) for cell in row.cells] == [0, 0, 1, 0, 0, 0, 0]
    assert [cell.filled for cell in row.cells] == [0, 0, 0, 1, 0, 0, 0]


@pytest.mark.parametrize(("orders", "drawn", "more"), [(4, 4, 0), (5, 5, 0), (6, 4, 2)])
def test_a_day_with_many_says_how_many_more(orders, drawn, more, town):
    for number in range(orders):
        town.order(f"2026-05-13 {7 + number:02}:00", "2026-05-13 20:00")

    (row,) = rows(town)

    assert (len(row.cells[2].slots), row.cells[2].more) == (drawn, more)


def test_workplaces_where_all_is_filled_are_left_out_when_asked_for(town, elsewhere):
    calm = WorkplaceFactory(area=town.area, name="Aspgården")
    town.order()

    assert places(town) == [calm, town.workplace]
    assert places(town, unfilled=True) == [town.workplace]
    assert places(town, unfilled=True, narrowed=lambda orders: orders.none()) == []


def test_thirty_rows_of_a_week_take_as_many_queries_as_one(town):
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            rows(town)
        return len(asked)

    town.order()
    queries()
    one = queries()
    for _ in range(30):
        place = WorkplaceFactory(area=town.area)
        town.order(workplace=place)
        town.order(workplace=place, status=Order.Status.BOOKED)

    assert queries() == one


@pytest.mark.parametrize(
    ("starts", "ends", "first", "length"),
    [
        ("2026-05-12 07:00", "2026-05-12 15:30", 14, 17),
        ("2026-05-12 07:20", "2026-05-12 07:40", 14, 2),
        ("2026-05-12 21:00", "2026-05-13 07:00", 42, 6),
        ("2026-05-11 21:00", "2026-05-12 07:00", 0, 14),
        ("2026-05-12 00:00", "2026-05-13 00:00", 0, 48),
        ("2026-05-12 23:50", "2026-05-13 06:00", 47, 1),
    ],
)
def test_a_bar_stands_in_its_half_hours(starts, ends, first, length):
    assert board_day.columns(Period(at(starts), at(ends)), TUESDAY) == (first, length)


def test_the_night_when_the_clock_is_put_back_has_the_same_columns():
    night = Period(at("2026-10-25 00:00"), at("2026-10-25 07:00"))

    assert board_day.columns(night, date(2026, 10, 25)) == (0, 14)


def test_now_stands_on_its_own_day_alone():
    assert board_day.column(NOW, TUESDAY) == 11
    assert board_day.column(NOW, date(2026, 5, 13)) is None


def day_of(town, *, unfilled=False):
    orders = board_day.orders(town.planner, TUESDAY, now=NOW, narrowed=everything, unfilled=unfilled)
    return board_day.bars(list(orders), TUESDAY, now=NOW)


def test_a_day_has_what_must_be_filled_first_and_then_who_has_what(town, elsewhere):
    night = town.order("2026-05-11 21:00", "2026-05-12 07:00", status=Order.Status.BOOKED)
    booking = BookingFactory(order=night, substitute=town.substitute())
    late, asked = town.order("2026-05-12 15:00", "2026-05-12 21:00"), town.order("2026-05-12 10:00", "2026-05-12 15:00")
    EnquiryFactory(order=asked, substitute=town.substitute())
    town.order("2026-05-12 07:00", "2026-05-12 16:00", status=Order.Status.CANCELLED)
    town.order("2026-05-13 07:00", "2026-05-13 15:00")
    elsewhere.order("2026-05-12 10:00", "2026-05-12 15:00")

    assert [(bar.order, bar.kind, bar.booking) for bar in day_of(town)] == [
        (asked, Kind.WAITING, None),
        (late, Kind.NOBODY, None),
        (night, None, booking),
    ]
    assert [bar.order for bar in day_of(town, unfilled=True)] == [asked, late]


def test_what_is_left_of_a_day(town):
    def left():
        return board_day.left(town.planner, TUESDAY, now=NOW, narrowed=everything)

    assert left() == board_day.Left(0, None)
    first = town.order("2026-05-12 10:00", "2026-05-12 15:00")
    town.order("2026-05-12 11:00", "2026-05-12 15:00")
    town.order("2026-05-13 07:00", "2026-05-13 15:00")

    assert left() == board_day.Left(2, first.starts)
