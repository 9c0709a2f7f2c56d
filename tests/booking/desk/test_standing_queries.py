"""A substitute's page is as light for many rows as for one."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from booking.models import Absence, RestDebt
from booking.operations import absences, standing
from booking.period import Period
from people.models import RecordsCheck
from tests.cast import NOW, with_role
from tests.factories.booking import BookingFactory
from tests.factories.people import WorkplaceFactory


@pytest.fixture
def amira(town):
    return town.substitute()


@pytest.fixture
def one_more(town, amira):
    """`one_more(n)`: one row more of each kind, by somebody else."""

    def make(n):
        place, told = WorkplaceFactory(area=town.area), {"by": with_role("planner", area=town.area), "at": NOW}
        standing.block(amira, place, asked_by="workplace", reason="x", **told)
        standing.introduce(amira, place, given_on=NOW.date(), **told)
        period = Period(NOW + timedelta(days=2 * n), NOW + timedelta(days=2 * n + 1))
        absences.note(amira, period, kind=Absence.Kind.SET_DAYS, **told)
        shown = {"issued_on": NOW.date(), "starts": NOW, "checked_by": told["by"]}
        RecordsCheck.objects.create(substitute=amira, kind="school", **shown)
        day = f"2026-04-{n + 1:02}"
        booking = BookingFactory(order=town.order(f"{day} 07:00", f"{day} 16:00", workplace=place), substitute=amira)
        RestDebt.objects.create(booking=booking, substitute=amira, owed=timedelta(hours=1), due_by=NOW)

    return make


@pytest.mark.parametrize("name", ["inspect", "papers", "shifts", "messages"])
def test_her_pages_ask_as_much_of_the_database_for_many_rows_as_for_one(name, amira, planner, one_more):
    address = reverse(f"substitute:{name}", args=[amira.pk])

    def questions():
        with CaptureQueriesContext(connection) as asked:
            assert planner.get(address).status_code == 200
        return len(asked)

    one_more(0)
    with_one = questions()
    for n in range(1, 5):
        one_more(n)

    assert questions() == with_one
