"""Whether the shift fits in her time."""

import pytest

from booking.period import Period
from booking.rules import Channel, Commitment, Weight, breaches
from booking.rules.time import availability, overlap
from tests.booking.rules.cases import booked, case, codes, from_midnight, hours, only, span, terms


def test_a_booked_shift_in_the_way_is_named():
    breach = overlap(case(None, booked(18, 22), booked(15, 17), booked(14, 16)))

    assert (breach.code, breach.weight, breach.words) == ("overlap", Weight.HARD, "Redan bokad {when} på {place}")
    assert breach.facts == {"when": span(14, 16), "place": "Björkgården"}


def test_a_booked_shift_at_a_place_that_the_reader_may_not_know_is_not_named():
    breach = overlap(case(None, Commitment(span(14, 16))))

    assert (breach.words, breach.facts) == ("Redan bokad {when}", {"when": span(14, 16), "place": ""})


def test_who_is_booked_is_free_when_a_gap_is_long_enough():
    breach = overlap(case(span(7, 10), booked(6, 8), booked(10, 12), booked(12, 13), booked(17, 20)))

    assert breach.earliest == span(13, 14).starts


def test_overlap_is_never_overridable():
    assert overlap(case(None, booked(15, 22), terms=terms(overridable=True))).weight is Weight.HARD


@pytest.mark.parametrize(("starts", "ends"), [(7, 11), (15, 19)])
def test_touching_shifts_do_not_overlap(starts: int, ends: int):
    assert breaches(case(span(11, 15), booked(starts, ends))) == ()


@pytest.mark.parametrize(
    ("channel", "weight"),
    [(Channel.DIRECT, Weight.HARD), (Channel.ASSISTANT, Weight.HARD), (Channel.PLANNER, Weight.NOTICE)],
)
def test_time_that_she_has_not_put_in_stops_only_what_is_booked_unasked(channel: Channel, weight: Weight):
    breach = only(case(availability=(from_midnight(-1, 0), span(16, 20)), channel=channel))

    assert (breach.code, breach.weight) == ("availability", weight)
    assert (breach.words, breach.facts, breach.earliest) == ("Ingen tid inlagd", {}, None)


def test_who_has_said_yes_needs_no_time_put_in():
    assert breaches(case(availability=(), channel=Channel.ASKED)) == ()


def test_time_that_covers_in_part_says_what_is_missing_and_when_it_would_do():
    breach = only(case(availability=(span(8, 12), span(13, 15), from_midnight(2, 3))))

    assert (breach.words, breach.facts) == ("Inlagd tid saknar {missing}", {"missing": hours(3)})
    assert breach.earliest == from_midnight(2, 3).starts


def test_scenario_10_two_rows_cover_a_night_jointly():
    rows = (Period(span(12, 13).starts, from_midnight(1, 2).starts), span(0, 8, day=1))

    assert breaches(case(span(20, 6), availability=rows, channel=Channel.DIRECT)) == ()


def test_two_rows_that_meet_later_are_one_time_to_start_in():
    rows = (span(8, 12, day=1), span(12, 18, day=1))

    assert only(case(availability=rows)).earliest == span(8, 9, day=1).starts


@pytest.mark.parametrize("channel", list(Channel))
def test_time_she_has_said_no_to_counts_even_when_other_time_covers(channel: Channel):
    refused = (span(14, 15), span(12, 13), from_midnight(3, 4))

    breach = only(case(unavailable=refused, channel=channel))

    assert (breach.words, breach.facts) == ("Har lagt in att det inte går {when}", {"when": span(12, 13)})
    assert breach.weight is (Weight.HARD if channel.asks_nobody else Weight.NOTICE)
    assert breach.earliest == span(15, 16).starts


def test_time_she_has_said_no_to_at_another_hour_is_no_obstacle():
    assert codes(case(unavailable=(span(6, 7), span(16, 17)))) == []


def test_a_time_when_she_is_booked_is_none_to_start_in():
    breach = availability(case(None, booked(0, 0, day=2), availability=(from_midnight(2, 4),)))

    assert breach.earliest is None


def test_a_start_is_looked_for_two_weeks_ahead():
    at_seven = [Period(span(7, 8, day=day).starts, from_midnight(day + 1, day + 2).starts) for day in (14, 15)]

    assert only(case(availability=(at_seven[0],))).earliest == at_seven[0].starts
    assert only(case(availability=(at_seven[1],))).earliest is None
