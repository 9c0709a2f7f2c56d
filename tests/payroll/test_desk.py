"""The officer's runs in Wagtail's admin."""

import uuid

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from booking.operations import pay_periods
from booking.weeks import Month
from payroll.models import PayRun
from people.operations import identity
from tests.clock import at
from tests.factories.payroll import PaxmlFactory, attested

NOW = at("2026-06-02 09:00")
MAY = {"first_day": "2026-05-01", "last_day": "2026-05-31", "command": str(uuid.uuid4()), "area": ""}
RUNS = "/admin/lon/korningar/"


@pytest.fixture(autouse=True)
def _second_of_june(db):
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def desk(officer, signed_in):
    return signed_in(officer)


@pytest.fixture
def layout(csv):
    return csv


def day_of(person, town, day: int = 12, **fields):
    return attested(person, at(f"2026-05-{day} 07:00"), at(f"2026-05-{day} 16:00"), by=town.manager, **fields)


def run_of(desk, layout, **said) -> PayRun:
    desk.post(f"{RUNS}ny/", {**MAY, "layout": layout.pk, "do": "make", **said})
    return PayRun.objects.latest("number")


def test_the_form_begins_with_the_month_that_was(desk, layout):
    page = desk.get(f"{RUNS}ny/").text

    assert 'value="2026-05-01"' in page
    assert 'value="2026-05-31"' in page


def test_without_a_layout_she_is_told_who_makes_one(desk):
    assert "Be systemförvaltaren" in desk.get(f"{RUNS}ny/").text


def test_a_try_shows_what_would_be_sent_and_left_out_and_keeps_nothing(desk, town, amira, layout):
    day_of(amira, town)
    waits = day_of(amira, town, 13, attested_at=None, attested_by=None)

    page = desk.post(f"{RUNS}ny/", {**MAY, "layout": layout.pk, "do": "try"}).text

    assert "9,00" in page
    assert "Arbetsplatsen har inte bekräftat tiden." in page
    assert f"/admin/bokningar/{waits.pk}/" in page or str(waits.pk) in page
    assert not PayRun.objects.exists()


def test_a_try_says_which_months_are_not_closed(desk, town, amira, officer, layout):
    day_of(amira, town)
    asked = {**MAY, "layout": layout.pk, "do": "try"}
    assert "Inte stängt än: maj 2026." in desk.post(f"{RUNS}ny/", asked).text

    pay_periods.close(Month.named("2026-05"), by=officer, at=at("2026-06-01 09:00"))
    assert "Inte stängt än" not in desk.post(f"{RUNS}ny/", asked).text


def test_a_run_is_made_once_however_often_the_button_is_pressed(desk, town, amira, layout):
    day_of(amira, town)

    assert run_of(desk, layout) == run_of(desk, layout)


def test_a_refusal_stands_beside_its_field_and_nothing_typed_is_lost(desk, layout):
    answer = desk.post(f"{RUNS}ny/", {**MAY, "layout": layout.pk, "last_day": "2026-06-30", "do": "make"})

    assert answer.status_code == 422
    assert "Perioden är inte slut än." in answer.text
    assert 'value="2026-06-30"' in answer.text


def test_the_run_shows_its_rows_by_person_and_its_sums(desk, town, amira, layout):
    day_of(amira, town)

    page = desk.get(f"{RUNS}{run_of(desk, layout).pk}/").text

    assert "Hassan" in page
    assert "4711" in page
    assert "Arbetad tid" in page


def test_the_same_file_is_fetched_each_time_and_the_first_is_remembered(desk, town, amira, officer):
    day_of(amira, town)
    run = run_of(desk, PaxmlFactory())

    first, second = (desk.post(f"{RUNS}{run.pk}/fil/") for _time in range(2))

    assert b"".join(first.streaming_content) == b"".join(second.streaming_content)
    assert first["Content-Disposition"] == 'attachment; filename="lon-0001.xml"'
    assert first["Content-Type"] == "application/xml; charset=ISO-8859-1"
    run.refresh_from_db()
    assert (run.fetched_by, run.fetched_at) == (officer, NOW)


def test_a_run_is_taken_back_by_a_run_of_minuses(desk, town, amira, layout):
    day_of(amira, town)
    run = run_of(desk, layout)

    page = desk.post(f"{RUNS}{run.pk}/angra/", follow=True).text

    assert "Lämna båda filerna till lönesystemet, eller ingen." in page
    assert "-9,00" in page
    assert "Tas tillbaka" in page


def test_a_protected_person_is_paid_by_her_number_which_no_page_shows(desk, town, amira, layout):
    day_of(amira, town)
    identity.mark(amira, by=town.planner, at=NOW)
    run = run_of(desk, layout)

    page = desk.get(f"{RUNS}{run.pk}/").text
    file = b"".join(desk.post(f"{RUNS}{run.pk}/fil/").streaming_content).decode()

    assert "4711" not in page
    assert "Hassan" not in page
    assert "skyddade uppgifter" in page
    assert file == "4711;2026-05-12;ARB;9,00;\r\n"


def test_a_file_stays_the_same_when_somebody_in_it_is_protected_and_when_that_is_lifted(desk, town, amira, layout):
    day_of(amira, town)
    run = run_of(desk, layout)
    identity.mark(amira, by=town.planner, at=NOW)
    assert "4711" not in desk.get(f"{RUNS}{run.pk}/").text
    while_protected = b"".join(desk.post(f"{RUNS}{run.pk}/fil/").streaming_content)
    identity.lift(amira, by=town.planner, at=NOW)

    assert b"".join(desk.post(f"{RUNS}{run.pk}/fil/").streaming_content) == while_protected


def test_a_file_that_would_be_another_is_not_handed_out(desk, town, amira, layout):
    day_of(amira, town)
    run = run_of(desk, layout)
    run.run_shifts.update(employee_number="4712")

    page = desk.post(f"{RUNS}{run.pk}/fil/", follow=True).text

    assert "Filen kan inte göras likadan igen" in page
    assert not PayRun.objects.filter(fetched_at__isnull=False).exists()


def test_a_run_takes_as_many_queries_for_three_people_as_for_one(desk, town, amira, layout):
    day_of(amira, town)
    run = run_of(desk, layout)
    desk.get(f"{RUNS}{run.pk}/")
    with CaptureQueriesContext(connection) as of_one:
        desk.get(f"{RUNS}{run.pk}/")
    for number in ("4712", "4713", "4714"):
        day_of(town.substitute(employee_number=number), town)
    run = run_of(desk, layout, command=str(uuid.uuid4()))

    with CaptureQueriesContext(connection) as of_three:
        desk.get(f"{RUNS}{run.pk}/")

    assert len(of_three) == len(of_one)


def test_the_list_takes_as_many_queries_for_three_runs_as_for_one(desk, layout):
    run_of(desk, layout)
    desk.get(RUNS)
    with CaptureQueriesContext(connection) as of_one:
        desk.get(RUNS)
    for _time in range(2):
        run_of(desk, layout, command=str(uuid.uuid4()))

    with CaptureQueriesContext(connection) as of_three:
        assert "Körning 3" in desk.get(RUNS).text

    assert len(of_three) == len(of_one)
