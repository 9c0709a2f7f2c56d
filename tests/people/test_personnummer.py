import pytest

from people import personnummer


@pytest.mark.parametrize("written", ["199001010017", "19900101-0017", " 19900101-0017 "])
def test_it_is_its_twelve_digits_however_it_is_written(written):
    assert personnummer.normal(written) == "199001010017"


def test_a_coordination_number_is_one_too():
    assert personnummer.normal("197010632391") == "197010632391"


@pytest.mark.parametrize(
    "written", ["", "9001010017", "199001010018", "199013010017", "199001320017", "K0042", "21900101001"]
)
def test_what_is_none_is_none(written):
    assert personnummer.normal(written) is None


def test_another_key_makes_another_thing_of_it_and_neither_tells():
    one, other = (personnummer.keyed("199001010017", key) for key in ("en nyckel", "en annan"))

    assert one != other
    assert len(one) == 64
    assert one == personnummer.keyed("199001010017", "en nyckel")
