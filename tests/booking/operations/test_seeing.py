"""An order is as it was when the page was read, or nothing is done: also when the database makes us try again."""

import pytest
from django.db import OperationalError

from booking.models import Order
from booking.operations import seeing
from booking.operations.deciding import decision, locked_order
from booking.operations.seeing import Overtaken
from tests.cast import NOW, a_town


class DeadlockError(Exception):
    sqlstate = "40P01"


@pytest.mark.django_db(transaction=True)
def test_a_decision_that_is_tried_again_compares_again():
    town = a_town("Hemtjänst")
    order, tries = Order.objects.get(pk=town.order().pk), []

    @decision
    def written_by_somebody_else_between() -> None:
        if tries:
            Order.objects.update(note="Skriven av någon annan")
        locked_order(order)
        tries.append(order)
        raise OperationalError from DeadlockError()

    mark = seeing.mark_of(order, None)
    with seeing.as_read(order, mark, by=town.planner, at=NOW), pytest.raises(Overtaken):
        written_by_somebody_else_between()

    assert len(tries) == 1


def test_what_the_operation_itself_makes_of_it_is_not_asked_of(town):
    order = Order.objects.get(pk=town.order().pk)

    with seeing.as_read(order, seeing.mark_of(order, None), by=town.planner, at=NOW):
        locked_order(order)
        Order.objects.update(note="Skriven av operationen")
        assert locked_order(order).note == "Skriven av operationen"


def test_another_order_is_not_compared(town):
    order, other = Order.objects.get(pk=town.order().pk), town.order("2026-05-14 07:00", "2026-05-14 16:00")
    mark = seeing.mark_of(order, None)
    Order.objects.update(note="Skriven av någon annan")

    with seeing.as_read(order, mark, by=town.planner, at=NOW):
        assert locked_order(other).pk == other.pk
