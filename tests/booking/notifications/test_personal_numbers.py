"""A personnummer never leaves, whoever wrote it; a telephone number does. The numbers are Skatteverket's for tests."""

import pytest

from booking.notifications.personal_numbers import hidden
from tests.booking.notifications.examples import a_world, posted


@pytest.mark.parametrize(
    "number", ["19121212-1212", "191212121212", "121212-1212", "121212+1212", "1212121212", "19121212 1212"]
)
def test_a_personnummer_is_hidden_however_it_is_written(number):
    assert hidden(f"Gäller {number}.") == "Gäller (personnummer borttaget)."


@pytest.mark.parametrize(
    "text",
    [
        "0980-319 245", "0701740605", "070-174 06 05", "+46701740605",
        "121212-1213",  # its check digit is another
        "129912-1218",  # no month
        "121200-1216",  # no day
        "https://x.example/bokningar/12121212-1212-4121-8121-121212121212a/",
    ],
)  # fmt: skip
def test_what_is_no_personnummer_stays(text):
    assert hidden(text) == text


def test_a_samordningsnummer_is_one_too():
    assert hidden("701063-2391") == "(personnummer borttaget)"


@pytest.mark.parametrize("code", ["order.returned", "desk.written", "booking.booked"])
def test_what_people_write_is_looked_through(town, code):
    said = {"reason": "Det gäller 121212-1212", "words": "Ring om 121212-1212"}
    world = a_world(town, contact="Eva 121212-1212", said=said)

    assert "121212" not in posted(code, world).body
