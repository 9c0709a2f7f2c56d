"""Shifts of the schedule from a message."""

import json

import pytest

from scheduling.formats import json_in
from scheduling.formats.facts import Fact, Unreadable
from tests.scheduling.formats.test_csv import SHIFT
from tests.standins.schedule import message, shift


def test_a_message_is_facts():
    told = shift(workplaces=["4711"], gives_time=True)

    event = json_in.read(message("h-1", told, {"id": "S-2", "version": 2, "withdrawn": True}))

    assert event.key == "h-1"
    assert event.facts == [
        Fact(1, "S-1", "M-1", "resource", SHIFT, gives_time=True, workplaces=("4711",), version=1),
        Fact(2, "S-2", version=2, withdrawn=True),
    ]


@pytest.mark.parametrize(
    "said",
    [
        {"version": True}, {"version": -1}, {"version": 2**40}, {"version": "1"}, {"id": ["x"]}, {"id": "a\x00b"},
        {"id": "x" * 200}, {"employee_number": 7}, {"kind": None}, {"starts": 5}, {"ends": "2026-10-25T02:30"},
        {"withdrawn": "ja"}, {"gives_time": 1}, {"workplaces": "4711"}, {"workplaces": [1]},
        {"workplaces": ["k"] * 60}, {"starts": "2026-03-29T02:10", "ends": "2026-03-29T07:00"},
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_of_its_shift_alone(said):
    bad, good = json_in.read(message("h-1", shift(**said), shift())).facts

    assert bad.fault
    assert good.fault == ""


@pytest.mark.parametrize(
    "body",
    [
        b"", b"\xff", b"[]", b'"x"', b"{}", b'{"event": 1, "shifts": []}', b'{"event": "", "shifts": []}',
        b'{"event": "a\\u0000", "shifts": []}', b'{"event": "h"}', b'{"event": "h", "shifts": {}}', b"[" * 100_000,
        json.dumps({"event": "h", "shifts": [1] * 2001}).encode(),
        json.dumps({"event": "h" * 121, "shifts": []}).encode(),
    ],
)  # fmt: skip
def test_what_is_no_message_is_refused(body):
    with pytest.raises(Unreadable):
        json_in.read(body)


def test_a_shift_that_is_no_object_is_said_so():
    assert json_in.read(message("h", "pass")).facts[0].fault == "Passet är inte ett objekt."
