"""Morning, day, evening or night."""

import pytest

from booking.matching.parts_of_day import Part, parts_of
from booking.period import Period
from tests.cast import at


@pytest.mark.parametrize(
    ("starts", "ends", "parts"),
    [
        ("2026-05-13 06:00", "2026-05-13 10:00", {Part.MORNING}),
        ("2026-05-13 07:00", "2026-05-13 16:00", {Part.DAY}),
        ("2026-05-13 14:00", "2026-05-13 21:30", {Part.EVENING}),
        ("2026-05-13 21:00", "2026-05-14 07:00", {Part.NIGHT}),
        ("2026-05-13 00:00", "2026-05-13 05:00", {Part.NIGHT}),
        ("2026-05-13 06:00", "2026-05-13 14:00", {Part.MORNING, Part.DAY}),
        ("2026-05-13 13:00", "2026-05-13 21:00", {Part.DAY, Part.EVENING}),
        ("2026-10-24 21:00", "2026-10-25 07:00", {Part.NIGHT}),
    ],
)
def test_a_shift_belongs_to_the_part_where_most_of_it_is(starts, ends, parts):
    assert parts_of(Period(at(starts), at(ends))) == parts
