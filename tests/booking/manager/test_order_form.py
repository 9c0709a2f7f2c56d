"""What the order form lets through, and what it says of the rest."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from booking.forms.order import OrderForm
from booking.models import Policy
from booking.models.order import LONGEST
from tests.cast import NOW, at
from tests.factories.booking import OrderFactory
from tests.factories.people import CompetenceFactory

BEFORE_THE_CLOCKS_CHANGE = datetime(2027, 3, 1, tzinfo=UTC)
SPRING, AUTUMN = "2027-03-28", "2027-10-31"


@pytest.fixture
def sent(town, filled_in):
    """`sent(starts="02:30", …)`: the form, checked."""

    def checked(now=NOW, **changes):
        form = OrderForm(filled_in(**changes), user=town.manager, now=now)
        form.is_valid()
        return form

    return checked


def test_a_filled_in_form_is_an_order(sent, town):
    competence = CompetenceFactory()

    form = sent(competences=[competence.pk], reference="Anita")

    order = form.order()
    assert (order.starts, order.ends) == (at("2026-05-13 07:00"), at("2026-05-13 16:00"))
    assert (order.workplace, order.break_minutes, order.reference) == (town.workplace, 45, "Anita")
    assert list(form.cleaned_data["competences"]) == [competence]
    assert order._state.adding


def test_an_end_before_the_start_is_the_next_day(sent):
    assert sent(starts="21:00", ends="07:00").order().ends == at("2026-05-14 07:00")


def test_the_same_time_twice_is_a_whole_day(sent):
    assert sent(starts="07:00", ends="07:00").order().ends == at("2026-05-14 07:00")


def test_who_writes_by_hand_may_use_a_point(sent):
    assert sent(starts="07.00", ends="16.00").order().starts == at("2026-05-13 07:00")


def test_a_shift_that_has_begun_is_too_late(sent, town):
    Policy.objects.create(area=town.area, order_min_lead=timedelta())

    form = sent(day="2026-05-12", starts="05:45", ends="10:00")

    assert form.errors == {"starts": ["Passet måste börja senare än nu."]}


def test_an_order_that_comes_too_late_is_told_the_earliest_start(sent):
    form = sent(day="2026-05-12", starts="06:14", ends="10:00", now=NOW + timedelta(seconds=1))

    assert form.errors == {"starts": ["En beställning läggs minst 30 min före passet. Tidigast 06.20."]}
    assert not sent(day="2026-05-12", starts="06:15", ends="10:00").errors


def test_an_earliest_start_of_another_day_is_told_with_its_day(sent, town):
    Policy.objects.create(workplace=town.workplace, order_min_lead=timedelta(days=2))

    form = sent()

    assert form.errors == {"starts": ["En beställning läggs minst 2 dygn före passet. Tidigast torsdag 14 maj 05.45."]}


def test_a_planner_places_an_order_until_it_starts(town, filled_in):
    form = OrderForm(filled_in(day="2026-05-12", starts="05:46", ends="10:00"), user=town.planner, now=NOW)

    assert form.is_valid()


def test_the_lead_binds_her_where_she_is_a_manager_and_not_where_she_plans(town, elsewhere, filled_in):
    town.planner.role_assignments.create(role="ordering_manager", workplace=elsewhere.workplace)
    asked = filled_in(day="2026-05-12", starts="05:46", ends="10:00", workplace=elsewhere.workplace.pk)

    form = OrderForm(asked, user=town.planner, now=NOW)

    assert form.errors["starts"] == ["En beställning läggs minst 30 min före passet. Tidigast 06.15."]


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2026-05-11", "Dagen har varit. Välj en dag som kommer."),
        ("2206-05-13", "Dagen ligger mer än två år bort. Kontrollera året."),
        ("9999-12-31", "Dagen ligger mer än två år bort. Kontrollera året."),
        ("0001-01-01", "Dagen har varit. Välj en dag som kommer."),
        ("i morgon", "Skriv dagen som 2026-05-13."),
    ],
)
def test_a_day_that_cannot_be_meant_is_refused(sent, day, words):
    assert sent(day=day).errors == {"day": [words]}


def test_a_time_that_the_clock_jumps_over_is_refused(sent):
    form = sent(now=BEFORE_THE_CLOCKS_CHANGE, day=SPRING, starts="02:30", ends="07:00")

    assert form.errors == {"starts": ["Klockan 02.30 finns inte natten till den 28 mars. Klockan ställs fram."]}


def test_the_end_of_a_night_is_held_to_the_clock_too(sent):
    form = sent(now=BEFORE_THE_CLOCKS_CHANGE, day="2027-03-27", starts="21:00", ends="02:30")

    assert form.errors == {"ends": ["Klockan 02.30 finns inte natten till den 28 mars. Klockan ställs fram."]}


def test_a_time_that_the_clock_passes_twice_is_asked_about(sent):
    form = sent(now=BEFORE_THE_CLOCKS_CHANGE, day=AUTUMN, starts="02:30", ends="07:00", text="Ta med jacka")

    assert form.errors == {
        "starts_which": ["Klockan 02.30 kommer två gånger natten till den 31 oktober. Välj vilken gång."]
    }
    assert form.twice == {"starts"}
    assert form["text"].value() == "Ta med jacka"


@pytest.mark.parametrize(("which", "hours"), [("0", 5.5), ("1", 4.5)])
def test_the_answer_decides_which_of_the_two_it_is(sent, which, hours):
    form = sent(now=BEFORE_THE_CLOCKS_CHANGE, day=AUTUMN, starts="02:30", ends="07:00", starts_which=which)

    assert form.order().period.length == timedelta(hours=hours)


def test_the_second_time_comes_after_the_first(sent):
    form = sent(
        now=BEFORE_THE_CLOCKS_CHANGE, day=AUTUMN, starts="02:15", starts_which="1", ends="02:45", ends_which="0"
    )

    assert form.errors == {"ends": ["Passet måste sluta efter att det börjar."]}


def test_the_night_in_between_has_its_real_length(sent):
    spring = sent(now=BEFORE_THE_CLOCKS_CHANGE, day="2027-03-27", starts="22:00", ends="06:00")
    autumn = sent(now=BEFORE_THE_CLOCKS_CHANGE, day="2027-10-30", starts="22:00", ends="06:00")

    assert (spring.order().period.length, autumn.order().period.length) == (timedelta(hours=7), timedelta(hours=9))


def test_the_break_is_shorter_than_the_shift(sent):
    form = sent(starts="07:00", ends="08:00", break_minutes="60")

    assert form.errors == {"break_minutes": ["Rasten måste vara kortare än passet."]}


@pytest.mark.parametrize("minutes", ["-1", "181", "en halvtimme", ""])
def test_a_break_is_a_number_of_minutes_that_can_be_meant(sent, minutes):
    assert sent(break_minutes=minutes).errors.keys() == {"break_minutes"}


def test_a_workplace_of_another_is_neither_offered_nor_taken(sent, town, elsewhere):
    form = sent(workplace=elsewhere.workplace.pk)

    assert form.errors == {"workplace": ["Välj i listan."]}
    assert list(form.fields["workplace"].queryset) == [town.workplace]


def test_a_planner_orders_for_every_workplace_of_her_area(town, elsewhere):
    form = OrderForm(user=town.planner, now=NOW)

    assert list(form.fields["workplace"].queryset) == [town.workplace]


def test_who_sees_workplaces_but_may_not_order_is_offered_none(officer, town):
    assert not OrderForm(user=officer, now=NOW).fields["workplace"].queryset.exists()


CLOCKS = st.times().map(lambda clock: clock.strftime("%H:%M"))
DAYS = st.one_of(st.dates(date(2027, 3, 2), date(2029, 2, 1)), st.sampled_from([date(2027, 3, 28), date(2027, 10, 31)]))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(DAYS, CLOCKS, CLOCKS, st.sampled_from(["", "0", "1"]), st.sampled_from(["", "0", "1"]))
def test_whatever_is_sent_an_order_has_a_length_that_the_database_takes(sent, day, starts, ends, first, last):
    form = sent(
        now=BEFORE_THE_CLOCKS_CHANGE, day=str(day), starts=starts, ends=ends, starts_which=first, ends_which=last,
        break_minutes="0",
    )  # fmt: skip

    if not form.errors:
        assert timedelta() < form.order().period.length <= LONGEST


@pytest.mark.parametrize("length", [timedelta(), -timedelta(hours=1), LONGEST + timedelta(minutes=1)])
def test_the_database_too_refuses_a_length_that_cannot_be(town, length):
    starts = at("2026-05-13 07:00")

    with pytest.raises(IntegrityError), transaction.atomic():
        OrderFactory(workplace=town.workplace, starts=starts, ends=starts + length)
