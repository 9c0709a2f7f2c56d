"""Arbetad tid: which shifts the list holds, what it says of each, and what it costs."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from booking.operations import attendance, worked_time
from booking.operations.worked_time import Told
from booking.period import Period
from booking.worked.states import State
from tests.booking.desk.after import THEN, shift, told
from tests.booking.desk.conftest import text

LIST = reverse("worked_desk:index")


def test_those_that_somebody_must_see_to_are_listed_the_oldest_first(town, after):
    second, first = shift(town, day=12), shift(town, day=11)
    attested = shift(town, day=10)
    attendance.attest(attested, by=town.manager, at=THEN)

    shown = text(after.get(LIST))

    assert shown.index(str(first.pk)) < shown.index(str(second.pk))
    assert str(attested.pk) not in shown
    assert "Inget sagt" in shown


def test_what_she_says_stands_beside_what_was_booked(town, after):
    booking = shift(town)
    worked_time.say(booking, told(ends="17:15", note="Dagfrid var sen."), by=booking.substitute.user, at=THEN)

    shown = text(after.get(LIST))

    assert "Slutade 1 tim 15 min senare" in shown
    assert "+1,25 tim" in shown
    assert "Vikarien: Dagfrid var sen." in shown
    assert "Vikarien säger annat" in shown


def in_each_state(town):
    """A shift in each state, by the state's code."""
    made = {state: shift(town) for state in State}
    said = {State.CONFIRMED: told(), State.OTHERWISE: told(ends="17:00")}
    for state, time in said.items():
        worked_time.say(made[state], time, by=made[state].substitute.user, at=THEN)
    attendance.worked_otherwise(made[State.DISPUTED], note="Stannade till 17", by=town.manager, at=THEN)
    attendance.attest(made[State.APPROVED], by=town.manager, at=THEN)
    worked_time.correct(made[State.CORRECTED], told(), reason="Stämplat.", by=town.planner, at=THEN)
    attendance.did_not_come(made[State.MISSED], missed=True, by=town.manager, at=THEN)
    return made


def test_each_shift_is_in_one_state_and_found_by_it(town, after):
    made = in_each_state(town)

    for state, booking in made.items():
        shown = text(after.get(LIST, {"state": state.value}))
        found = [other for other, row in made.items() if str(row.pk) in shown]
        assert (state, found) == (state, [state])
        assert str(booking.substitute) in shown


def test_an_approved_time_that_she_objects_to_waits_again(town, after):
    booking = shift(town)
    attendance.attest(booking, by=town.manager, at=THEN)
    worked_time.object_to(booking, note="Jag gick 16.30.", by=booking.substitute.user, at=THEN)

    shown = text(after.get(LIST))

    assert "Jag gick 16.30." in shown
    assert str(town.manager) in shown


@pytest.mark.parametrize(
    ("narrowed", "found"),
    [
        ({"month": "2026-05"}, ["may"]),
        ({"month": "2026-04"}, ["april"]),
        ({"month": "x"}, []),
        ({"older": "14"}, ["april"]),
        ({"q": "Zaynab"}, ["may"]),
        ({"q": "\x00"}, ["april", "may"]),
        ({"state": "orord", "older": "7"}, ["april"]),
        ({"state": "vad-som-helst"}, []),
    ],
)
def test_the_list_is_narrowed(narrowed, found, town, after):
    rows = {
        "april": shift(town, "2026-04", 14),
        "may": shift(town, substitute=town.substitute(user__first_name="Zaynab")),
    }

    shown = text(after.get(LIST, narrowed))

    assert [name for name, booking in rows.items() if str(booking.pk) in shown] == found


def test_a_shift_that_goes_on_or_was_ended_is_not_listed(town, after):
    going_on = shift(town, day=13)
    ended = shift(town, ended_at=THEN, end_reason="other")

    shown = text(after.get(LIST, {"state": "alla"}))

    assert not {str(one.pk) for one in (going_on, ended) if str(one.pk) in shown}


def test_another_areas_shifts_are_never_listed_but_payroll_sees_all(town, elsewhere, after, officer, signed_in):
    hers, other = shift(town), shift(elsewhere)

    planners, officers = text(after.get(LIST)), text(signed_in(officer).get(LIST))

    assert str(hers.pk) in planners
    assert str(other.pk) not in planners
    assert str(elsewhere.workplace) not in planners
    assert str(hers.pk) in officers
    assert str(other.pk) in officers
    assert "Attestera valda" not in officers


def cost(browser):
    browser.get(LIST)
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(LIST).status_code == 200
    return len(asked)


def test_three_rows_ask_as_much_as_one(town, after):
    def another(day):
        booking = shift(town, day=day)
        worked_time.say(booking, told(day=day, ends="17:00"), by=booking.substitute.user, at=THEN)
        attendance.worked_otherwise(booking, note="Nej", by=town.manager, at=THEN)

    another(5)
    one = cost(after)
    another(6), another(7)

    assert cost(after) == one


def test_the_night_when_the_clock_goes_back_has_its_hour(town, signed_in, travel):
    booking = shift(town, "2026-10", 24, starts="22:00", ends="06:00", break_minutes=0)
    travel("2026-10-26 08:00")

    assert "9 tim" in text(signed_in(town.planner).get(LIST))
    assert Told(Period(booking.starts, booking.ends)).work.total_seconds() == 9 * 3600
