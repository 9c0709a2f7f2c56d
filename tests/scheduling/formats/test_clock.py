"""A moment as a schedule writes it, also the nights when the clock changes."""

from datetime import UTC, datetime

import pytest

from scheduling.formats.clock import Unclear, moment


@pytest.mark.parametrize(
    ("text", "offset", "utc"),
    [
        ("2026-05-13 07:00", "", (2026, 5, 13, 5)),
        ("2026-05-13T07:00:00", "", (2026, 5, 13, 5)),
        ("2026-01-13 07:00", "", (2026, 1, 13, 6)),
        ("2026-05-13T07:00Z", "", (2026, 5, 13, 7)),
        ("2026-05-13T07:00:00.000+02:00", "", (2026, 5, 13, 5)),
        ("2026-10-25 02:30", "+02:00", (2026, 10, 25, 0, 30)),
        ("2026-10-25T02:30+0100", "", (2026, 10, 25, 1, 30)),
        ("2026-10-25 03:30", "", (2026, 10, 25, 2, 30)),
    ],
)
def test_a_moment_is_by_its_own_offset_or_by_the_clock_in_stockholm(text, offset, utc):
    assert moment(text, offset) == datetime(*utc, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2026-03-29 02:30", "Klockan är aldrig 2026-03-29 02:30: då går den fram till sommartid."),
        ("2026-10-25 02:30", "Klockan är 2026-10-25 02:30 två gånger den natten."),
        ("2026-02-30 07:00", "Tiden 2026-02-30 07:00 finns inte."),
        ("2026-05-13T07:00+99:00", "Skriv skillnaden mot UTC som"),
        ("0001-01-01T00:00+14:00", "Tiden 0001-01-01"),
        ("0001-01-01T00:00", "Tiden 0001-01-01"),
        ("i morgon", "Skriv tiden som 2026-05-31 07:00."),
        ("٢٠٢٦-05-13 07:00", "Skriv tiden som"),
        ("2" * 10_000, "Skriv tiden som"),
    ],
)
def test_what_is_no_one_moment_is_refused_in_a_sentence(text, why):
    with pytest.raises(Unclear, match=why):
        moment(text, "")
