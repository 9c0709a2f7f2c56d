"""Rest that is given back."""

from datetime import timedelta

from booking.models import RestDebt
from booking.operations import rest
from people.models import HistoryEntry
from tests.cast import NOW
from tests.factories.booking import BookingFactory


def test_rest_is_given_once_by_the_first_to_write_it_down(town):
    booking = BookingFactory(order=town.order(), substitute=town.substitute())
    debt = RestDebt.objects.create(
        booking=booking, substitute=booking.substitute, owed=timedelta(hours=2), due_by=NOW + timedelta(days=14)
    )

    rest.settle(debt, how="Började två timmar senare", by=town.planner, at=NOW)
    rest.settle(debt, how="Något annat", by=town.manager, at=NOW + timedelta(hours=1))

    debt.refresh_from_db()
    assert (debt.settled_how, debt.settled_by, debt.settled_at) == ("Började två timmar senare", town.planner, NOW)
    assert HistoryEntry.objects.of(debt).get().area == town.area
