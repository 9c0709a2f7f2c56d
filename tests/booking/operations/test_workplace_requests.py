"""She asks to work somewhere new, and a planner answers."""

from datetime import date

import pytest

from booking.models import PlannerTask, WorkplaceRequest
from booking.operations import workplace_requests
from booking.operations.refusals import Refused
from messaging.models import Message
from people.models import HistoryEntry, Introduction, Workplace
from tests.cast import NOW, at
from tests.factories.people import AgreementFactory, WorkplaceFactory
from tests.factories.standing import BlockFactory, IntroductionFactory

TODAY = date(2026, 5, 12)


@pytest.fixture
def amira(town):
    return town.substitute(user__first_name="Amira", user__last_name="Hassan")


@pytest.fixture
def asks(amira, elsewhere):
    """`asks()`: she asks for the workplace of another area, or for the one named."""

    def ask(place: Workplace = elsewhere.workplace, text: str = "") -> WorkplaceRequest:
        return workplace_requests.ask(amira, place, text=text, by=amira.user, at=NOW)

    return ask


@pytest.fixture
def planner(elsewhere):
    return {"by": elsewhere.planner, "at": NOW}


def actions(row):
    return [entry.action for entry in HistoryEntry.objects.of(row)]


def demands_introduction(place: Workplace) -> Workplace:
    place.needs_introduction = True
    place.save()
    return place


def test_what_she_asks_for_is_a_task_for_the_planners_there(amira, asks, elsewhere):
    wish = asks(text="  Jag bor nära  ")

    assert (wish.status, wish.text, wish.asked_at) == ("asked", "Jag bor nära", NOW)
    task = PlannerTask.objects.waiting().get()
    assert (task.kind, task.area, task.substitute) == ("wished_workplace", elsewhere.area, amira)
    assert actions(wish) == ["workplacerequest.ask"]


def test_asked_for_twice_it_is_one_request_with_the_first_words(asks):
    assert asks(text="Först") == asks(text="Sedan")

    assert WorkplaceRequest.objects.get().text == "Först"
    assert PlannerTask.objects.count() == 1


def test_where_she_can_work_already_she_need_not_ask(town, asks):
    with pytest.raises(Refused, match="Du kan redan jobba på Hemtjänst Solgården"):
        asks(town.workplace)


def test_where_her_agreement_reaches_she_may_ask_to_be_introduced_until_she_is(town, amira, asks):
    place = demands_introduction(town.workplace)
    IntroductionFactory(substitute=amira, workplace=WorkplaceFactory(area=town.area))
    assert asks(place).status == "asked"
    IntroductionFactory(substitute=amira, workplace=place)
    WorkplaceRequest.objects.update(status="withdrawn")

    with pytest.raises(Refused, match="Du kan redan"):
        asks(place)


def test_where_an_agreement_has_ended_she_may_ask(amira, asks, elsewhere):
    AgreementFactory(substitute=amira, area=None, workplace=elsewhere.workplace, ends=at("2026-05-01 00:00"))

    assert asks().status == "asked"


def test_a_block_is_not_told_of(amira, asks, elsewhere):
    BlockFactory(substitute=amira, workplace=elsewhere.workplace)

    assert asks().status == "asked"


def test_five_may_wait_at_once_and_one_more_when_one_is_answered(asks, elsewhere, planner):
    waiting = [asks(WorkplaceFactory(area=elsewhere.area)) for _n in range(5)]

    with pytest.raises(Refused, match="redan frågat om 5 arbetsplatser"):
        asks()

    workplace_requests.decline(waiting[0], reason="Fullt", **planner)
    assert asks().status == "asked"


def test_withdrawn_twice_it_is_withdrawn_once_and_asks_for_nothing(amira, asks):
    wish = asks()

    for _click in range(2):
        workplace_requests.withdraw(wish, by=amira.user, at=NOW)

    assert actions(wish) == ["workplacerequest.withdraw", "workplacerequest.ask"]
    assert not PlannerTask.objects.waiting().exists()
    assert not WorkplaceRequest.objects.live().exists()


def test_a_no_says_why_and_is_told_once(amira, asks, planner):
    wish = asks()

    for _click in range(2):
        workplace_requests.decline(wish, reason=" Gruppen är full. ", **planner)

    wish.refresh_from_db()
    assert (wish.status, wish.reason, wish.decided_by) == ("declined", "Gruppen är full.", planner["by"])
    told = Message.objects.get(kind="workplace.declined")
    assert told.recipient == amira.user
    assert "Det går inte just nu: Gruppen är full. Tack" in told.body
    assert not PlannerTask.objects.waiting().exists()


def test_a_no_without_a_why_is_none(asks, planner):
    with pytest.raises(Refused, match="Skriv varför"):
        workplace_requests.decline(asks(), reason=" ", **planner)


def test_introduced_another_way_she_can_be_booked_from_then_on(amira, asks, elsewhere, planner):
    demands_introduction(elsewhere.workplace)
    wish = asks()
    AgreementFactory(substitute=amira, area=elsewhere.area)

    for _click in range(2):
        workplace_requests.introduced_already(wish, date(2026, 5, 4), **planner)

    given = Introduction.objects.get(substitute=amira, workplace=elsewhere.workplace)
    assert (given.given_on, given.noted_by) == (date(2026, 5, 4), elsewhere.planner)
    assert WorkplaceRequest.objects.get().status == "active"
    assert Message.objects.get().kind == "workplace.active"


def test_nobody_has_been_introduced_on_a_day_to_come(amira, asks, elsewhere, planner):
    AgreementFactory(substitute=amira, area=elsewhere.area)

    with pytest.raises(Refused, match="Dagen har inte varit än"):
        workplace_requests.introduced_already(asks(WorkplaceFactory()), date(2026, 5, 13), **planner)


def test_without_an_agreement_that_reaches_it_the_workplace_is_not_hers(asks, planner):
    wish = asks()

    with pytest.raises(Refused, match="Inget avtal når Förskola Solgården"):
        workplace_requests.introduced_already(wish, TODAY, **planner)
    with pytest.raises(Refused, match="Inget avtal når"):
        workplace_requests.accept(wish, **planner)


def test_where_no_introduction_is_asked_for_an_agreement_is_enough(amira, asks, elsewhere, planner):
    wish = asks()
    AgreementFactory(substitute=amira, area=None, workplace=elsewhere.workplace)

    for _click in range(2):
        workplace_requests.accept(wish, **planner)

    wish.refresh_from_db()
    assert (wish.status, wish.decided_at) == ("active", NOW)
    assert not Introduction.objects.exists()
    assert actions(wish) == ["workplacerequest.activate", "workplacerequest.ask"]


def test_where_an_introduction_is_asked_for_nobody_is_accepted_without(asks, elsewhere, planner):
    demands_introduction(elsewhere.workplace)

    with pytest.raises(Refused, match="Förskola Solgården kräver introduktion"):
        workplace_requests.accept(asks(), **planner)


@pytest.mark.parametrize("answered", ["active", "declined", "withdrawn"])
def test_what_is_answered_is_not_answered_otherwise(answered, amira, asks, planner):
    wish = asks()
    WorkplaceRequest.objects.update(status=answered, reason="Fullt")
    answers = {
        "declined": lambda: workplace_requests.decline(wish, reason="Nej", **planner),
        "withdrawn": lambda: workplace_requests.withdraw(wish, by=amira.user, at=NOW),
    }

    for status, answer in answers.items():
        if status != answered:
            with pytest.raises(Refused, match="Önskemålet är redan avslutat"):
                answer()
    assert WorkplaceRequest.objects.get().status == answered
