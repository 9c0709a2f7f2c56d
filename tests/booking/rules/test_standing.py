"""Whether she may work at all, here and as this."""

import uuid
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booking.period import Period
from booking.reasons import sentence
from booking.rules import Channel, Shift, Weight, breaches
from tests.booking.rules.cases import WEDNESDAY, booked, case, codes, from_midnight, only, span

LICENCE, DELEGATION = uuid.uuid4(), uuid.uuid4()
NAMES = {LICENCE: "körkort", DELEGATION: "delegering"}
LONG = from_midnight(-60, 90)
ANYBODY = st.fixed_dictionaries(
    {
        "active": st.booleans(),
        "introduced": st.booleans(),
        "blocked": st.booleans(),
        "channel": st.sampled_from(Channel),
        "agreements": st.sampled_from([(), (LONG,)]),
        "competences": st.sampled_from([{}, {LICENCE: (LONG,)}, dict.fromkeys(NAMES, (LONG,))]),
        "records_checks": st.sampled_from([(), (LONG,)]),
        "commitments": st.lists(st.sampled_from([booked(12, 20), booked(17, 23), booked(22, 6, -1)]), unique=True).map(
            tuple
        ),
    }
)
"""Whoever she is and whatever she has, as far as a shift may ask."""


def demanding(**more: object) -> Shift:
    return replace(case().shift, **more)


def test_a_case_with_nothing_against_it_passes():
    assert breaches(case()) == ()


def test_somebody_who_may_not_be_booked_is_not():
    breach = only(case(active=False))

    assert (breach.code, breach.weight, breach.words) == ("active", Weight.HARD, "Kan inte bokas just nu")


def test_nobody_is_booked_for_a_day_after_the_last_of_her_account():
    breach = only(case(last_day=WEDNESDAY - timedelta(days=1)))

    assert (breach.code, breach.weight, breach.earliest) == ("active", Weight.HARD, None)
    assert sentence(breach) == "Kontot stängs efter tisdag 12 maj, före passet"


@pytest.mark.parametrize("period", [span(7, 16), span(21, 7)])
def test_a_shift_that_begins_on_the_last_day_is_worked_to_its_end(period):
    assert codes(case(period, last_day=WEDNESDAY)) == []


@pytest.mark.parametrize(
    ("channel", "found"), [(Channel.DIRECT, ["active"]), (Channel.ASKED, ["active"]), (Channel.PLANNER, [])]
)
def test_somebody_protected_is_booked_by_hand_alone(channel: Channel, found: list[str]):
    assert codes(case(by_hand_only=True, channel=channel)) == found


def test_somebody_protected_is_refused_for_good_and_without_a_why():
    breach = only(case(by_hand_only=True, channel=Channel.ASKED))

    assert (breach.weight, breach.words) == (Weight.HARD, "Bokas bara av en planerare")
    assert (breach.facts, breach.earliest) == ({}, None)


def test_absence_says_what_of_the_shift_it_takes_and_when_she_is_back():
    breach = only(case(absences=(from_midnight(-3, 0), span(12, 14), span(14, 20), from_midnight(4, 5))))

    assert (breach.code, breach.weight, breach.words) == ("active", Weight.HARD, "Frånvarande {when}")
    assert breach.facts == {"when": span(12, 14)}
    assert breach.earliest == span(20, 21).starts


def test_who_is_back_too_late_for_the_next_absence_comes_after_it():
    gap_of_an_hour = (span(7, 12), span(13, 20))

    assert only(case(absences=gap_of_an_hour)).earliest == span(20, 21).starts


def test_absence_on_another_day_is_no_obstacle():
    assert breaches(case(absences=(from_midnight(-3, 0), from_midnight(1, 4), span(0, 7), span(16, 20)))) == ()


def test_no_agreement_is_a_hard_obstacle():
    breach = only(case(agreements=()))

    assert (breach.code, breach.weight) == ("agreement", Weight.HARD)
    assert breach.words == "Saknar avtal som {occupation} på {workplace}"
    assert breach.facts == {"occupation": "undersköterska", "workplace": "Solgården"}
    assert breach.earliest is None


def test_scenario_14_an_agreement_that_ends_at_midnight_does_not_carry_a_night():
    breach = only(case(span(22, 6), agreements=(from_midnight(-100, 1),)))

    assert (breach.code, breach.words) == ("agreement", "Avtalet täcker inte hela passet")


def test_two_agreements_that_meet_carry_a_night_together():
    assert breaches(case(span(22, 6), agreements=(from_midnight(-9, 1), from_midnight(1, 9)))) == ()


def test_an_agreement_that_begins_later_says_when():
    meeting = (from_midnight(3, 4), from_midnight(4, 6), from_midnight(2, 3))
    too_short, before = span(1, 5, day=1), from_midnight(-9, -3)

    breach = only(case(agreements=(before, too_short, *meeting)))

    assert breach.earliest == from_midnight(2, 3).starts


def test_scenario_15_a_competence_that_expires_at_noon_does_not_carry_the_shift():
    held = {LICENCE: (Period(from_midnight(-100, 0).starts, span(12, 13).starts),)}

    breach = only(case(shift=demanding(competences={LICENCE: "körkort"}), competences=held))

    assert (breach.code, breach.weight) == ("competence", Weight.HARD)
    assert (breach.words, breach.facts) == ("Saknar giltig kompetens: {missing}", {"missing": "körkort"})


def test_scenario_15_a_competence_to_the_end_of_the_day_carries_a_shift_until_midnight():
    shift = replace(demanding(competences={LICENCE: "körkort"}), period=span(15, 0))

    assert breaches(case(shift=shift, competences={LICENCE: (from_midnight(-100, 1),)})) == ()


def test_every_missing_competence_is_named():
    breach = only(case(shift=demanding(competences=NAMES)))

    assert (breach.facts["missing"], breach.earliest) == ("delegering, körkort", None)


def test_a_competence_held_is_not_named_among_the_missing():
    held = {LICENCE: (from_midnight(-1, 9),)}

    assert only(case(shift=demanding(competences=NAMES), competences=held)).facts["missing"] == "delegering"


def test_competences_that_begin_later_say_when_all_are_held():
    held = {LICENCE: (from_midnight(2, 30),), DELEGATION: (from_midnight(5, 30),)}

    breach = only(case(shift=demanding(competences=NAMES), competences=held))

    assert breach.earliest == from_midnight(5, 6).starts


def test_a_competence_that_nobody_asked_for_opens_nothing():
    held = {DELEGATION: (from_midnight(5, 30),)}

    assert only(case(shift=demanding(competences={LICENCE: "körkort"}), competences=held)).earliest is None


@pytest.mark.parametrize(("needed", "introduced", "found"), [(True, False, 1), (True, True, 0), (False, False, 0)])
def test_introduced_where_the_workplace_asks_for_it(needed: bool, introduced: bool, found: int):
    assert len(breaches(case(shift=demanding(needs_introduction=needed), introduced=introduced))) == found


def test_the_shift_that_introduces_asks_for_no_introduction_before_it():
    assert breaches(case(shift=demanding(needs_introduction=True, introduces=True))) == ()


@given(ANYBODY, st.booleans())
def test_the_shift_that_introduces_waives_that_rule_and_nothing_else(her, needs_introduction):
    shift = demanding(needs_introduction=needs_introduction, competences=NAMES, records_check="skola")
    every = breaches(case(shift=shift, **her))

    waived = breaches(case(shift=replace(shift, introduces=True), **her))

    assert waived == tuple(breach for breach in every if breach.code != "introduced")


def test_who_is_not_introduced_is_told_where():
    breach = only(case(shift=demanding(needs_introduction=True)))

    assert (breach.code, breach.weight) == ("introduced", Weight.HARD)
    assert (breach.words, breach.facts) == ("Inte introducerad på {workplace}", {"workplace": "Solgården"})


def test_an_extract_that_is_demanded_and_not_shown_is_a_hard_obstacle():
    breach = only(case(shift=demanding(records_check="skola"), records_checks=(from_midnight(3, 90),)))

    assert (breach.code, breach.weight) == ("records_check", Weight.HARD)
    assert (breach.words, breach.facts) == ("Saknar giltigt registerutdrag: {demanded}", {"demanded": "skola"})
    assert breach.earliest == from_midnight(3, 4).starts


def test_an_extract_is_in_date_over_the_whole_shift():
    night = replace(demanding(records_check="skola"), period=span(22, 6))

    assert codes(case(shift=night, records_checks=(from_midnight(-100, 1),))) == ["records_check"]
    assert codes(case(shift=night, records_checks=(from_midnight(-100, 2),))) == []


def test_where_no_extract_is_demanded_none_is_missed():
    assert breaches(case(records_checks=())) == ()


def test_somebody_blocked_at_the_workplace_is_not_booked_there():
    breach = only(case(blocked=True))

    assert (breach.code, breach.weight) == ("blocked", Weight.HARD)
    assert (breach.words, breach.facts) == ("Bokas inte på {workplace}", {"workplace": "Solgården"})


def test_papers_far_ahead_open_the_shift_then_too():
    breach = only(case(agreements=(from_midnight(100, 200),)))

    assert breach.earliest == from_midnight(100, 101).starts
    assert breach.earliest - case().shift.period.starts > timedelta(days=90)
