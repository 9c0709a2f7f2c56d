"""The nights when the clock changes, and the weeks that may be chosen."""

from datetime import date, time

import pytest

from booking.forms.availability import AvailabilityForm, in_words, weeks_to_choose
from booking.period import Weekly
from booking.weeks import Week
from tests.cast import at
from tests.factories.people import AgreementFactory, WorkplaceFactory


@pytest.fixture
def me(town):
    return town.substitute()


@pytest.fixture
def form(me):
    """`form("2026-03-20 12:00", dag=…)`: sent then, for Sunday of week 13, 02.30–10.00, unless said otherwise."""

    def sent(now, **changes):
        own = {"vecka": "2026-W13", "dag": ["7"], "tid": "egen", "fran": "02:30", "till": "10:00", "slag": "available"}
        return AvailabilityForm(own | changes, me=me, now=at(now))

    return sent


def test_a_time_that_the_clock_jumps_over_is_refused_beside_its_field(form):
    spring = form("2026-03-20 12:00")

    assert spring.errors == {
        "fran": ["Klockan ställs om söndag 29 mars och 02.30 finns inte. Välj före 02.00 eller från 03.00."]
    }


def test_a_time_that_comes_twice_is_refused_beside_its_field(form):
    autumn = form("2026-10-20 12:00", vecka="2026-W43", dag=["6"], fran="18:00", till="02:30")

    assert autumn.errors == {
        "till": ["Klockan ställs om söndag 25 oktober och 02.30 kommer två gånger. Välj före 02.00 eller från 03.00."]
    }


@pytest.mark.parametrize(
    ("now", "week", "hours"), [("2026-03-20 12:00", "2026-W13", 9), ("2026-10-20 12:00", "2026-W43", 11)]
)
def test_a_night_across_the_change_is_as_long_as_it_is(now, week, hours, form):
    night = form(now, vecka=week, dag=["6"], tid="natt")

    assert night.is_valid()
    assert night.periods[0].length.total_seconds() == hours * 3600


def test_the_weeks_run_from_this_one_half_a_year_on():
    weeks = weeks_to_choose(date(2026, 5, 12))

    assert weeks[0] == ("2026-W20", "Vecka 20, 11–17 maj")
    assert len(weeks) == 26


def test_a_week_across_two_months_names_both():
    assert in_words(Week.named("2026-W27")) == "Vecka 27, 29 juni–5 juli"


def test_a_week_that_recurs_keeps_a_time_that_the_clock_jumps_over_one_night(form):
    weekly = form("2026-03-20 12:00", ofta="2", sista="2026-12-31")

    assert weekly.is_valid()
    assert weekly.weekly == Weekly(
        frozenset({6}), time(2, 30), time(10), date(2026, 3, 23), date(2026, 12, 31), every=2
    )
    assert weekly.periods == []


def test_a_week_that_has_begun_recurs_from_today(form):
    assert form("2026-03-26 12:00", ofta="1").weekly is None, "not before it is asked whether it is valid"

    weekly = form("2026-03-26 12:00", ofta="1")

    assert weekly.is_valid()
    assert weekly.weekly.first == date(2026, 3, 26)


@pytest.mark.parametrize(
    ("last", "said"),
    [
        ("2026-03-22", "Sista dagen kan inte ligga före veckan som du har valt."),
        ("2026-03-28", "Ingen av dagarna hinner komma till dess."),
        ("20260399", "Skriv dagen som 2026-05-13."),
    ],
)
def test_a_last_day_that_leaves_no_day_is_refused_beside_its_field(last, said, form):
    assert form("2026-03-20 12:00", ofta="1", sista=last).errors == {"sista": [said]}


def test_the_places_are_those_of_her_agreements_that_still_hold(town, elsewhere, me, form):
    other = WorkplaceFactory(area=town.area, name="Björkgården")
    gone = AgreementFactory(substitute=me, area=elsewhere.area, ends=at("2026-01-01 00:00"))
    AgreementFactory(substitute=me, area=None, workplace=WorkplaceFactory(area=gone.area, name="Tallen"))

    choices = dict(form("2026-03-20 12:00").fields["platser"].choices)

    assert list(choices.values()) == ["Björkgården", "Hemtjänst Solgården", "Tallen"]
    sent = form("2026-03-20 12:00", fran="06:00", platser=[str(other.pk)])
    assert sent.is_valid()
    assert sent.workplaces == [other]
    assert "platser" in form("2026-03-20 12:00", platser=[str(elsewhere.workplace.pk)]).errors


def test_only_she_who_is_paid_by_the_month_has_resource_time(me, form):
    sent = {"now": "2026-03-20 12:00", "fran": "06:00", "slag": "resource"}
    assert "slag" in form(**sent).errors

    AgreementFactory(substitute=me, pay_form="monthly")

    assert form(**sent).is_valid()
