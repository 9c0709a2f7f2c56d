"""Rest that must be given back is seen before it is late."""

from datetime import timedelta

import pytest

from booking.models import RestDebt
from tests.cast import NOW
from tests.factories.booking import BookingFactory


def owed(town, days) -> RestDebt:
    booking = BookingFactory(order=town.order(), substitute=town.substitute())
    return RestDebt.objects.create(
        booking=booking, substitute=booking.substitute, owed=timedelta(hours=2), due_by=NOW + timedelta(days=days)
    )


@pytest.mark.parametrize(("days", "shown"), [(3, True), (-1, True), (10, False)])
def test_it_stands_among_what_is_to_be_done_a_few_days_before(town, signed_in, time_machine, days, shown):
    time_machine.move_to(NOW, tick=False)
    debt = owed(town, days)

    page = signed_in(town.planner).get("/admin/att-gora/").content.decode()

    assert (str(debt.substitute) in page) is shown
    assert ("Skulle ha getts" in page) is (days < 0)


def test_another_areas_does_not_exist(town, elsewhere, signed_in, time_machine):
    time_machine.move_to(NOW, tick=False)
    debt = owed(elsewhere, 1)

    assert str(debt.substitute) not in signed_in(town.planner).get("/admin/att-gora/").content.decode()
