"""How far it is to work."""

from decimal import Decimal

import pytest

from people import distance
from people.models import Locality, Workplace


def village(latitude: str, longitude: str) -> Locality:
    return Locality(name="Granbyn", latitude=Decimal(latitude), longitude=Decimal(longitude))


def workplace(latitude: str | None, longitude: str | None) -> Workplace:
    place = [None if degrees is None else Decimal(degrees) for degrees in (latitude, longitude)]
    return Workplace(name="Solgården", latitude=place[0], longitude=place[1])


@pytest.mark.parametrize(
    ("home", "work", "kilometres"),
    [
        (("66.9", "19.8"), ("66.9", "19.8"), 0.0),
        (("66.0", "20.0"), ("67.0", "20.0"), 111.195),  # a degree of latitude
        (("0", "20.0"), ("0", "21.0"), 111.195),  # a degree of longitude at the equator
        (("60.0", "20.0"), ("60.0", "21.0"), 55.597),  # half of it, nearly, at 60 degrees
        (("45.7597", "4.8422"), ("48.8567", "2.3508"), 392.21726),  # Lyon to Paris
        (("0", "0"), ("0", "180"), 20015.115),  # half the way round
    ],
)
def test_the_distance_is_counted_along_the_earth(home, work, kilometres):
    assert distance.between(village(*home), workplace(*work)) == pytest.approx(kilometres, rel=1e-5, abs=1e-6)


def test_it_is_as_far_there_as_back():
    there = distance.between(village("66.91", "19.85"), workplace("66.87", "19.60"))
    back = distance.between(village("66.87", "19.60"), workplace("66.91", "19.85"))

    assert there == pytest.approx(back)


def test_nobody_knows_the_way_from_a_place_unsaid():
    assert distance.between(None, workplace("66.9", "19.8")) is None


def test_nobody_knows_the_way_to_a_workplace_without_a_position():
    assert distance.between(village("66.9", "19.8"), workplace(None, None)) is None


def test_a_place_on_the_zero_meridian_has_a_position():
    assert distance.between(village("0", "0"), workplace("0", "0")) == 0
