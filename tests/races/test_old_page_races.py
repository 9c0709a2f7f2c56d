"""Two planners press different buttons on the same page at once: one of them is done, and the other is told."""

from functools import partial

import pytest

from booking.models import Order
from booking.operations import bookings, orders, returning, seeing
from booking.operations.seeing import Overtaken
from tests.cast import NOW, a_town, with_role

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


def from_the_page(order, mark, by, act):
    with seeing.as_read(order, mark, by=by, at=NOW):
        return act(by=by, at=NOW)


def test_of_several_the_first_is_done_and_the_others_are_told(transactional_db, at_once):
    town = a_town("Hemtjänst")
    order, her = Order.objects.get(pk=town.order().pk), town.substitute()
    mark = seeing.mark_of(order, None)
    pressed = (
        partial(returning.stop, order),
        partial(bookings.book, order, her),
        partial(orders.cancel, order, note="Behövs inte"),
    )
    planners = [with_role("planner", area=town.area) for _each in pressed]

    results = at_once([partial(from_the_page, order, mark, *each) for each in zip(planners, pressed, strict=True)])

    told = [result for result in results if isinstance(result, Overtaken)]
    assert at_once.broken == []
    assert len(told) == len(pressed) - 1
    assert all(result.happened for result in told)
