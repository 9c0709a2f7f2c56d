"""Looking that is out of the ordinary is told to the owners, with a number and without a name."""

from datetime import timedelta

import pytest

from booking import looks_watched
from messaging.models import Message
from people import looking
from people.models import LookedAt, RoleAssignment
from tests.cast import NOW, with_role
from tests.factories.booking import BookingFactory, EnquiryFactory
from tests.listening import listening


@pytest.fixture(autouse=True)
def _few(settings) -> None:
    settings.LOOKS_LIMITS = [40, 1, 3]


def look_at(*people, by, at=NOW) -> None:
    for person in people:
        looking.note(person.user, looking.Page.OVERVIEW, by=by, at=at)


def test_strangers_are_told_of_once_a_day_and_no_name_is_in_it(town, owner, django_capture_on_commit_callbacks):
    look_at(*(town.substitute() for _ in range(3)), by=town.planner)

    with listening() as told, django_capture_on_commit_callbacks(execute=True):
        looks_watched.watch(at=NOW)
        looks_watched.watch(at=NOW + timedelta(minutes=10))

    message = Message.objects.get(kind=looks_watched.KIND)
    assert message.recipient == owner
    assert "3 personer" in message.body
    assert town.planner.last_name not in message.body
    assert [event["facts"] for event in told.named("looks.unusual")] == [{"why": "strangers", "persons": 3}]


def test_whoever_works_or_was_asked_there_is_no_stranger(town, owner):
    worked, asked = town.substitute(), town.substitute()
    BookingFactory(order=town.order(), substitute=worked)
    EnquiryFactory(order=town.order("2026-05-15 07:00", "2026-05-15 16:00"), substitute=asked)
    look_at(worked, asked, by=town.planner)

    assert looks_watched.watch(at=NOW) == []


def test_a_colleague_is_no_stranger_to_an_owner_who_plans(town, elsewhere, owner):
    RoleAssignment.objects.create(user=owner, role="planner", area=town.area)
    for colleague in (town.planner, town.manager, elsewhere.planner):
        looking.note(colleague, looking.Page.ACCOUNT, by=owner, at=NOW)

    assert looks_watched.watch(at=NOW) == []


def test_a_shift_of_another_area_or_of_long_ago_makes_nobody_known(town, elsewhere, owner):
    there, then = town.substitute(), town.substitute()
    BookingFactory(order=elsewhere.order(), substitute=there)
    BookingFactory(order=town.order("2025-05-13 07:00", "2025-05-13 16:00"), substitute=then)
    look_at(there, then, by=town.planner)

    assert [finding.persons for finding in looks_watched.watch(at=NOW)] == [2]


def test_what_one_planned_once_makes_nobody_known(town, elsewhere, owner):
    there = town.substitute()
    BookingFactory(order=elsewhere.order(), substitute=there)
    town.planner.role_assignments.create(role="planner", area=elsewhere.area, ends=NOW - timedelta(days=1))
    look_at(there, town.substitute(), by=town.planner)

    assert [finding.persons for finding in looks_watched.watch(at=NOW)] == [2]


def test_to_an_officer_nobody_is_a_stranger(town, owner, officer):
    look_at(*(town.substitute() for _ in range(3)), by=officer)

    assert looks_watched.watch(at=NOW) == []


def test_what_was_looked_at_before_yesterday_is_not_asked_about_again(town, owner):
    look_at(*(town.substitute() for _ in range(3)), by=town.planner, at=NOW - timedelta(days=2))

    assert looks_watched.watch(at=NOW) == []


def test_protected_ones_are_counted_for_whoever_keeps_them_too(town, owner):
    keeper = with_role("identity_keeper", area=town.area)
    hidden = [
        town.substitute(user__protected=True, user__first_name="", user__email="", user__phone="") for _ in range(4)
    ]
    for one in hidden:
        looking.note(one.user, looking.Page.IDENTITY, by=keeper, at=NOW, reason=looking.Reason.CONTACT)

    assert [finding.why.value for finding in looks_watched.watch(at=NOW)] == ["protected"]
    assert LookedAt.objects.count() == 4
