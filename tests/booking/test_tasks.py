"""What the queue does by the clock."""

from booking.models import Order
from booking.tasks import _each


def test_one_that_cannot_be_closed_keeps_no_other_open(town, caplog):
    stuck, other = town.order(), town.order("2026-05-14 07:00", "2026-05-14 16:00")
    closed = []

    def close(order: Order) -> None:
        if order == stuck:
            raise ConnectionError
        closed.append(order)

    _each(Order.objects.order_by("starts"), close)

    assert closed == [other]
    assert str(stuck.pk) in caplog.text
