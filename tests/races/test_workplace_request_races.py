"""A wish for a workplace, asked and answered by many at the same moment. Proved on PostgreSQL."""

import uuid
from functools import partial

import pytest

from booking.models import Booking, Order, PlannerTask, WorkplaceRequest
from booking.operations import introductions, workplace_requests
from booking.operations.introductions import Shift
from booking.operations.refusals import Refused
from messaging.models import Message
from people.models import Introduction, Substitute
from tests.cast import NOW, a_town, at, with_role
from tests.factories.booking import OrderReasonFactory
from tests.factories.people import AgreementFactory, WorkplaceFactory

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]

STARTS, ENDS = at("2026-05-19 07:00"), at("2026-05-19 12:00")
TEN = 10


@pytest.fixture
def there(transactional_db):
    OrderReasonFactory(name="Introduktion", introduces=True)
    return a_town("Förskola")


@pytest.fixture
def amira(there):
    amira = a_town("Hemtjänst").substitute()
    there.workplace.needs_introduction = True
    there.workplace.save()
    AgreementFactory(substitute=amira, area=there.area, occupation=there.occupation)
    return amira


def asks(amira: Substitute, place) -> WorkplaceRequest:
    return workplace_requests.ask(amira, place, text="", by=amira.user, at=NOW)


def plans(wish, there, hour: int, by) -> partial:
    starts = at(f"2026-05-19 {hour:02}:00")
    shift = Shift(there.occupation, starts, ENDS, 0, uuid.uuid4())
    return partial(introductions.plan, wish, shift, by=by, at=NOW)


def test_asked_for_by_many_taps_it_is_one_request_and_one_task(amira, there, at_once):
    results = at_once([partial(asks, amira, there.workplace)] * TEN, all_have_read=True)

    assert set(results) == {WorkplaceRequest.objects.get()}
    assert PlannerTask.objects.count() == 1


def test_without_the_lock_the_constraint_holds_it(amira, there, at_once, without_locks):
    at_once([partial(asks, amira, there.workplace)] * 2, all_have_read=True)

    assert WorkplaceRequest.objects.count() == 1
    assert any("one_live_request_per_workplace" in broken for broken in at_once.broken)


def test_never_more_than_five_wait(amira, there, at_once):
    places = [WorkplaceFactory(area=there.area, needs_introduction=True) for _n in range(8)]

    results = at_once([partial(asks, amira, place) for place in places], all_have_read=True)

    assert WorkplaceRequest.objects.live().count() == 5
    assert sum(isinstance(result, Refused) for result in results) == 3


def test_two_planners_plan_one_introduction(amira, there, at_once):
    wish, other = asks(amira, there.workplace), with_role("planner", area=there.area)

    results = at_once([plans(wish, there, 7, there.planner), plans(wish, there, 8, other)], all_have_read=True)

    assert Order.objects.count() == Booking.objects.count() == 1
    refusals = [str(result) for result in results if isinstance(result, Refused)]
    assert len(refusals) == 1
    assert refusals[0].startswith("En introduktion är redan bokad, tisdag 19 maj")


def test_a_yes_and_a_withdrawal_are_one_of_them(amira, there, at_once):
    wish = asks(amira, there.workplace)
    withdraws = partial(workplace_requests.withdraw, wish, by=amira.user, at=NOW)

    results = at_once([plans(wish, there, 7, there.planner), withdraws], all_have_read=True)

    status = WorkplaceRequest.objects.get().status
    assert sum(isinstance(result, Refused) for result in results) == 1
    assert Booking.objects.count() == (status == "introduction")


def test_many_tidyings_give_one_introduction_and_tell_it_once(amira, there, at_once):
    wish = plans(asks(amira, there.workplace), there, 7, there.planner)()

    at_once([partial(introductions.settle, wish, at=ENDS)] * TEN, all_have_read=True)

    assert WorkplaceRequest.objects.get().status == "active"
    assert Introduction.objects.count() == 1
    assert Message.objects.filter(kind__startswith="workplace.").count() == 2
