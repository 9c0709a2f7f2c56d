"""Figures beside those of the days before."""

from datetime import timedelta

import pytest

from booking.models import Enquiry, Order
from tests.booking.desk.following import page
from tests.cast import NOW
from tests.factories.booking import BookingFactory, EnquiryFactory


def in_two_months(town, before, now):
    """April and then May: so many filled and so many not, booked within so many minutes."""
    for month, (done, missing, minutes) in (("04", before), ("05", now)):
        for _n in range(done):
            order = town.order(f"2026-{month}-05 14:00", f"2026-{month}-05 21:30", status=Order.Status.COMPLETED)
            booked_at = order.placed_at + timedelta(minutes=minutes)
            BookingFactory(order=order, substitute=town.substitute(), booked_at=booked_at)
        for _n in range(missing):
            town.order(f"2026-{month}-05 14:00", f"2026-{month}-05 21:30", status=Order.Status.LAPSED)


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        ((1, 1, 30), (1, 0, 20), ["50,0 procentenheter mer än", "10 min snabbare än", "1 färre än"]),
        ((1, 0, 20), (1, 1, 30), ["50,0 procentenheter mindre än", "10 min långsammare än", "1 fler än"]),
        ((1, 1, 20), (1, 1, 20), ["Lika mycket som", "Lika snabbt som", "Lika många som"]),
    ],
)
def test_each_figure_is_compared_with_the_days_before(before, now, told, town, planner):
    in_two_months(town, before, now)

    html = page(planner, period="2026-05")

    assert [words for words in told if f"{words} perioden före" in html] == told


def test_answers_are_compared_in_whole_points(town, planner):
    for month, silent in (("04", 5), ("05", 0)):
        order = town.order(f"2026-{month}-05 14:00", f"2026-{month}-05 21:30", status=Order.Status.LAPSED)
        statuses = [Enquiry.Status.NO] * 5 + [Enquiry.Status.EXPIRED] * silent
        for status in statuses:
            answered_at = NOW if status == Enquiry.Status.NO else None
            EnquiryFactory(order=order, substitute=town.substitute(), status=status, answered_at=answered_at)

    assert "50 procentenheter mer än perioden före" in page(planner, period="2026-05")


def test_a_month_is_compared_with_the_month_before(town, planner):
    html = page(planner, period="2026-04")

    assert "1 april–30 april 2026" in html
    assert "Perioden före är 1 mars–31 mars 2026." in html
