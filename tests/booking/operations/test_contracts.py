"""What a constraint says, in the words of the operation."""

from django.db import IntegrityError

from booking.operations import contracts


def test_what_nobody_foresaw_stays_what_it_is(town):
    unforeseen = IntegrityError("booking_ends_after_it_starts")

    assert contracts.in_words(unforeseen, town.order(), town.substitute(), by=town.planner) is unforeseen
