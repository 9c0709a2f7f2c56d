"""What the policy in force says of exactly one order."""

from datetime import timedelta

import pytest

from booking.explaining import explained, of_a_shift
from booking.models import Order, Policy
from booking.offering import Days, OfferTerms
from booking.period import Period
from tests.cast import NOW, at


def test_the_policy_of_its_workplace_is_what_is_told(town):
    Policy.objects.create(workplace=town.workplace, wave_size=7)

    assert "7 vikarier frågas åt gången." in explained(town.order(), NOW)


def test_the_orders_own_way_of_asking_goes_before_the_policys(town):
    assert "Den som svarar ja först får passet." in explained(town.order(), NOW)
    assert any(line.startswith("Svaren samlas.") for line in explained(town.order(enquiry_mode="best"), NOW))


def test_whether_the_portal_may_fill_it_is_the_orders_own(town):
    left_to_planners = "Beställaren har inte låtit portalen tillsätta passet. Bemanningen bestämmer vem som får det."

    assert left_to_planners in explained(town.order(), NOW)
    assert left_to_planners not in explained(town.order(allow_direct=True), NOW)


@pytest.mark.parametrize(
    ("held", "words"),
    [
        ({"stopped_at": NOW}, "Beställningen är stoppad."),
        ({"returned_at": NOW, "return_reason": "Fel dag"}, "Beställningen är returnerad till beställaren."),
    ],
)
def test_what_holds_the_order_back_stands_first(town, held, words):
    assert explained(town.order(**held), NOW)[0].startswith(words)


def test_who_is_wished_for_sees_it_alone_until_her_time(town):
    wished = town.order(wished=town.substitute(), wished_until=at("2026-05-12 12:00"))

    assert (
        explained(wished, NOW)[0]
        == "Bara den önskade vikarien ser passet till tisdag 12 maj 12.00. Sedan gäller det här:"
    )
    assert explained(wished, NOW + timedelta(days=1))[0].startswith("Passet börjar")


def test_an_order_that_needs_nobody_is_not_explained(town):
    assert explained(town.order(status=Order.Status.CANCELLED), NOW) == []


def test_red_days_are_those_of_the_calendar(db):
    new_years_eve = Period(at("2026-12-31 22:00"), at("2027-01-01 07:00"))
    new_years_day = Period(at("2027-01-01 07:00"), at("2027-01-01 16:00"))
    terms = OfferTerms(direct_days=Days.NOT_RED)

    def says_red(shift: Period) -> bool:
        return any("röda dagar" in line for line in of_a_shift(shift, now=NOW, terms=terms))

    assert says_red(new_years_day)
    assert not says_red(new_years_eve)
