"""The rulebook: each rule is met, broken, and broken no wider than it reaches."""

import uuid
from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from booking.period import Period, local, local_span
from booking.rules import Breach, Case, Channel, Commitment, Shift, Weight, breaches

WEDNESDAY, THURSDAY = date(2026, 5, 13), date(2026, 5, 14)
LICENCE = uuid.uuid4()


def span(day: date, starts: int, ends: int) -> Period:
    return local_span(day, time(starts), time(ends))


def case(period: Period = span(WEDNESDAY, 7, 16), **more: object) -> Case:  # noqa: B008 (a frozen value)
    """A shift that nothing speaks against; each test changes one thing."""
    shift = Shift(period, occupation="undersköterska", workplace="Solgården")
    return replace(Case(shift, agreements=(period,), availability=(period,)), **more)


def only(case: Case) -> Breach:
    (breach,) = breaches(case)
    return breach


def busy(period: Period) -> tuple[Commitment, ...]:
    return (Commitment(period, "Björkgården"),)


def test_a_case_with_nothing_against_it_passes():
    assert breaches(case()) == ()


def test_somebody_who_may_not_be_booked_is_not():
    assert only(case(active=False)).code == "active"


def test_no_agreement_is_a_hard_obstacle():
    breach = only(case(agreements=()))

    assert (breach.code, breach.weight) == ("agreement", Weight.HARD)


def test_scenario_14_an_agreement_that_ends_at_midnight_does_not_carry_a_night():
    night = span(WEDNESDAY, 22, 6)
    paper = Period(local(date(2026, 1, 1), time()), local(THURSDAY, time()))

    assert only(case(night, agreements=(paper,))).code == "agreement"


def test_two_agreements_that_meet_carry_a_night_together():
    night = span(WEDNESDAY, 22, 6)
    midnight = local(THURSDAY, time())
    papers = (Period(night.starts, midnight), Period(midnight, night.ends))

    assert breaches(case(night, agreements=papers)) == ()


def test_scenario_15_a_competence_that_expires_at_noon_does_not_carry_the_shift():
    shift = Shift(span(WEDNESDAY, 7, 16), competences={LICENCE: "körkort"})
    held = {LICENCE: (Period(local(date(2026, 1, 1), time()), local(WEDNESDAY, time(12))),)}

    breach = only(case(shift=shift, competences=held))

    assert (breach.code, breach.facts["missing"]) == ("competence", "körkort")


def test_scenario_15_a_competence_to_the_end_of_the_day_carries_a_shift_until_midnight():
    evening = span(WEDNESDAY, 15, 0)
    held = {LICENCE: (Period(local(date(2026, 1, 1), time()), local(THURSDAY, time())),)}

    assert breaches(case(evening, shift=Shift(evening, competences={LICENCE: "körkort"}), competences=held)) == ()


def test_every_missing_competence_is_named():
    other = uuid.uuid4()
    shift = Shift(span(WEDNESDAY, 7, 16), competences={LICENCE: "körkort", other: "delegering"})

    assert only(case(shift=shift)).facts["missing"] == "delegering, körkort"


def test_a_booked_shift_in_the_way_is_named():
    booked = span(WEDNESDAY, 15, 22)

    overlap = next(breach for breach in breaches(case(commitments=busy(booked))) if breach.code == "overlap")

    assert overlap.weight is Weight.HARD
    assert overlap.facts == {"when": booked, "place": "Björkgården"}


def test_touching_shifts_do_not_overlap():
    found = breaches(case(span(WEDNESDAY, 11, 15), commitments=busy(span(WEDNESDAY, 7, 11))))

    assert found == ()


@pytest.mark.parametrize(("channel", "weight"), [(Channel.DIRECT, Weight.HARD), (Channel.PLANNER, Weight.NOTICE)])
def test_time_that_she_has_not_put_in_stops_only_a_direct_booking(channel: Channel, weight: Weight):
    breach = only(case(availability=(), channel=channel))

    assert (breach.code, breach.weight) == ("availability", weight)


def test_who_has_said_yes_needs_no_time_put_in():
    assert breaches(case(availability=(), channel=Channel.ASKED)) == ()


def test_time_that_covers_in_part_says_what_is_missing():
    breach = only(case(availability=(span(WEDNESDAY, 7, 15),)))

    assert breach.facts["missing"] == timedelta(hours=1)


def test_scenario_10_two_rows_cover_a_night_jointly():
    night = span(WEDNESDAY, 20, 6)
    rows = (Period(local(WEDNESDAY, time(12)), local(THURSDAY, time())), span(THURSDAY, 0, 8))

    assert breaches(case(night, availability=rows, channel=Channel.DIRECT)) == ()


def test_time_she_has_said_no_to_counts_even_when_other_time_covers():
    breach = only(case(unavailable=(span(WEDNESDAY, 12, 13),)))

    assert (breach.code, breach.facts["when"]) == ("availability", span(WEDNESDAY, 12, 13))


@pytest.mark.parametrize(("ends", "rested"), [(20, True), (21, False)])
def test_eleven_hours_of_rest_before_the_shift(ends: int, rested: bool):
    evening = span(date(2026, 5, 12), 15, ends)

    found = breaches(case(commitments=busy(evening)))

    assert (found == ()) == rested


def test_short_rest_says_how_much_it_is_and_may_be_overridden():
    breach = only(case(commitments=busy(span(date(2026, 5, 12), 14, 23))))

    assert (breach.code, breach.weight) == ("daily_rest", Weight.OVERRIDABLE)
    assert breach.facts == {"rest": timedelta(hours=8), "needed": timedelta(hours=11)}


def test_work_is_followed_by_rest_even_when_the_next_shift_was_there_first():
    breach = only(case(span(WEDNESDAY, 14, 23), commitments=busy(span(THURSDAY, 7, 16))))

    assert breach.code == "daily_rest"


def test_a_short_gap_between_two_shifts_of_a_day_is_not_a_breach_when_the_night_is_long():
    assert breaches(case(span(WEDNESDAY, 12, 18), commitments=busy(span(WEDNESDAY, 7, 10)))) == ()


def test_an_old_breach_that_the_shift_does_not_touch_never_vetoes():
    old = (*busy(span(date(2026, 5, 9), 14, 23)), *busy(span(date(2026, 5, 10), 7, 16)))

    assert breaches(case(commitments=old)) == ()


def test_scenario_13_rest_is_counted_in_real_hours_the_night_the_clocks_go_back():
    evening = local_span(date(2027, 10, 30), time(15), time(23))
    morning = local_span(date(2027, 10, 31), time(7), time(16))

    breach = only(case(morning, commitments=busy(evening)))

    assert breach.facts["rest"] == timedelta(hours=9)


def test_scenario_18_all_obstacles_are_listed():
    shift = Shift(span(WEDNESDAY, 7, 16), competences={LICENCE: "körkort"})
    found = breaches(case(shift=shift, agreements=(), commitments=busy(span(WEDNESDAY, 8, 9))))

    assert [breach.code for breach in found] == ["agreement", "competence", "overlap"]
