"""A shift that is moved while its holder is booked on another at the new time."""

from functools import partial

import pytest

from booking.operations import bookings, changing
from booking.operations.refusals import CannotBook
from tests.cast import NOW, a_town, at

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]

MOVED = {"starts": at("2026-05-15 09:00"), "ends": at("2026-05-15 18:00")}


@pytest.fixture
def acts(transactional_db):
    town = a_town("Hemtjänst")
    held, other = town.order(), town.order("2026-05-15 07:00", "2026-05-15 16:00")
    substitute = bookings.book(held, town.substitute(), by=town.planner, at=NOW).substitute
    return [
        partial(bookings.book, other, substitute, by=town.planner, at=NOW),
        partial(changing.change, held, MOVED, by=town.planner, at=NOW),
    ]


def test_she_is_in_one_place_and_whoever_comes_second_is_told_where(acts, at_once):
    results = at_once(acts)

    (refused,) = [result for result in results if isinstance(result, CannotBook)]
    assert "Redan bokad fredag 15 maj" in str(refused)
    assert at_once.broken == []


def test_past_the_rules_the_constraint_alone_stops_it_and_says_the_same(transactional_db):
    town = a_town("Hemtjänst")
    booking = bookings.book(town.order(), town.substitute(), by=town.planner, at=NOW)
    other = town.order("2026-05-15 07:00", "2026-05-15 16:00")
    bookings.book(other, booking.substitute, by=town.planner, at=NOW)
    booking.order.starts, booking.order.ends = MOVED["starts"], MOVED["ends"]

    with pytest.raises(CannotBook, match="Redan bokad fredag 15 maj"):
        changing._move(booking, by=town.planner, reason="")

    booking.refresh_from_db()
    assert booking.starts == at("2026-05-13 07:00")
