"""Keys as one parameter and moments as whole numbers, on each database."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.db import connection

from booking.eligibility.reading import Instant, among, moment, perhaps
from booking.models import Availability
from tests.factories.booking import AvailabilityFactory

KEY = UUID("0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0")


@pytest.mark.parametrize(
    "starts",
    [
        datetime(2026, 5, 13, 5, tzinfo=UTC),
        datetime(2026, 3, 29, 0, 59, 59, 999_999, tzinfo=UTC),
        datetime(1969, 12, 31, 23, 59, 59, 1, tzinfo=UTC),
    ],
)
def test_a_moment_comes_back_to_the_microsecond(db, starts):
    AvailabilityFactory(starts=starts, ends=starts + timedelta(hours=1))

    (instant,) = Availability.objects.values_list(Instant("starts"), flat=True)

    assert moment(instant) == perhaps(instant) == starts
    assert perhaps(None) is None


def test_rows_are_found_by_the_keys_that_are_named(db):
    one, other, _third = (
        AvailabilityFactory(starts=datetime(2026, 5, n, tzinfo=UTC), ends=datetime(2026, 5, n, 9, tzinfo=UTC))
        for n in (1, 2, 3)
    )

    found = Availability.objects.filter(among("substitute", [one.substitute_id, other.substitute_id, KEY]))

    assert set(found) == {one, other}
    assert not Availability.objects.filter(among("substitute", [])).exists()


def test_each_database_is_spoken_to_in_its_own_words(db):
    compiler = Availability.objects.all().query.get_compiler(connection=connection)
    query = Availability.objects.all().query
    instant, keys = (each.resolve_expression(query) for each in (Instant("starts"), among("pk", [KEY])))

    assert "EXTRACT(EPOCH FROM" in instant.as_postgresql(compiler, connection)[0]
    assert "strftime(" in instant.as_sqlite(compiler, connection)[0]
    assert keys.as_postgresql(compiler, connection)[1] == [f'{{"{KEY.hex}"}}']
    assert keys.as_sqlite(compiler, connection)[1] == [f'["{KEY.hex}"]']
