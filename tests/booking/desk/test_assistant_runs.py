"""Kör nu, Provkör, and what the runs of booking assistants tell."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from booking.assistant import run as at_work
from booking.models import AssistantDecision, AssistantRun, Booking
from booking.views.desk.assistant_run_rows import nearness
from people.models import HistoryEntry
from tests.booking.manager.reading import text
from tests.cast import NOW
from tests.factories.assistant import AssistantProfileFactory, AssistantRunFactory
from tests.factories.booking import AvailabilityFactory

RUNS = reverse("assistant:runs")
Outcome, Why = AssistantDecision.Outcome, AssistantRun.Why


@pytest.fixture
def planner(town, signed_in):
    return signed_in(town.planner)


@pytest.fixture
def assistant(town):
    return AssistantProfileFactory(name="Dagens", areas=[town.area], changed_by=town.planner)


@pytest.fixture
def ended(assistant, town):
    """`ended(outcomes…)`: a run with an order for each."""

    def of(*outcomes, **facts):
        run = AssistantRunFactory(profile=assistant, ended_at=NOW, **facts)
        for outcome in outcomes:
            AssistantDecision.objects.create(run=run, order=town.order(), round=1, outcome=outcome, decided_at=NOW)
        return run

    return of


def page(run):
    return reverse("assistant:run", args=[run.pk])


def start(assistant):
    return reverse("assistant:start", args=[assistant.pk])


@pytest.mark.parametrize("why", ["now", "dry"])
def test_the_same_form_twice_is_one_run_and_its_page_shows_how_it_goes(planner, assistant, town, why):
    sent = {"why": why, "command": str(uuid4())}

    answers = [planner.post(start(assistant), sent) for _press in range(2)]

    run = AssistantRun.objects.get()
    assert [answer.url for answer in answers] == [page(run)] * 2
    assert (run.why, run.started_by) == (why, town.planner)
    shown = planner.get(page(run))
    assert shown.headers["Refresh"] == "3"
    assert "Pågår" in text(shown)


def test_a_try_shows_who_would_get_what_and_changes_nothing(planner, assistant, town):
    her, order, lonely = town.substitute(), town.order(), town.order("2026-05-14 07:00", "2026-05-14 16:00")
    AvailabilityFactory(substitute=her, starts=order.starts, ends=order.ends)
    planner.post(start(assistant), {"why": "dry", "command": str(uuid4())})

    run = at_work.carry_out(AssistantRun.objects.get(), now=lambda: NOW)

    answer = planner.get(page(run))
    assert not Booking.objects.exists()
    assert "1 kvar, 1 skulle tillsättas" in text(answer)
    assert str(her) in text(answer)
    assert reverse("order:inspect", args=[lonely.pk]) in text(answer)
    assert "Inget är ändrat" in text(answer)
    assert "Kör nu" in text(answer)
    assert "Refresh" not in answer.headers


def test_one_run_by_hand_that_found_nothing_says_that_it_keeps_its_hours(planner, ended):
    words = "Den tar bara upp pass under de timmar då den arbetar"

    assert words in text(planner.get(page(ended(why=Why.NOW))))
    assert words not in text(planner.get(page(ended(why=Why.DRY))))


def test_one_that_is_off_is_tried_and_not_run(planner, assistant):
    assistant.is_on = False
    assistant.save()

    answer = planner.post(start(assistant), {"why": "now", "command": str(uuid4())}, follow=True)

    assert "Assistenten är avstängd" in text(answer)
    assert not AssistantRun.objects.exists()
    planner.post(start(assistant), {"why": "dry", "command": str(uuid4())})
    assert AssistantRun.objects.get().why == Why.DRY


@pytest.mark.parametrize(
    "sent", [{}, {"why": "now"}, {"why": "schedule", "command": str(uuid4())}, {"why": "now", "command": "\0"}]
)
def test_a_button_of_no_page_of_ours_starts_nothing(planner, assistant, sent):
    assert planner.post(start(assistant), sent).status_code == 404
    assert not AssistantRun.objects.exists()


def test_the_key_of_another_assistants_run_is_none(planner, assistant, town):
    sent = {"why": "dry", "command": str(uuid4())}
    planner.post(start(assistant), sent)

    assert planner.post(start(AssistantProfileFactory(areas=[town.area])), sent).status_code == 404


def test_the_list_tells_what_came_of_each(planner, ended, town):
    ended(Outcome.BOOKED, Outcome.BOOKED, Outcome.LEFT, points=9996, bound=10000)
    AssistantRunFactory(profile__areas=[town.area], started_by=town.planner, why=Why.NOW, failed=True, ended_at=NOW)

    shown = text(planner.get(RUNS))

    assert "2 bokade, 1 kvar" in shown
    assert "Minst 99,9 % av det bästa möjliga" in shown
    assert "Misslyckades" in shown
    assert f"Startad för hand, {town.planner}" in shown
    assert "Senast" in text(planner.get(reverse("assistant:index")))


def test_of_one_assistant_only_its_own_are_listed(planner, ended, town, assistant):
    ended(Outcome.BOOKED)
    AssistantRunFactory(profile=AssistantProfileFactory(name="Kvällens", areas=[town.area]))

    assert "Kvällens" in text(planner.get(RUNS))
    assert "Kvällens" not in text(planner.get(RUNS, {"assistent": assistant.pk}))
    assert planner.get(RUNS, {"assistent": "ingen"}).status_code == 404


def test_the_runs_of_another_area_do_not_exist(planner, elsewhere, town):
    for areas in ([elsewhere.area], [town.area, elsewhere.area]):
        run = AssistantRunFactory(profile=AssistantProfileFactory(name="Hemlig", areas=areas))
        assert planner.get(page(run)).status_code == 404
        assert planner.get(RUNS, {"assistent": run.profile_id}).status_code == 404
    assert "Hemlig" not in text(planner.get(RUNS))


def test_the_runs_are_taken_as_a_file_and_it_is_written_down(planner, ended, town):
    ended(Outcome.BOOKED, Outcome.LEFT)

    answer = planner.post(reverse("assistant:export", args=["csv"]))

    rows = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()
    assert rows[0].startswith("started,assistant,why")
    assert "Dagens" in rows[1]
    assert HistoryEntry.objects.get(action="assistantrun.export").area_id == town.area.pk


@pytest.mark.parametrize("of_all", [True, False])
def test_a_page_asks_as_much_whatever_its_length(planner, ended, of_all):
    def asked(address):
        planner.get(address)
        with CaptureQueriesContext(connection) as queries:
            planner.get(address)
        return len(queries)

    one = ended(Outcome.LEFT)
    first = asked(RUNS if of_all else page(one))
    more = [ended(Outcome.LEFT, Outcome.LEFT, Outcome.LEFT) for _more in range(2)]
    assert asked(RUNS if of_all else page(more[0])) == first


@pytest.mark.parametrize(
    ("points", "bound", "words"),
    [
        (99999, 100000, "minst 99,9 % av det bästa möjliga"),
        (100, 100, "det bästa möjliga"),
        (0, 0, "det bästa möjliga"),
        (-5, 10, "minst 0,0 % av det bästa möjliga"),
        (5, None, ""),
    ],
)
def test_how_near_the_best_is_never_said_too_well(points, bound, words):
    assert nearness(points, bound) == words


def test_the_orders_page_says_who_takes_it_up_and_when(planner, assistant, town):
    order = town.order()
    address = reverse("order:inspect", args=[order.pk])

    assert "Bokningsassistenten Dagens tar upp passet 06.00." in text(planner.get(address))

    assistant.starts_after = timedelta(days=3)
    assistant.save()
    assert "tar upp passet" not in text(planner.get(address))
